import Testing

@testable import Configuration

@Suite struct SynonymsFileReaderTests {
    @Test("groups are read, for a language and a cohort where they name one")
    func read() {
        let yaml =
            "groups:\n- words: [notebook, Colab file]\n- {words: [cuaderno, libreta], language: es, cohort: ml}\n"
        let loaded = load(["synonyms.yaml": yaml, "cohorts/ml.yaml": "name: ML\nzone: UTC\n"])
        #expect(
            loaded.configuration?.synonyms == [
                WordGroup(words: ["notebook", "Colab file"]),
                WordGroup(words: ["cuaderno", "libreta"], language: "es", cohort: "ml"),
            ])
        #expect(loaded.warnings.isEmpty)
    }

    @Test("an empty file and none are no fault", arguments: [["synonyms.yaml": ""], [:]])
    func none(files: [String: String]) {
        #expect(load(files).configuration?.synonyms == [])
    }

    @Test(
        "faults",
        arguments: [
            (
                "groups: [{language: en}]",
                "1:10: \"words\" is missing; write words: [notebook, Colab]"
            ),
            ("groups: [{words: [quiz]}]", "1:11: a group has 2 to 8 words; found 1"),
            (
                "groups: [{words: [a, b, c, d, e, f, g, h, i]}]",
                "1:11: a group has 2 to 8 words; found 9"
            ),
            ("groups: [{words: [quiz, [a]]}]", "1:25: each of \"words\" is one text; found a list"),
            (
                "groups: [{words: [quiz, \"?!\"]}]",
                "1:25: \"?!\" has no letter; nobody could search for it"
            ),
            (
                "groups: [{words: [quiz, \(String(repeating: "x", count: 61))]}]",
                "1:25: a word or expression has up to 60 characters"
            ),
            (
                "groups: [{words: [a, b], language: English!}]",
                "1:36: a language is written en, pt or pt-BR; found \"English!\""
            ),
            ("groups: [{word: [a, b]}]", "1:11: unknown key \"word\"; did you mean \"words\"?"),
        ])
    func faults(yaml: String, words: String) {
        let loaded = load(["synonyms.yaml": yaml])
        #expect(loaded.configuration == nil)
        #expect(
            loaded.faults.contains {
                $0.description.hasPrefix("bot-config/synonyms.yaml:" + words)
            }, "\(loaded.faults)")
    }

    @Test("a cohort without a file is a warning: it may have been made in chat")
    func cohort() {
        let loaded = load([
            "synonyms.yaml": "groups: [{words: [a, b], cohort: mk}]",
            "cohorts/ml.yaml": "name: ML\nzone: UTC\n",
        ])
        #expect(loaded.configuration?.synonyms.count == 1)
        #expect(
            loaded.warnings.map(\.description) == [
                "bot-config/synonyms.yaml:1:34: no file cohorts/mk.yaml; did you mean \"ml\"?"
            ])
    }

    @Test("too many groups are one fault")
    func many() {
        let yaml = "groups:\n" + String(repeating: "- words: [a, b]\n", count: 1_001)
        #expect(
            load(["synonyms.yaml": yaml]).faults.map(\.words) == [
                "there can be 1000 groups; found 1001"
            ])
    }
}
