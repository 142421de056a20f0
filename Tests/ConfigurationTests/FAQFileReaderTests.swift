import Testing

@testable import Configuration

@Suite struct FAQFileReaderTests {
    @Test("front matter and answer are read")
    func read() throws {
        let text =
            "---\r\ntitle: Late?\r\ntags: [late, days]\r\nlanguage: pt\r\n---\r\n\r\nTen %.\r\n\r\n---\r\nMore.\r\n"
        let entry = try #require(load(["faq/late.md": text]).configuration?.faq.first)
        #expect(entry.id == "late" && entry.title.value == "Late?" && entry.language == "pt")
        #expect(entry.tags == ["late", "days"])
        #expect(entry.body == "Ten %.\n\n---\nMore.")
    }

    @Test(
        "faults are counted in lines of the file",
        arguments: [
            ("Just words.", "1:1: begin with a line ---, then title: …, and another line ---"),
            (
                "---\ntitle: A\ntag: [b]\n---\nB",
                "3:1: unknown key \"tag\"; did you mean \"tags\"? Known here: title, tags, language"
            ),
            (
                "---\ntitle: A\nlanguage: \"x\n---\nB",
                "3:11: this is not YAML: what begins here"
            ),
            ("---\ntitle: A\n---\n \n", "3:1: the answer is missing; write it below this line"),
            ("---\n---\nB", "1:1: \"title\" is missing"),
        ])
    func faults(text: String, words: String) {
        let faults = load(["faq/a.md": text]).faults.map(\.description)
        #expect(faults.count == 1 && faults[0].hasPrefix("bot-config/faq/a.md:"), "\(faults)")
        #expect(faults[0].contains(String(words.drop { $0 != ":" })), "\(faults)")
    }
}
