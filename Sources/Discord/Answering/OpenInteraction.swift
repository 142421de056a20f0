/// Where one interaction stands: which way an answer can still go, by when something has to be said.
///
/// Discord waits three seconds for a first answer and then takes further ones for a quarter of an hour. A value with the
/// time passed in, so that every order of answers, acknowledgements and refusals is a line in a table of tests.
struct OpenInteraction: Hashable, Sendable {
    enum Stage: Hashable, Sendable {
        /// Nothing was said yet.
        case open
        /// "Thinking…" is shown and waits to be filled; what fills it is seen as it is seen.
        case deferred(isPrivate: Bool)
        case answered
        /// Discord takes nothing more.
        case over
    }

    /// How the next message goes.
    enum Way: Hashable, Sendable {
        /// As the first answer.
        case first
        /// Into the "Thinking…".
        case fill
        /// As a further message.
        case further
        /// Not by this interaction: to the channel, or in private.
        case elsewhere
    }

    /// Discord's deadlines in seconds, each with room for the way there.
    static let firstAnswer = 2.8
    static let acknowledging = 1.5
    static let lasts = 870.0
    /// After so long a "Thinking…" that nobody filled is taken away.
    static let emptied = 60.0

    let interaction: Interaction
    /// When Discord made it, by our clock.
    let began: Double
    private(set) var stage = Stage.open
    /// How many parts of a long message are out already, by the message's key.
    private var partsOut: [String: Int] = [:]

    init(_ interaction: Interaction, began: Double) {
        self.interaction = interaction
        self.began = began
    }

    func age(at now: Double) -> Double { now - began }

    /// When it is to be acknowledged, unless it was answered by then.
    var acknowledge: Double { began + Self.acknowledging }

    func isOver(at now: Double) -> Bool { stage == .over || age(at: now) > Self.lasts }

    func way(isPrivate: Bool, at now: Double) -> Way {
        guard !isOver(at: now) else { return .elsewhere }
        switch stage {
        case .open: return age(at: now) > Self.firstAnswer ? .elsewhere : .first
        // Shown to one person alone: nothing that all shall see, but better than nowhere.
        case .deferred(isPrivate: true): return .fill
        // Shown to all: nothing private goes there.
        case .deferred(isPrivate: false): return isPrivate ? .elsewhere : .fill
        case .answered: return .further
        case .over: return .elsewhere
        }
    }

    /// Whether a "Thinking…" is still empty.
    var isEmpty: Bool {
        if case .deferred = stage { true } else { false }
    }

    mutating func acknowledged(isPrivate: Bool) {
        // A press has no "Thinking…": what follows is a further message.
        stage = interaction.isPress ? .answered : .deferred(isPrivate: isPrivate)
    }

    mutating func answered() { stage = .answered }
    mutating func refused() { stage = .over }

    func firstPart(of key: String) -> Int { partsOut[key] ?? 0 }

    mutating func sent(_ count: Int, of total: Int, key: String) {
        guard !key.isEmpty else { return }
        partsOut[key] = count < total ? count : nil
    }
}
