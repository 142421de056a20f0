import Testing

@testable import Configuration

@Suite struct TextFileReaderTests {
    @Test("nested and dotted keys, and plural forms, are read")
    func read() throws {
        let yaml = """
            a.b: "One {x}"
            c:
              d: Two
              n: { count: { one: "{count} day", other: "{count} days" } }
              e: { text: "{w}", w: { other: "{w} works" } }
            """
        let texts = try #require(load(["texts/en.yaml": yaml]).configuration?.texts["en"])
        #expect(
            texts.mapValues(\.value) == [
                "a.b": TextOverride(text: "One {x}"), "c.d": TextOverride(text: "Two"),
                "c.n": TextOverride(
                    text: nil, plurals: ["count": ["one": "{count} day", "other": "{count} days"]]),
                "c.e": TextOverride(text: "{w}", plurals: ["w": ["other": "{w} works"]]),
            ])
        #expect(texts["c.d"]?.mark == SourceMark("bot-config/texts/en.yaml", line: 3, column: 6))
    }

    @Test(
        "faults",
        arguments: [
            ("a: [b]", "1:4: expected a sentence; found a list"),
            ("- a", "1:1: expected a sentence's key, such as reminder.saved: \"…\""),
            ("no: { such: x }", "1:13: no sentence \"no.such\""),
            ("a.b: x\na: { b: y }", "2:9: the sentence a.b stands twice; keep one"),
            (
                "a: { n: { other: x }, m: y }",
                "1:23: beside plural forms only \"text\" may stand; found \"m\""
            ),
        ])
    func faults(yaml: String, words: String) {
        #expect(
            load(["texts/en.yaml": yaml]).faults.map(\.description) == [
                "bot-config/texts/en.yaml:" + words
            ])
    }
}
