package import Chat
package import Cohorts
import Dates
import HashTreeCollections
import FoundationEssentials

/// `/deadline list`: everything ahead, in the learner's own zone.
package struct DeadlineList: Command {
    static let what = Field<String?>.optional(
        "what", .text, "A number of days, such as 7, or a cohort; without it, everything ahead")

    package static let card = CommandCard(
        "deadline list", for: .learner, "Everything that is due, soonest first",
        fields: [what.card], examples: ["/deadline list", "/deadline list 7"],
        meanings: ["due", "deadlines", "schedule", "dates"], isDefaultLeaf: true)

    package init() {}

    package func answer(to call: Call, in world: World) throws(Refusal) -> Decision {
        let (days, named) = Self.parts(try call[Self.what] ?? "")
        let cohort = try named.isEmpty ? call.cohort(in: world) : Join.known(named, in: world)
        let horizon = days.map { call.now.addingTimeInterval(Double($0) * 86_400) }
        let view = DeadlineView(call, world)
        let ahead = view.ahead(in: cohort).filter { entry in
            horizon.map { entry.due <= $0 } ?? true
        }
        guard !ahead.isEmpty else {
            return call.reply(
                Phrase(
                    days == nil ? "deadlines.none" : "deadlines.none-within",
                    ["cohort": .user(cohort.name), "days": .number(days ?? 0)]))
        }
        let shown = ahead.prefix(Self.pageLength)
        let lines = shown.enumerated().map { index, entry in view.line(index + 1, entry) }
        let clash = DeadlineClash(
            ahead.filter { $0.state != .done && $0.state != .handedIn }.map(\.due))
        return call.reply(
            Phrase(
                ahead.count > shown.count ? "deadlines.list-more" : "deadlines.list",
                [
                    "cohort": .user(cohort.name), "lines": .lines(lines),
                    "zone": .zone(call.caller.zone.name),
                    "more": .number(ahead.count - shown.count),
                    "clash": .phrase(
                        clash.map {
                            Phrase(
                                "deadlines.clash",
                                ["count": .number($0.count), "when": .moment($0.first)])
                        } ?? Phrase("nothing")),
                ]), buttons: view.buttons(for: ahead))
    }

    /// A number of days and a cohort's name, in either order.
    static func parts(_ words: String) -> (days: Int?, cohort: String) {
        var names: [Substring] = []
        var days: Int?
        for word in words.split(whereSeparator: \.isWhitespace) {
            if let number = Int(word), (1...3_660).contains(number), days == nil {
                days = number
            } else if !["days", "day", "d"].contains(word.lowercased()) {
                names.append(word)
            }
        }
        return (days, names.joined(separator: " "))
    }

    /// A phone shows this many without scrolling far.
    static let pageLength = 8
}
