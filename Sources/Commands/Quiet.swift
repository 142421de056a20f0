package import Chat
package import Cohorts
import Dates
import FoundationEssentials
import HashTreeCollections

/// `/quiet`: the hours in which no reminder comes.
package struct Quiet: Command {
    static let hours = Field<String?>.optional(
        "hours", .text, "From and until, such as 22:00-07:00, or off")

    package static let card = CommandCard(
        "quiet", for: .learner, "The hours in which no reminder comes", fields: [hours.card],
        examples: ["/quiet 22:00-07:00", "/quiet off"],
        meanings: ["silence", "night", "sleep", "dnd", "mute"])

    package init() {}

    package func answer(to call: Call, in world: World) throws(Refusal) -> Decision {
        let before = call.quietHours(in: world)
        guard let words = try call[Self.hours] else { return show(before, call) }
        let isOff = ["off", "no", "none", "0"].contains(words.lowercased().trimmed)
        guard let quiet = isOff ? .off : QuietHours(typed: words) else {
            throw .unreadable(Self.hours.card, words: words)
        }
        let undo = call.undo("/quiet \(before.isOff ? "off" : before.written)")
        let chosen = QuietChosen(id: call.caller.person, quiet: quiet)
        if quiet.isOff {
            return call.privateReply(Phrase("reminders.quiet-off"), buttons: undo).after([chosen])
        }
        return call.privateReply(
            Phrase(
                "reminders.quiet-set",
                [
                    "hours": .code(quiet.written), "until": .code(quiet.untilWritten),
                    "before": .code(quiet.beforeWritten), "zone": .zone(call.caller.zone.name),
                ]), buttons: undo
        ).after([chosen])
    }

    private func show(_ quiet: QuietHours, _ call: Call) -> Decision {
        call.privateReply(
            Phrase(
                quiet.isOff ? "reminders.quiet-none" : "reminders.quiet-is",
                [
                    "hours": .code(quiet.written), "example": .code("/quiet 22:00-07:00"),
                    "off": .code("/quiet off"), "zone": .zone(call.caller.zone.name),
                ]))
    }
}

extension QuietHours {
    /// Reads `22:00-07:00`, `22-7`, `10 pm to 7 am`, `22h a 7h`, `22:00 7:00`.
    init?(typed text: String) {
        var ends: [Substring] = []
        for word in text.lowercased().split(whereSeparator: { " -–—".contains($0) }) {
            if ["am", "pm"].contains(word), let last = ends.popLast() {
                ends.append(last + word)
            } else if !Self.between.contains(String(word)) {
                ends.append(word)
            }
        }
        guard ends.count == 2, let from = Self.minute(ends[0]), let until = Self.minute(ends[1])
        else { return nil }
        self.init(from: from, until: until)
    }

    /// What people write before and between the two, in the languages we speak.
    private static let between: Set<String> = [
        "from", "to", "until", "till", "de", "desde", "a", "las", "hasta", "das", "às", "as", "até",
        "à", "jusqu'à", "से", "तक",
    ]

    private static func minute(_ text: Substring) -> Int? {
        var clock = text
        var shift = 0
        let isHalf = clock.hasSuffix("am") || clock.hasSuffix("pm")
        if isHalf {
            shift = clock.hasSuffix("pm") ? 12 : 0
            clock = clock.dropLast(2)
        }
        let parts = clock.split(whereSeparator: { $0 == ":" || $0 == "." || $0 == "h" })
        guard (1...2).contains(parts.count), clock.count <= 5,
            let hour = Int(parts[0]), let minute = parts.count == 2 ? Int(parts[1]) : 0,
            (0...59).contains(minute), isHalf ? (1...12).contains(hour) : (0...24).contains(hour)
        else { return nil }
        return ((isHalf ? hour % 12 + shift : hour % 24) * 60) + minute
    }

    /// `22:00-07:00`.
    var written: String { "\(Self.clock(from))-\(Self.clock(until))" }
    var untilWritten: String { Self.clock(until) }
    /// When what could only come in them comes.
    var beforeWritten: String { Self.clock((from + 1_440 - Int(LeadPlan.before) / 60) % 1_440) }

    private static func clock(_ minutes: Int) -> String {
        [minutes / 60, minutes % 60].map { $0 < 10 ? "0\($0)" : String($0) }.joined(separator: ":")
    }
}
