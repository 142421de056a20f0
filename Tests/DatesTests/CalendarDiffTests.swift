import Dates
import FoundationEssentials
import Testing

@Suite struct CalendarDiffTests {
    private func file(_ events: String...) throws -> CalendarFile {
        let text =
            "BEGIN:VCALENDAR\r\n"
            + events.map { "BEGIN:VEVENT\r\n\($0)\r\nEND:VEVENT\r\n" }.joined()
            + "END:VCALENDAR\r\n"
        return try CalendarReader(zones: .system, floating: .utc).read(text)
    }

    private func event(
        _ uid: String, day: Int = 1, sequence: Int = 0, summary: String = "Quiz", more: String = ""
    ) -> String {
        "UID:\(uid)\r\nDTSTART:2026120\(day)T180000Z\r\nSEQUENCE:\(sequence)\r\nSUMMARY:\(summary)\(more)"
    }

    /// What an import of these events would remember.
    private func known(_ events: String...) throws -> [CalendarDiff.Known] {
        try events.flatMap { try file($0).events }.map { CalendarDiff.Known($0) }
    }

    @Test("the first import is all new, the second of the same file changes nothing")
    func twice() throws {
        let file = try file(event("a"), event("b", day: 2))
        let first = CalendarDiff(file, known: [])
        #expect(first.new.map(\.uid) == ["a", "b"] && first.gone.isEmpty)
        let second = CalendarDiff(file, known: first.new.map { .init($0) })
        #expect(second.unchanged.map(\.key.uid) == ["a", "b"])
        #expect(second.new.isEmpty && second.changed.isEmpty && second.gone.isEmpty)
    }

    @Test("a later date is a change, with a higher sequence number or without")
    func moved() throws {
        for sequence in [0, 1] {
            let diff = CalendarDiff(
                try file(event("a", day: 3, sequence: sequence)), known: try known(event("a")))
            #expect(diff.changed.map(\.event.uid) == ["a"])
            #expect(diff.changed.first?.isMoved == true && diff.changed.first?.isRenamed == false)
        }
    }

    @Test("a higher number without any difference is no change")
    func number() throws {
        let diff = CalendarDiff(try file(event("a", sequence: 9)), known: try known(event("a")))
        #expect(diff.unchanged.count == 1 && diff.changed.isEmpty)
    }

    @Test(
        "an older state is not taken back",
        arguments: [
            (5, "", 4, ""),
            (5, "\r\nLAST-MODIFIED:20261102T000000Z", 5, "\r\nLAST-MODIFIED:20261101T000000Z"),
        ])
    func older(_ number: Int, _ stamp: String, _ next: Int, _ nextStamp: String) throws {
        let diff = CalendarDiff(
            try file(event("a", day: 3, sequence: next, more: nextStamp)),
            known: try known(event("a", sequence: number, more: stamp)))
        #expect(diff.outdated.count == 1 && diff.changed.isEmpty)
    }

    @Test("what is called off is named where it is known, and nothing where it is not")
    func cancelled() throws {
        let off = event("a", sequence: 1, more: "\r\nSTATUS:CANCELLED")
        #expect(CalendarDiff(try file(off), known: try known(event("a"))).cancelled.count == 1)
        #expect(CalendarDiff(try file(off), known: []) == CalendarDiff(try file(), known: []))
    }

    @Test("what the file does not have is only reported")
    func gone() throws {
        let diff = CalendarDiff(try file(event("b")), known: try known(event("a"), event("b")))
        #expect(diff.gone.map(\.key.uid) == ["a"] && diff.unchanged.map(\.key.uid) == ["b"])
    }

    @Test("a moment of a series that was moved is an event of its own")
    func series() throws {
        let all = event("a", more: "\r\nRRULE:FREQ=WEEKLY;COUNT=3")
        let one = event("a", day: 9, more: "\r\nRECURRENCE-ID:20261208T180000Z")
        let diff = CalendarDiff(try file(all, one), known: try known(all))
        #expect(diff.new.map(\.key.moment) == [Date(timeIntervalSince1970: 1_796_752_800)])
        #expect(diff.unchanged.count == 1)
    }

    @Test("what was not understood comes with its line")
    func faults() throws {
        let diff = CalendarDiff(try file("UID:a\r\nDTSTART:soon"), known: [])
        #expect(diff.faults.map(\.line) == [4] && diff.new.isEmpty)
    }
}
