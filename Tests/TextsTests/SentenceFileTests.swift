import Testing

@testable import Texts

@Suite("Sentence file")
struct SentenceFileTests {
    func wordings(_ yaml: String) -> [String: Wording] {
        let file = SentenceFile(source: "t.yaml", yaml: yaml)
        #expect(file.faults.map(\.description) == [])
        return Dictionary(file.entries.map { ($0.key, $0.wording) }) { first, _ in first }
    }

    @Test("keys may be nested or dotted")
    func keys() {
        #expect(
            wordings("a:\n  b: x\n  c.d: y\ne.f: z\n")
                == ["a.b": "x", "a.c.d": "y", "e.f": "z"])
    }

    @Test("a mapping with `other` holds the plural forms of the sentence above it")
    func plurals() {
        #expect(
            wordings("left:\n  count: { one: '{count} left', other: '{count} left', 0: none }\n")
                == [
                    "left": Wording(
                        text: nil,
                        plurals: [
                            "count": ["one": "{count} left", "other": "{count} left", "0": "none"]
                        ])
                ])
    }

    @Test("a sentence may have several numbers")
    func severalNumbers() {
        #expect(
            wordings("p:\n  text: '{a}, {b}'\n  a: { other: '{a}' }\n  b: { other: '{b}' }\n")
                == [
                    "p": Wording(
                        text: "{a}, {b}", plurals: ["a": ["other": "{a}"], "b": ["other": "{b}"]])
                ])
    }

    @Test("an empty file has no sentences", arguments: ["", "# nothing\n"])
    func empty(yaml: String) { #expect(wordings(yaml).isEmpty) }

    @Test(
        "what is no sentence is named with its place",
        arguments: [
            ("a: [x]\n", "t.yaml:1:4: a: expected a sentence, not a list"),
            ("- a\n", "t.yaml:1:1: : expected keys and sentences"),
            (
                "a:\n  n: { other: x }\n  words: y\n",
                "t.yaml:3:10: a: beside plural forms only `text` may stand, not `words`"
            ),
        ])
    func faults(yaml: String, fault: String) {
        let file = SentenceFile(source: "t.yaml", yaml: yaml)
        #expect(file.faults.map(\.description) == [fault])
    }

    @Test("a file that is not YAML is one fault with its place")
    func notYAML() {
        let file = SentenceFile(source: "t.yaml", yaml: "a: 'x\nb: {")
        #expect(file.entries.isEmpty)
        #expect(file.faults.count == 1)
        #expect(file.faults.first?.line != nil)
    }
}
