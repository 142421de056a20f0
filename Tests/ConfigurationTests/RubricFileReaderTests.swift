import Testing

@testable import Configuration

@Suite struct RubricFileReaderTests {
    @Test("criteria are read, with standard weight and points")
    func read() throws {
        let yaml =
            "name: R\ncriteria:\n- {name: A, prompt: P, weight: 0.5, points: 10}\n- {name: B, prompt: Q}\n"
        let rubric = try #require(load(["rubrics/r.yaml": yaml]).configuration?.rubrics.first)
        #expect(rubric.id == "r" && rubric.name.value == "R")
        #expect(rubric.criteria.map(\.weight) == [0.5, 1])
        #expect(rubric.criteria.map(\.points) == [10, 5])
    }

    @Test(
        "faults",
        arguments: [
            ("name: R", "1:1: \"criteria\" is missing; a rubric asks at least one question"),
            (
                "name: R\ncriteria: [{name: A, prompt: P, weight: heavy}]",
                "2:41: \"weight\" is a number such as 1 or 0.5; found \"heavy\""
            ),
            (
                "name: R\ncriteria: [{name: A, prompt: P, weight: nan}]",
                "2:41: \"weight\" is a number such as 1 or 0.5; found \"nan\""
            ),
            (
                "name: R\ncriteria: [{name: A}]",
                "2:12: \"prompt\" is missing; write prompt: Could you follow the argument?"
            ),
        ])
    func faults(yaml: String, words: String) {
        #expect(
            load(["rubrics/r.yaml": yaml]).faults.map(\.description) == [
                "bot-config/rubrics/r.yaml:" + words
            ])
    }
}
