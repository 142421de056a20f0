import Chat
import Logging

extension DiscordPlatform {
    /// A channel's messages are asked for in pages of a hundred, so many at most.
    private static let mostPages = 10

    /// Reads what was written in a channel while no session told it; what was heard all the same is known by its id.
    func catchUp(_ gap: Missed.Gap, _ inbox: any Inbox) async {
        var after = gap.after
        var count = 0
        for _ in 0..<Self.mostPages {
            let answer = try? await api.call(
                .messages(in: gap.channel), query: "?limit=100&after=\(after)", as: .again)
            if case .refusal(let refusal)? = answer, [403, 404].contains(refusal.status) {
                // Asked again at every start it would only use up what Discord bears.
                await record.forget(privateRoom: gap.channel)
            }
            let page = (answer?.value?.array ?? []).sorted { Self.precedes($0, $1) }
            guard let last = page.last?["id"]?.string, !Task.isCancelled else { break }
            var batch: [Incoming] = []
            for message in page {
                if let heard = await heard(message, in: gap.channel, gap.hearing) {
                    batch.append(heard)
                }
            }
            count += batch.count
            if !batch.isEmpty { await inbox.receive(batch) }
            guard page.count == 100 else { break }
            after = last
        }
        guard count > 0 else { return }
        logger.info("caught up with Discord", metadata: ["count": "\(count)"])
    }
}
