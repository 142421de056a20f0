import Testing

@testable import Configuration

@Suite struct ConfigurationReportTests {
    @Test("a sound configuration is one line")
    func sound() {
        let loaded = load(["cohorts/a.yaml": "name: A\nzone: UTC\n", "bot.yaml": ""])
        #expect(
            ConfigurationReport(loaded).lines == [
                "1 cohort, 0 FAQ entries, 0 rubrics: no fault found"
            ])
    }

    @Test("each fault is one line, whatever the file holds")
    func oneLineEach() {
        let lines = ConfigurationReport(
            load(["bot.yaml": "\"a\\nb\\e[31m\": 1\n"], ["TELEGRAM_BOT_TOKEN": "1:a"])
        ).lines
        #expect(lines.count == 2)
        #expect(lines.allSatisfy { !$0.contains("\n") && !$0.contains("\u{1B}") })
        #expect(lines[1] == "1 fault in the configuration")
    }

    @Test("more than two hundred faults are cut")
    func many() {
        let keys = (0..<500).map { "key\($0): 1\n" }.joined()
        let lines = ConfigurationReport(load(["bot.yaml": keys])).lines
        #expect(lines.count == 202)
        #expect(lines[200] == "… and 300 more faults")
    }
}
