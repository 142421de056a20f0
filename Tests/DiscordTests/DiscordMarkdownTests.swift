import Chat
import FoundationEssentials
import Support
import Testing

@testable import Discord

@Suite struct DiscordMarkdownTests {
    private func contents(_ text: Text, longest: Int = 2_000) -> [String] {
        DiscordMarkdown.parts(text, longest: longest).map(\.content)
    }

    @Test("runs become Discord's own notation")
    func runs() {
        let text: Text = [
            .plain("Hi *all*: "), .bold("Quiz 1"), .plain(" "), .code("/ping"), .plain(" "),
            .code("a`b"), .plain(" "), .link("here", url: "https://x.y/a_b"), .plain(" "),
            .link("https://x.y", url: "https://x.y"), .plain(" "),
            .mention(Account(.discord, "77"), name: "Lila"), .plain(" "),
            .mention(Account(.telegram, "7"), name: "_M_"), .plain(" "),
            .instant(Date(timeIntervalSince1970: 1_800_000_000), written: "then"),
        ]
        #expect(
            contents(text) == [
                "Hi \\*all\\*\\: **Quiz 1** `/ping` `` a`b `` [here](<https://x.y/a_b>) "
                    + "<https://x.y> <@77> \\_M\\_ <t:1800000000:F>"
            ])
        #expect(DiscordMarkdown.parts(text).first?.notifies == ["77"])
    }

    @Test(
        "what cannot be Discord's notation becomes words",
        arguments: [
            (Run.code("a\nb"), "a\nb"), (.code("a``b"), "a\\`\\`b"),
            (.link("x", url: "javascript:alert(1)"), "x (javascript\\:alert(1))"),
            (.mention(Account(.discord, "no"), name: "Lila"), "Lila"),
            (.instant(.distantPast, written: "then"), "<t:-62135769600:F>"),
            (.instant(.distantPast, written: "ago", shows: .distance), "<t:-62135769600:R>"),
            (.instant(.distantPast, written: "day", shows: .date), "<t:-62135769600:D>"),
            (.instant(.distantPast, written: "hour", shows: .time), "<t:-62135769600:t>"),
        ])
    func words(run: Run, content: String) { #expect(contents(Text([run])) == [content]) }

    @Test(
        "lists, headings and quotes begin only where somebody meant them",
        arguments: [
            ("- a\n1. b\n# c\n> d\n-# e", "\\- a\n1\\. b\n\\# c\n\\> d\n\\-\\# e"),
            ("a - b. c)", "a - b. c)"), ("  + x", "\\+ x"), ("3) x", "3\\) x"),
        ])
    func lines(text: String, content: String) { #expect(contents([.quoted(text)]) == [content]) }

    @Test("bold keeps its marks together, over lines and between other runs")
    func bold() {
        #expect(contents([.bold("a b"), .bold(" c"), .plain(" d")]) == ["**a b c** d"])
        #expect(contents([.bold("a\nb")]) == ["**a**\n**b**"])
        #expect(contents([.bold("*"), .plain("x")]) == ["**\\***x"])
    }

    @Test("a user's text arrives word for word, formats nothing and pings nobody")
    func verbatim() {
        for seed in 0..<800 {
            var chance = SeededGenerator(state: UInt64(seed))
            let text = chance.text(upTo: 30)
            let parts = DiscordMarkdown.parts([.quoted(text)])
            let reading = MarkdownReading(parts.map(\.content).joined())
            #expect(!reading.hasFormatting, "\(text.debugDescription)")
            #expect(Self.inked(reading.shown) == Self.inked(text), "\(text.debugDescription)")
            #expect(parts.allSatisfy { $0.notifies.isEmpty })
            #expect(
                reading.found.allSatisfy { if case .words = $0 { true } else { false } },
                "\(text.debugDescription)")
        }
    }

    @Test("between the bot's own marks a user's text stays what it is")
    func surrounded() {
        for seed in 0..<300 {
            var chance = SeededGenerator(state: UInt64(seed) &+ 77)
            let (a, b) = (chance.text(upTo: 10), chance.text(upTo: 10))
            let text: Text = [
                .bold("Title"), .plain("\n"), .quoted(a), .plain(" = "), .bold(b + "x"),
                .plain(" "), .code("/go"), .quoted(a),
            ]
            let content = contents(text).joined()
            let reading = MarkdownReading(content)
            #expect(!reading.hasFormatting, "\(content.debugDescription)")
            #expect(
                Self.inked(reading.shown) == Self.inked("Title\n\(a) = \(b)x /go\(a)"),
                "\(content.debugDescription)")
        }
    }

    /// Without white space at the ends, which Discord takes away, and with one kind of line end.
    private static func inked(_ text: String) -> String {
        let lines = String(text.map { $0 == "\r\n" || $0 == "\r" ? "\n" : $0 })
        guard let first = lines.firstIndex(where: { !$0.isWhitespace }),
            let last = lines.lastIndex(where: { !$0.isWhitespace })
        else { return "" }
        return String(lines[first...last])
    }

    @Test(
        "every part is short enough by any count, and nothing but white space is lost",
        arguments: [40, 200, 2_000])
    func splitting(longest: Int) {
        for seed in 0..<40 {
            var chance = SeededGenerator(state: UInt64(seed) &+ 5_000)
            let text = (0..<12).map { _ in chance.text(upTo: 30) }.joined(separator: " words ")
            let runs: Text = [.quoted(text), .bold(text), .code("/x y"), .plain(text)]
            let parts = contents(runs, longest: longest)
            #expect(
                parts.allSatisfy { $0.utf16.count <= longest && $0.unicodeScalars.count <= longest }
            )
            for part in parts {
                let reading = MarkdownReading(part)
                #expect(!reading.hasFormatting, "\(part.debugDescription)")
            }
            let shown = parts.map { MarkdownReading($0).shown }.joined()
            let whole = text + text + "/x y" + text
            #expect(shown.filter { !$0.isWhitespace } == whole.filter { !$0.isWhitespace })
        }
    }

    @Test("cuts are made where a reader would make them")
    func cuts() {
        let paragraph = String(repeating: "word ", count: 20)
        let text = (1...4).map { _ in paragraph + "\n" + paragraph }.joined(separator: "\n\n")
        let parts = contents([.plain(text)], longest: 500)
        #expect(parts.count == 2)
        #expect(parts.allSatisfy { $0.hasPrefix("word") && $0.hasSuffix("word") })
        #expect(parts[0].split(separator: "\n\n").count == 2)
        #expect(
            contents([.plain(String(repeating: "x", count: 95))], longest: 48).map(\.count) == [
                40, 40, 15,
            ])
        #expect(contents([.plain(" \n ")]).isEmpty)
    }
}
