import Chat
import Cohorts
import FoundationEssentials
import Testing

@testable import Commands

@Suite("Suggestions while a field is typed")
struct SuggestionsTests {
    private var scene = CommandsTestScene()

    /// `label -> value` of each.
    private func offered(
        _ typed: String, for kind: FieldCard.Kind, mayRepeat: Bool = false,
        to name: String = "lila",
        in room: RoomAddress? = nil
    ) -> [String] {
        let incoming = Incoming(
            cause: Cause("console", ""),
            sender: Sender(CommandsTestScene.account(name), name: name),
            room: room ?? CommandsTestScene.room,
            place: room == nil ? .group(title: "ML-101") : .private,
            content: .command("x", fields: [:]), sentAt: scene.now)
        let suggestions = Suggestions(
            incoming, world: scene.world, knowledge: scene.knowledge, now: scene.now)
        return suggestions.entries(
            for: FieldCard("f", kind, "?", mayRepeat: mayRepeat), typed: typed
        ).map { "\($0.label.shown) -> \($0.value)" }
    }

    @Test("a date is shown as it is read, on the typist's clocks")
    func dates() {
        #expect(
            offered("tomorrow 5pm", for: .moment) == [
                "suggestions.moment 2026-11-24T11:30:00Z -> tomorrow 5pm"
            ])
        #expect(
            offered("every Monday 18:00", for: .moment, mayRepeat: true) == [
                "suggestions.series 2026-11-23T12:30:00Z -> every Monday 18:00"
            ])
        #expect(offered("every Monday 18:00", for: .moment).isEmpty)
        #expect(
            offered("2026-01-02 10:00", for: .moment) == [
                "suggestions.past 2026-01-02T04:30:00Z -> 2026-01-02 10:00"
            ])
        #expect(offered("qwertz", for: .moment).isEmpty)
    }

    @Test(
        "where nothing is typed yet, examples show what can be, and several readings are all shown")
    mutating func examples() {
        let examples = offered("", for: .moment)
        #expect(examples.count == 4)
        #expect(examples.first?.hasSuffix("-> tomorrow 18:00") ?? false)
        #expect(offered("fri", for: .moment).count == 1)
        scene.does("/profile zone Sao Paulo", by: "marcos")
        #expect(offered("Friday 18:00 IST", for: .moment, to: "marcos").count > 1)
    }

    @Test("assignments are offered by title or id, the next one first, and only the own cohort's")
    mutating func assignments() {
        scene.does("/deadline add Quiz 1 | tomorrow 18:00", by: "emma")
        #expect(
            offered("", for: .assignment).map { $0.prefix(36) } == [
                "suggestions.titled-moment Quiz 1 202", "suggestions.titled-moment Assignment",
            ])
        #expect(offered("ASSIGN", for: .assignment).map { $0.suffix(6) } == ["-> d10"])
        #expect(offered("d10", for: .assignment).count == 1)
        #expect(offered("", for: .assignment, to: "eve", in: .init(.console, "@eve")).isEmpty)
    }

    @Test("a cohort is offered to its members, and to others only by its whole name")
    func cohorts() {
        let eve = RoomAddress(.console, "@eve")
        #expect(offered("", for: .cohort) == ["plain ML-101 -> sample"])
        #expect(offered("", for: .cohort, to: "eve", in: eve).isEmpty)
        #expect(offered("ml", for: .cohort, to: "eve", in: eve).isEmpty)
        #expect(offered("ml-101", for: .cohort, to: "eve", in: eve) == ["plain ML-101 -> sample"])
    }

    @Test("zones by city, and only one's own reminders")
    mutating func others() {
        #expect(offered("kolk", for: .zone) == ["plain Asia/Kolkata -> Asia/Kolkata"])
        #expect(offered("", for: .zone).isEmpty)
        scene.does("/remind tomorrow 5pm finish quiz 3", by: "lila")
        #expect(offered("quiz", for: .reminder).count == 1)
        #expect(offered("quiz", for: .reminder, to: "marcos").isEmpty)
        #expect(offered("", for: .review).isEmpty && offered("x", for: .text).isEmpty)
    }
}

extension Phrase {
    /// Its key and what fills it, in a line.
    fileprivate var shown: String {
        let values = ["title", "text", "when", "id"].compactMap { name -> String? in
            switch self.values[name] {
            case .user(let text)?, .zone(let text)?, .code(let text)?: text
            case .moment(let date)?: date.formatted(.iso8601)
            default: nil
            }
        }
        return ([key] + values).joined(separator: " ")
    }
}
