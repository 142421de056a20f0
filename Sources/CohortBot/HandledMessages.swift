import Chat

/// What became of the last messages, so that a corrected one can be told from one that was carried out already.
///
/// Only of this process: after a restart an edit counts as too late, for doing something twice is worse than asking
/// for a new message.
struct HandledMessages {
    /// What an edit asks for.
    enum Edit: Hashable {
        /// The message had no effect, so its correction is a first try.
        case firstTry
        /// The message was carried out, or nobody knows any more.
        case tooLate
        /// The words are what they were, or this was said before: nothing to answer.
        case noNews
    }

    private struct Key: Hashable {
        let room: RoomAddress
        let message: String
    }

    private struct Outcome {
        /// Not the words themselves.
        var words: Int
        var hadEffect: Bool
        var isAnswered = false
    }

    private static let most = 2_000

    private var outcomes: [Key: Outcome] = [:]
    private var order: [Key] = []

    /// Remembers what became of a message.
    mutating func note(_ incoming: Incoming, hadEffect: Bool) {
        guard let (key, words) = Self.key(of: incoming) else { return }
        if outcomes[key] == nil { order.append(key) }
        outcomes[key] = Outcome(words: words, hadEffect: hadEffect)
        guard order.count > 2 * Self.most else { return }
        for old in order.prefix(order.count - Self.most) { outcomes[old] = nil }
        order.removeFirst(order.count - Self.most)
    }

    /// What to do about an edited message.
    mutating func judge(_ edit: Incoming) -> Edit {
        guard let (key, words) = Self.key(of: edit) else { return .tooLate }
        guard let known = outcomes[key] else {
            note(edit, hadEffect: true)
            outcomes[key]?.isAnswered = true
            return .tooLate
        }
        guard known.words != words else { return .noNews }
        guard known.hadEffect else { return .firstTry }
        outcomes[key]?.words = words
        outcomes[key]?.isAnswered = true
        return known.isAnswered ? .noNews : .tooLate
    }

    private static func key(of incoming: Incoming) -> (Key, Int)? {
        guard let message = incoming.message, let text = incoming.text else { return nil }
        return (Key(room: incoming.room, message: message), text.hashValue)
    }
}
