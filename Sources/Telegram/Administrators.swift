import Chat
import FoundationEssentials

/// Who administers which chat, asked of Telegram when it matters and remembered for a while.
actor Administrators {
    private struct Known {
        var ids: Set<Int64>?
        var since: Date
    }

    /// How long an answer holds for somebody who is on the list.
    private static let keep = 600.0
    /// How long it holds for somebody who is not: a new administrator should not wait ten minutes, and asking once in
    /// half a minute costs nobody anything. A failed question is not repeated sooner either.
    private static let keepNo = 30.0
    private static let mostChats = 1_000

    private let api: TelegramAPI
    private let clock: any WallClock
    private var known: [Int64: Known] = [:]

    init(_ api: TelegramAPI, clock: any WallClock) {
        self.api = api
        self.clock = clock
    }

    /// The authority of each of these people in their chats; each chat is asked once, all at the same time.
    func authorities(_ questions: Set<Heard.Question>) async -> [Heard.Question: Authority] {
        let stale = Set(questions.filter { isStale($0) }.map(\.chat))
        let api = api
        let answers = await withTaskGroup(of: (Int64, Set<Int64>?).self) { group in
            for chat in stale {
                group.addTask {
                    guard case .result(let ids)? = try? await api.getChatAdministrators(of: chat)
                    else { return (chat, nil) }
                    return (chat, ids)
                }
            }
            return await group.reduce(into: [:]) { $0[$1.0] = $1.1 }
        }
        if known.count > Self.mostChats { known.removeAll(keepingCapacity: true) }
        for chat in stale { known[chat] = Known(ids: answers[chat], since: clock.now()) }
        return questions.reduce(into: [:]) { $0[$1] = authority($1) }
    }

    /// Asks anew the next time: the bot itself was promoted, added or removed there.
    func forget(_ chat: Int64) { known[chat] = nil }

    private func isStale(_ question: Heard.Question) -> Bool {
        guard let entry = known[question.chat] else { return true }
        let keep = entry.ids?.contains(question.user) == true ? Self.keep : Self.keepNo
        return abs(clock.now().timeIntervalSince(entry.since)) >= keep
    }

    private func authority(_ question: Heard.Question) -> Authority {
        guard let ids = known[question.chat]?.ids else { return .unknown }
        return ids.contains(question.user) ? .administrator : .member
    }
}
