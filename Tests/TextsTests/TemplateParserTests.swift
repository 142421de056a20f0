import Testing

@testable import Texts

@Suite("Template parser")
struct TemplateParserTests {
    typealias Piece = Template.Piece

    static func gap(_ name: String, _ style: Template.Style = .full, alone: Bool = false) -> Piece {
        .gap(Template.Gap(name: name, style: style, standsAlone: alone))
    }

    @Test(
        "markup becomes pieces",
        arguments: [
            ("", []),
            ("plain words, 2 < 3 & more", [.words("plain words, 2 < 3 & more")]),
            ("a *b* c", [.words("a "), .bold([.words("b")]), .words(" c")]),
            ("*{n}* left", [.bold([gap("n")]), .words(" left")]),
            ("`/remind {when}`", [.code([.words("/remind "), gap("when")])]),
            (
                "[Open](https://a.b/{id})",
                [.link(label: [.words("Open")], url: [.words("https://a.b/"), gap("id")])]
            ),
            ("/leave [cohort]", [.words("/leave [cohort]")]),
            ("\\*a\\* \\{b\\} \\\\", [.words("*a* {b} \\")]),
            ("{text}", [gap("text", alone: true)]),
            ("{a}\n{b}!", [gap("a", alone: true), .words("\n"), gap("b"), .words("!")]),
            ("{due:short}.", [gap("due", .short), .words(".")]),
            ("naïve – 日本 {x}", [.words("naïve – 日本 "), gap("x")]),
        ] as [(String, [Piece])])
    func markup(text: String, pieces: [Piece]) throws {
        #expect(try TemplateParser.parse(Wording(text: text)).pieces == pieces)
    }

    @Test(
        "what cannot be read is said",
        arguments: [
            ("*a", "a closing * is missing"),
            ("`a", "a closing ` is missing"),
            ("{a", "a closing } is missing"),
            ("{a b}", "{a b} is no placeholder; write \\{ for a brace"),
            ("{}", "{} is no placeholder; write \\{ for a brace"),
            ("{a:long}", "{a:long} has an unknown style; known here: full, short, date, time"),
        ])
    func faults(text: String, reason: String) {
        #expect(throws: TemplateParser.Fault(reason: reason)) {
            try TemplateParser.parse(Wording(text: text))
        }
    }

    @Test(
        "plural forms need a text that uses them and a form for everything else",
        arguments: [
            (
                Wording(text: "x", plurals: ["n": ["other": "{n}"]]),
                "the text has no {n} for its plural forms"
            ),
            (Wording(text: "{n}", plurals: ["n": ["one": "{n}"]]), "{n} has no form `other`"),
            (
                Wording(text: "{n}", plurals: ["n": ["other": "", "several": ""]]),
                "`several` is no plural category"
            ),
            (
                Wording(text: nil, plurals: ["a": ["other": ""], "b": ["other": ""]]),
                "`text` is missing"
            ),
        ])
    func pluralFaults(wording: Wording, reason: String) {
        #expect(throws: TemplateParser.Fault(reason: reason)) {
            try TemplateParser.parse(wording)
        }
    }

    @Test("placeholders are found in markup, links and plural forms")
    func placeholders() throws {
        let template = try TemplateParser.parse(
            Wording(
                text: "*{a}* [{b}](https://{c}) {n}", plurals: ["n": ["other": "{n} of {d}"]]))
        #expect(template.placeholders == ["a", "b", "c", "d", "n"])
    }
}
