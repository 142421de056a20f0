import Testing

@testable import Texts

@Suite("A person's words")
struct StringVerbatimTests {
    @Test(
        "harmless words stay as they are",
        arguments: [
            "", "finish quiz 3", "*bold* _x_ [a](b) <b> & @everyone #tag /start {text}",
            "naïve café",
            "日本語", "नमस्ते दुनिया", "👩‍👩‍👧‍👦 🏴󠁧󠁢󠁥󠁮󠁧󠁿 👍🏽 1️⃣", "Việt Nam", "e\u{301}\u{323}",
        ])
    func verbatim(text: String) {
        #expect(text.shownVerbatim(inline: true) == text)
        #expect(text.shownVerbatim(inline: false) == text)
    }

    @Test(
        "line ends are spaces inside a sentence and stay where the words stand alone",
        arguments: [
            ("a\nb", "a b", "a\nb"), ("a\r\nb", "a b", "a\nb"), ("a\rb", "a b", "a\nb"),
            ("a\u{2028}b", "a b", "a\nb"), ("a\tb", "a b", "a b"), ("a\n\nb", "a  b", "a\n\nb"),
        ])
    func lineEnds(text: String, inline: String, alone: String) {
        #expect(text.shownVerbatim(inline: true) == inline)
        #expect(text.shownVerbatim(inline: false) == alone)
    }

    @Test(
        "control characters are left out",
        arguments: ["a\u{0}b", "a\u{1B}b", "a\u{7F}b", "a\u{9B}b"])
    func controls(text: String) { #expect(text.shownVerbatim(inline: true) == "ab") }

    @Test("right-to-left words are isolated inside a sentence only")
    func isolates() {
        #expect("שלום".shownVerbatim(inline: true) == "\u{2068}שלום\u{2069}")
        #expect("Ali علي".shownVerbatim(inline: true) == "\u{2068}Ali علي\u{2069}")
        #expect("שלום".shownVerbatim(inline: false) == "שלום")
        #expect("שלום".shownVerbatim(inline: true, isolated: false) == "שלום")
    }

    @Test("nobody can turn the order of the sentence around")
    func overrides() {
        #expect("a\u{202E}b\u{2069}c\u{202C}".shownVerbatim(inline: true) == "abc")
        #expect("\u{2069}ש\u{2069}".shownVerbatim(inline: true) == "\u{2068}ש\u{2069}")
    }

    @Test("marks piled on a letter are cut at sixteen")
    func piledMarks() {
        let piled = "a" + String(repeating: "\u{301}", count: 200) + "b"
        #expect(piled.shownVerbatim(inline: true).unicodeScalars.count == 18)
    }

    @Test("a long text is cut at 4,000 characters as people count them")
    func longText() {
        let family = "👩‍👩‍👧‍👦"
        #expect(String(repeating: family, count: 4_000).shownVerbatim(inline: true).count == 4_000)
        let cut = String(repeating: family, count: 100_000).shownVerbatim(inline: true)
        #expect(cut.count == 4_000)
        #expect(cut.hasSuffix("\(family)…"))
    }
}
