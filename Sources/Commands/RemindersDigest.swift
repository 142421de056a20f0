package import Chat
package import Cohorts
import Dates
import FoundationEssentials
import HashTreeCollections

/// `/reminders digest`: one overview a day or a week in place of many reminders.
package struct RemindersDigest: Command {
    static let every = Field<String>.choice(
        "every", ["off", "daily", "weekly"], "off, daily or weekly")
    static let hour = Field<String?>.optional("time", .text, "At what time, such as 8:00")

    package static let card = CommandCard(
        "reminders digest", for: .learner,
        "One overview a day or a week in place of many reminders",
        fields: [every.card, hour.card],
        examples: ["/reminders digest daily", "/reminders digest weekly 18:00"],
        meanings: ["digest", "overview", "summary"])

    package init() {}

    package func answer(to call: Call, in world: World) throws(Refusal) -> Decision {
        let every = Digest.Every(rawValue: try call[Self.every]) ?? .off
        let before = world.people[call.caller.person]?.reminding?.digest
        let minute = try minute(call) ?? before?.minute ?? Self.usual
        let digest = Digest(every: every, minute: minute)
        let next = digest.next(after: call.now, in: call.caller.zone)
        let undo =
            before.map { "\($0.every.rawValue) \(Self.clock($0.minute))" }
            ?? Digest.Every.off.rawValue
        return call.privateReply(
            Phrase(
                "reminders.digest-\(every.rawValue)",
                [
                    "when": next.map { .moment($0) } ?? .phrase(Phrase("nothing")),
                    "distance": next.map { .distance($0) } ?? .phrase(Phrase("nothing")),
                    "time": .code(Self.clock(minute)),
                ]), buttons: call.undo("/reminders digest \(undo)")
        ).after([DigestChosen(id: call.caller.person, digest: digest, next: next, at: call.now)])
    }

    private func minute(_ call: Call) throws(Refusal) -> Int? {
        guard let words = try call[Self.hour] else { return nil }
        let moment = try Field<Moment>.moment(Self.hour.name, Self.hour.card.prompt)
            .read(words, call)
        guard moment.grain != .day else { throw .unreadable(Self.hour.card, words: words) }
        let local = call.caller.zone.local(moment.date)
        return local.hour * 60 + local.minute
    }

    /// Eight in the morning.
    private static let usual = 480

    private static func clock(_ minutes: Int) -> String {
        [minutes / 60, minutes % 60].map { $0 < 10 ? "0\($0)" : String($0) }.joined(separator: ":")
    }
}
