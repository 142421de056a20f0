package import Chat
import FoundationEssentials

/// Chat in a terminal: one person plays every member of a cohort, in its room and in private.
///
/// On a terminal it prompts; any other input is a script, one message a line, each answered before the next is read.
/// It is a platform like any other, so trials, demos and whole-bot tests run on it.
package actor ConsolePlatform: ChatPlatform {
    package nonisolated let platform = Platform.console

    let settings: ConsoleSettings
    private let lines: LineSource
    private let clock: any WallClock
    private let output: @Sendable (String) -> Void
    var speaker: ConsoleMember
    var room: ConsoleRoom
    var board = ButtonBoard()
    /// What goes along with the next message.
    var attached: Attachment?
    private var isPrompting = false
    private var heard = 0
    private var sent = 0
    /// The room whose message is being answered; a script's replies there need no heading.
    private var answering: RoomAddress?

    /// Nil where the settings name nobody to speak as.
    package init?(
        _ settings: ConsoleSettings, lines: LineSource, clock: any WallClock,
        output: @escaping @Sendable (String) -> Void
    ) {
        let first = settings.speaker.flatMap(settings.cast.member)
        guard let speaker = settings.speaker == nil ? settings.cast.members.first : first else {
            return nil
        }
        self.settings = settings
        self.lines = lines
        self.clock = clock
        self.output = output
        self.speaker = speaker
        room = settings.cast.rooms.first ?? .private(speaker)
    }

    /// Returns when the input ends or somebody types `/quit`.
    package func run(_ inbox: any Inbox) async throws {
        if settings.isTerminal, !settings.greeting.isEmpty { output(settings.greeting + "\n") }
        prompt()
        for await line in lines {
            isPrompting = false
            guard await take(line, inbox) else { return }
            prompt()
        }
        if settings.isTerminal, !Task.isCancelled { output("\n") }
        isPrompting = false
    }

    package func send(_ message: Message) async -> SendResult { await send(message, with: []) }

    /// A file is named, not shown: it lies in the state on this very machine.
    package func send(_ message: Message, with contents: [UInt8]) async -> SendResult {
        guard message.room.platform == .console else { return .invalid(reason: "another platform") }
        guard let room = settings.cast.room(at: message.room.wholeChat) else { return .blocked }
        sent += 1
        let id = "b\(sent)"
        board.take(message, id: id)
        show(message, in: room)
        return .sent(id: id)
    }

    package func fetch(_ attachment: Attachment, upTo limit: Int) async -> FetchedFile {
        settings.read(attachment.id, limit)
    }

    /// Hands one message over and returns when its answers are out.
    func hear(
        _ content: Content, from speaker: ConsoleMember, in room: ConsoleRoom,
        message: String? = nil, replyTo: Quote? = nil, attachment: Attachment? = nil,
        to inbox: any Inbox
    ) async {
        heard += 1
        let id = "\(settings.session)-\(heard)"
        answering = room.address
        await inbox.receive([
            Incoming(
                cause: Cause(platform.rawValue, id),
                sender: Sender(
                    speaker.account, name: speaker.displayName, authority: speaker.authority),
                room: room.address, place: room.place, content: content,
                message: message ?? "m\(id)", replyTo: replyTo, attachment: attachment,
                sentAt: clock.now())
        ])
        answering = nil
    }

    /// A word of the console itself, not of the bot.
    func say(_ text: String) { write(PlainScreen.shown(text)) }

    private func show(_ message: Message, in room: ConsoleRoom) {
        var text = message.text.plain
        if let file = message.file { text += "\n<\(file.name), \(file.size) bytes>" }
        let buttons = PlainScreen.buttons(message.buttons)
        if !buttons.isEmpty { text += "\n\(buttons)" }
        if settings.isTerminal {
            let speaker = room.owner == nil ? "bot" : nil
            write(PlainScreen.framed(text, heading: room.heading, speaker: speaker, bar: "│"))
        } else if room.address == answering {
            write(PlainScreen.shown(text))
        } else {
            write(PlainScreen.framed(text, heading: room.heading, bar: "|"))
        }
    }

    private func write(_ text: String) {
        // Back to the first column and clear the line: what arrives by itself stands above the prompt.
        output((isPrompting ? "\r\u{1B}[K" : "") + text + "\n")
        if isPrompting { output(promptText) }
    }

    private func prompt() {
        guard settings.isTerminal, !Task.isCancelled else { return }
        isPrompting = true
        output(promptText)
    }

    private var promptText: String { "\(speaker.name)@\(room.name)> " }
}
