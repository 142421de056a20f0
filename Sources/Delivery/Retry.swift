import Chat

/// What to do after each attempt to send one message; a value, so that every case is a line in a table of tests.
struct Retry: Hashable, Sendable {
    /// Attempts in a row that did not reach the platform.
    private(set) var failures = 0
    /// Attempts whose outcome nobody knows.
    private(set) var uncertain = 0
    /// How often the chat had a new address.
    private(set) var moves = 0
    /// Whether the formatting and the buttons were left out because the platform refused them.
    private(set) var isPlain = false
    /// Whether a file goes along.
    private(set) var carriesFile: Bool

    init(carriesFile: Bool = false) { self.carriesFile = carriesFile }

    /// From now on the words go alone.
    mutating func leaveFileOut() { carriesFile = false }

    enum Step: Hashable, Sendable {
        case sent(id: String?)
        /// Try again so many seconds later; nothing else goes to this chat before.
        case again(after: Double)
        /// Try again elsewhere, at once.
        case elsewhere(RoomAddress)
        case giveUp(Undelivered)
    }

    /// What comes next after what the platform said; `chance` is a number from 0 up to 1, so that messages held
    /// together do not come back together.
    mutating func step(after result: SendResult, chance: @autoclosure () -> Double) -> Step {
        switch result {
        case .sent(let id):
            return .sent(id: id)
        case .slowDown(let seconds):
            // Earlier prolongs the ban, so the jitter is only ever added. Not the message's fault: nothing is counted.
            return .again(after: max(seconds, 0) + 0.05 + 0.2 * chance())
        case .unreachable:
            failures += 1
            return .again(after: Self.backOff(failures, chance: chance()))
        case .uncertain:
            // Rather twice than never: a server in trouble answers many a first try so, and mostly has not executed it.
            // Not for ever, since the connection may die each time after the message is out.
            uncertain += 1
            if uncertain > Self.mostRepeats { return .giveUp(.uncertain) }
            return .again(after: Self.backOff(uncertain, chance: chance()))
        case .blocked:
            return .giveUp(.blocked)
        case .moved(let room):
            moves += 1
            return moves > 3 ? .giveUp(.invalid(reason: "moved in a circle")) : .elsewhere(room)
        case .invalid(let reason):
            switch (isPlain, carriesFile) {
            case (false, _): isPlain = true
            case (true, true): leaveFileOut()
            case (true, false): return .giveUp(.invalid(reason: reason))
            }
            return .again(after: 0)
        }
    }

    /// How often a message is repeated whose outcome nobody knows.
    static let mostRepeats = 4

    /// 1 s, 2 s, 4 s … 60 s, each between half and the whole of it.
    static func backOff(_ failures: Int, chance: Double) -> Double {
        let whole = failures > 6 ? 60 : min(60, Double(1 << failures))
        return max(1, whole * (0.5 + 0.5 * chance))
    }
}
