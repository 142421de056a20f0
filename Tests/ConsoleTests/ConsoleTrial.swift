import Chat
import Console
import Foundation
import Synchronization

/// A console session with a bot of a few lines behind it.
final class ConsoleTrial: Inbox, WallClock {
    static let cast = ConsoleCast(
        members: [
            ConsoleMember("lila"), ConsoleMember("marcos", displayName: "Marcos Lima"),
            ConsoleMember("emma", authority: .administrator),
        ], rooms: [ConsoleRoom("main", title: "Machine learning")])

    typealias Answer = @Sendable (Incoming, ConsolePlatform) async -> Void
    private struct State {
        var heard: [Incoming] = []
        var screen = ""
        var console: ConsolePlatform?
    }
    private let state = Mutex(State())
    private let answer: Answer

    /// Without an answer of its own the bot repeats each text in its room.
    init(
        _ lines: [String] = [], source: LineSource? = nil, isTerminal: Bool = false,
        speaker: String? = nil, cast: ConsoleCast = ConsoleTrial.cast,
        answer: @escaping Answer = ConsoleTrial.echo
    ) {
        self.answer = answer
        let settings = ConsoleSettings(
            cast: cast, speaker: speaker, isTerminal: isTerminal,
            greeting: "Welcome.", session: "s",
            skip: { "Skipped \($0)." },
            read: { path, limit in limit < 5 ? .tooLarge : .bytes(Array(path.utf8)) })
        let console = ConsolePlatform(
            settings, lines: source ?? LineSource(lines), clock: self
        ) { [weak self] text in self?.state.withLock { $0.screen += text } }
        state.withLock { $0.console = console }
    }

    static let echo: Answer = { incoming, console in
        let text =
            switch incoming.content {
            case .text(let text): text
            case .press(let data): "pressed \(data)"
            default: "?"
            }
        _ = await console.send(Message(room: incoming.room, text: Text([.quoted(text)])))
    }

    var console: ConsolePlatform? { state.withLock { $0.console } }
    var heard: [Incoming] { state.withLock { $0.heard } }
    var screen: String { state.withLock { $0.screen } }

    @discardableResult
    func run() async throws -> String {
        try await console?.run(self)
        return screen
    }

    func receive(_ batch: [Incoming]) async {
        state.withLock { $0.heard += batch }
        guard let console else { return }
        for incoming in batch { await answer(incoming, console) }
    }

    func now() -> Date { Date(timeIntervalSince1970: 1000) }
    func sleep(until deadline: Date) async throws {}
}
