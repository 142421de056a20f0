import Chat
import Dates
import FoundationEssentials
import Support
import Testing

@testable import Texts

@Suite("Renderer")
struct RendererTests {
    let sentences = Sentences.written(
        """
        saved: "Saved: {text}. Id {id}."
        loud: "*{text}* has *{n} left*"
        copy: "Send `/link {text}`."
        open: "[Open it]({link})"
        alone: "Answer:\\n{text}"
        both: "{a} and {b}"
        left:
          n: { one: "{n} review left", other: "{n} reviews left", 0: "nothing left" }
        preview:
          text: "{works}, {reviewers}."
          works: { one: "{works} work", other: "{works} works" }
          reviewers: { one: "{reviewers} reviewer", other: "{reviewers} reviewers" }
        card.ping: "Shows that I am here"
        """)

    @Test("a person's words are quoted, whatever stands around them")
    func quoted() {
        #expect(
            sentences.runs("saved", ["text": .user("*a* {id} `x`"), "id": .code("r7f")]) == [
                .plain("Saved: "), .quoted("*a* {id} `x`"), .plain(". Id "), .code("r7f"),
                .plain("."),
            ])
        #expect(
            sentences.runs("loud", ["text": .user("me"), "n": 2]) == [
                .quoted("me"), .plain(" has "), .bold("2 left"),
            ])
    }

    @Test("inside code everything is one piece to copy")
    func code() {
        #expect(
            sentences.runs("copy", ["text": .user("a\nb")])
                == [.plain("Send "), .code("/link a b"), .plain(".")])
    }

    @Test("words that stand on a line of their own keep their lines")
    func ownLines() {
        #expect(sentences.plain("alone", ["text": .user("a\nb")]) == "Answer:\na\nb")
        let nested = Phrase.Value.phrase(Phrase("alone", ["text": .user("a\nb")]))
        #expect(sentences.plain("both", ["a": nested, "b": 1]) == "Answer:\na b and 1")
    }

    @Test(
        "a number chooses its form",
        arguments: [(0, "nothing left"), (1, "1 review left"), (1_204, "1,204 reviews left")])
    func plural(number: Int, said: String) {
        #expect(sentences.plain("left", ["n": .number(number)]) == said)
    }

    @Test("several numbers choose their forms by themselves")
    func plurals() {
        #expect(sentences.plain("preview", ["works": 1, "reviewers": 3]) == "1 work, 3 reviewers.")
    }

    @Test(
        "a link goes to the web or the chat application, or is shown as characters",
        arguments: [
            ("https://a.b/c", [Run.link("Open it", url: "https://a.b/c")]),
            ("tg://user?id=1", [.link("Open it", url: "tg://user?id=1")]),
            ("javascript:x", [.quoted("Open it (javascript:x)")]),
        ])
    func links(url: String, runs: [Run]) {
        #expect(sentences.runs("open", ["link": .link(label: "x", url: url)]) == runs)
    }

    @Test(
        "every kind of value has its form",
        arguments: [
            (.number(-1_234_567), [.plain("-1,234,567 and 1")]),
            (.zone("Asia/Kolkata"), [.plain("Asia/Kolkata and 1")]),
            (.duration(172_800), [.plain("2 days and 1")]),
            (
                .distance(Sentences.now.addingTimeInterval(-10_800)),
                [
                    .instant(
                        Sentences.now.addingTimeInterval(-10_800), written: "3 h ago",
                        shows: .distance), .plain(" and 1"),
                ]
            ),
            (
                .link(label: "x", url: "https://y"),
                [.link("x", url: "https://y"), .plain(" and 1")]
            ),
            (
                .mention(Account(.telegram, "7"), name: "Li\nla"),
                [.mention(Account(.telegram, "7"), name: "Li la"), .plain(" and 1")]
            ),
            (
                .lines([Phrase("card.ping"), Phrase("left", ["n": 1])]),
                [.plain("Shows that I am here\n1 review left and 1")]
            ),
            (
                .list([Phrase("left", ["n": 1]), Phrase("left", ["n": 0])]),
                [.plain("1 review left, nothing left and 1")]
            ),
            (.list([]), [.plain(" and 1")]),
            (.translated(key: "card.ping", english: "x"), [.plain("Shows that I am here and 1")]),
            (
                .translated(key: "card.no", english: "Plain *words*"),
                [.plain("Plain *words* and 1")]
            ),
        ] as [(Phrase.Value, [Run])])
    func values(value: Phrase.Value, runs: [Run]) {
        #expect(sentences.runs("both", ["a": value, "b": 1]) == runs)
    }

    @Test("any words of a person arrive verbatim and are one quoted run")
    func anyWords() {
        var chance = SeededGenerator(state: 7)
        for _ in 0..<2_000 {
            let text = chance.words()
            let expected = text.unicodeScalars.reduce(into: "") { shown, scalar in
                switch scalar.value {
                case 0x0A...0x0D, 0x85, 0x2028, 0x2029: shown.unicodeScalars.append(" ")
                default: shown.unicodeScalars.append(scalar)
                }
            }
            let runs = sentences.runs("saved", ["text": .user(text), "id": .code("r7f")])
            let quoted = runs.compactMap { if case .quoted(let words) = $0 { words } else { nil } }
            #expect(runs.count == 5)
            let shown = quoted.first?.unicodeScalars.filter {
                !(0x2068...0x2069).contains($0.value)
            }
            #expect(
                shown?.elementsEqual(expected.unicodeScalars) == true, "\(text.debugDescription)")
        }
    }
}

extension SeededGenerator {
    /// Up to 40 characters from all over Unicode, without the controls that are left out on purpose and without more
    /// marks than are kept.
    mutating func words() -> String {
        let ranges: [ClosedRange<UInt32>] = [
            0x20...0x7E, 0x20...0x7E, 0x2A...0x2A, 0x5B...0x5D, 0x60...0x60, 0x7B...0x7D,
            0xA0...0x24F,
            0x5D0...0x5EA, 0x620...0x64A, 0x900...0x939, 0x4E00...0x4E80, 0x1F300...0x1F64F,
            0x200B...0x200F, 0x2028...0x2029, 0xE000...0xE010, 0x10_0000...0x10_0010,
        ]
        var text = String.UnicodeScalarView()
        for _ in 0..<Int.random(in: 0...40, using: &self) {
            let range = ranges[Int.random(in: 0..<ranges.count, using: &self)]
            if let scalar = Unicode.Scalar(UInt32.random(in: range, using: &self)) {
                text.append(scalar)
            }
        }
        return String(text)
    }
}
