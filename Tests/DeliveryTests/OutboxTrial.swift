import Chat
import FoundationEssentials
import Logging
import Support
import Texts

@testable import Delivery

/// One outbox with everything around it played.
struct OutboxTrial {
    let clock: SteppedClock
    let platform: ScriptedPlatform
    let places = KnownPlaces()
    let log: RecordedLog
    let outbox: Outbox
    /// Every file that a message may name holds its digest's characters; an empty digest is lost.
    private struct Files: FileSource {
        func contents(of digest: String) async -> [UInt8]? {
            digest.isEmpty ? nil : Array(digest.utf8)
        }
    }

    init(
        pacing: Pacing = .off, others: [ScriptedPlatform] = [],
        clock: SteppedClock = SteppedClock(), log: (any SentLog)? = nil, link: String? = nil,
        answer: @escaping @Sendable (Message, Int) -> SendResult = { _, n in .sent(id: "\(n)") }
    ) {
        let recorded = RecordedLog()
        self.clock = clock
        self.log = recorded
        platform = ScriptedPlatform(clock: clock, link: link, answer: answer)
        outbox = Outbox(
            platforms: [platform] + others, sentences: Sentences(), directory: places,
            log: log ?? recorded, files: Files(),
            clock: clock, pacing: [.telegram: pacing], generator: SystemRandomNumberGenerator(),
            logger: Logger(label: "test") { _ in SwiftLogNoOpLogHandler() })
    }

    /// Runs the outbox for as long as the body takes.
    func run(_ body: (OutboxTrial) async -> Void) async {
        await withTaskGroup { group in
            group.addTask { await outbox.run() }
            await body(self)
            group.cancelAll()
        }
    }

    /// A durable message to a room, with no words but its key in brackets.
    static func message(
        _ key: String, to room: String = "telegram:1", urgency: Urgency = .reply,
        isDurable: Bool = true, expires: Date? = nil, mayBeOut: Bool = false
    ) -> Owed {
        let room = RoomAddress(room) ?? RoomAddress(.telegram, "0")
        return Owed(
            key: key,
            Outgoing(to: .room(room), Phrase(key), urgency: urgency, expires: expires),
            isDurable: isDurable, mayBeOut: mayBeOut)
    }

    /// The same with a file.
    static func file(_ digest: String, _ key: String, to room: String = "telegram:1") -> Owed {
        var owed = message(key, to: room)
        owed.outgoing.file = KeptFile(
            digest: digest, name: "work-w7.pdf", mediaType: "application/pdf", size: 2)
        return owed
    }

    static func message(_ key: String, person: String, fallback: String? = nil) -> Owed {
        Owed(
            key: key,
            Outgoing(
                to: .person(
                    PersonID(rawValue: person), fallback: fallback.flatMap(RoomAddress.init)),
                Phrase(key), urgency: .reminder),
            isDurable: true)
    }
}
