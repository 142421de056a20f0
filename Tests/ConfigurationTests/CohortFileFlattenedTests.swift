import Testing

@testable import Configuration

@Suite struct CohortFileFlattenedTests {
    private func flat(_ lines: String) throws -> [String: String] {
        let loaded = load(["cohorts/a.yaml": "name: A\nzone: UTC\n" + lines])
        return try #require(loaded.configuration?.cohorts.first).flattened
    }

    @Test("space, comments, quotes and the order of keys change nothing")
    func canonical() throws {
        let one = try flat("rooms: [console:b, console:a]\nleads: [48h, 7d]\ncourse: X\n")
        let other = try flat(
            "# words\ncourse:   'X'\nleads:\n  - 1w\n  - 2d\nrooms: [console:a, console:b]")
        #expect(one == other)
        #expect(one["leads"] == "1w, 2d")
    }

    @Test("each value has a key of its own")
    func keys() throws {
        let flat = try flat(
            """
            quiet: 22:00-07:05
            members: [{account: console:lila, name: Lila, zone: Asia/Kolkata}]
            deadlines: [{title: Quiz 1, due: in 4 days, kind: quiz}]
            threads: [{title: T, answer: A}]
            modules: [{name: M}]
            """)
        #expect(flat["quiet"] == "22:00-07:05")
        #expect(flat["members.console:lila.zone"] == "Asia/Kolkata")
        #expect(flat["members.console:lila.role"] == "learner")
        #expect(flat["deadlines.Quiz 1.due"] == "in 4 days")
        #expect(flat["deadlines.Quiz 1.link"] == nil)
        #expect(flat["threads.T.answer"] == "A")
        #expect(flat["modules.M.opens"] == "")
        #expect(flat["review.each"] == "3")
    }
}
