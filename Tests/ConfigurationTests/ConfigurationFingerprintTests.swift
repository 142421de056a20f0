import Testing

@testable import Configuration

@Suite struct ConfigurationFingerprintTests {
    private func seen(_ contents: [String: String]) -> ConfigurationFingerprint {
        ConfigurationFingerprint(
            directory: "c",
            files: ConfigurationFiles(contents: contents.mapValues { Array($0.utf8) }))
    }

    @Test(
        "a change tells once, when two looks in a row see the same",
        arguments: [
            (["a", "ab", "abc", "abc", "abc"], [false, false, false, true, false]),
            (["", "a", "", "a"], [false, false, false, false]),
            (["bb", "bb", "a", "a"], [false, true, false, true]),
        ])
    func settles(contents: [String], told: [Bool]) {
        var change = ConfigurationChange(seen(["c/bot.yaml": "a"]))
        var answers: [Bool] = []
        for content in contents { answers.append(change.look(seen(["c/bot.yaml": content]))) }
        #expect(answers == told)
    }

    @Test("new, removed and renamed files are changes; hidden ones are not")
    func names() {
        let one = seen(["c/cohorts/a.yaml": "a"])
        #expect(one != seen(["c/cohorts/b.yaml": "a"]))
        #expect(one != seen(["c/cohorts/a.yaml": "a", "c/faq/b.md": ""]))
        #expect(one != seen([:]))
        #expect(one == seen(["c/cohorts/a.yaml": "a", "c/cohorts/.a.yaml.swp": "x"]))
    }
}
