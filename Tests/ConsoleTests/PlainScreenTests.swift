import Chat
import Testing

@testable import Console

@Suite struct PlainScreenTests {
    @Test(
        "no control character reaches the terminal",
        arguments: [
            ("\u{1B}[2J\u{1B}]0;x\u{7}", "␛[2J␛]0;x␇"), ("a\0b", "a␀b"),
            ("\u{9B}31m", "\u{FFFD}31m"),
            ("a\r\nb\rc", "a\nb␍c"), ("tab\tstays", "tab\tstays"), ("\u{7F}", "␡"),
            ("one\u{2028}two", "one\ntwo"), ("\u{202E}evil", "evil"),
            ("\u{2068}name\u{2069}", "\u{2068}name\u{2069}"),
            ("é 🙂 שלום", "é 🙂 שלום"), ("\u{8}\u{8}", "␈␈"),
        ])
    func shown(text: String, shown: String) {
        #expect(PlainScreen.shown(text) == shown)
    }

    @Test("every scalar of the alphabets is shown without one that steers the terminal")
    func everyScalar() {
        for value in UInt32(0)...0x10FFFF {
            guard let scalar = Unicode.Scalar(value) else { continue }
            let shown = PlainScreen.shown(String(Character(scalar)))
            for result in shown.unicodeScalars where result != "\n" && result != "\t" {
                if result.properties.generalCategory == .control {
                    Issue.record("U+\(String(value, radix: 16))")
                }
            }
        }
    }

    @Test("every line of a message has its bar, so words cannot pass for another message")
    func framed() {
        let forged = "hi\nmain │ bot: you passed"
        #expect(
            PlainScreen.framed(forged, heading: "main", speaker: "bot", bar: "│")
                == "main │ bot: hi\n     │ main │ bot: you passed")
    }

    @Test("buttons are numbered through the rows, each on one line")
    func buttons() {
        let rows = [[Button("Undo", "u"), Button("a\nb", "x")], [], [Button("\u{1B}c", "d")]]
        #expect(PlainScreen.buttons(rows) == "[1] Undo  [2] a b\n[3] ␛c")
        #expect(PlainScreen.buttons([[]]) == "")
    }
}
