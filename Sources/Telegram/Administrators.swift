import Chat
import FoundationEssentials

/// Who administers which chat, asked of Telegram when it matters and remembered for a while.
actor Administrators {
    private struct Known {
        var ids: Set<Int64>?
        var since = Date.distantPast
        /// How long it holds for somebody who is not on the list.
        var keepNo = Administrators.keepNo
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
        let answers = await withTaskGroup(of: (Int64, Known).self) { group in
            for chat in stale {
                group.addTask {
                    switch try? await api.getChatAdministrators(of: chat) {
                    case .result(let ids): return (chat, Known(ids: ids))
                    case .refusal(let refusal):
                        let wait = max(Self.keepNo, Double(refusal.retryAfter ?? 0))
                        return (chat, Known(keepNo: wait))
                    case .unreadable, .failed, nil: return (chat, Known())
                    }
                }
            }
            return await group.reduce(into: [:]) { $0[$1.0] = $1.1 }
        }
        if known.count > Self.mostChats { known.removeAll(keepingCapacity: true) }
        for (chat, var answer) in answers {
            answer.since = clock.now()
            known[chat] = answer
        }
        return questions.reduce(into: [:]) { $0[$1] = authority($1) }
    }

    /// Asks anew the next time: the bot itself was promoted, added or removed there.
    func forget(_ chat: Int64) { known[chat] = nil }

    private func isStale(_ question: Heard.Question) -> Bool {
        guard let entry = known[question.chat] else { return true }
        let keep = entry.ids?.contains(question.user) == true ? Self.keep : entry.keepNo
        return abs(clock.now().timeIntervalSince(entry.since)) >= keep
    }

    private func authority(_ question: Heard.Question) -> Authority {
        guard let ids = known[question.chat]?.ids else { return .unknown }
        return ids.contains(question.user) ? .administrator : .member
    }
}
