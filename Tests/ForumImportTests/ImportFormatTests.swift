import Foundation
import Testing

@testable import ForumImport

@Suite("Import formats")
struct ImportFormatTests {
    private func read(_ text: String, _ name: String = "x.json") throws(ImportFault)
        -> ImportedForum
    {
        try ImportedForum.read(Array(text.utf8), name: name)
    }

    @Test(
        "a file is known by its content, else by its name",
        arguments: [
            (#"[{"id":1,"title":"A?","post_stream":{"posts":[]}}]"#, "a", ImportFormat.discourse),
            (#"{"id":7,"messages":[]}"#, "result.json", .telegram),
            (#"{"channel":{"id":"1"},"messages":[]}"#, "c.json", .discord),
            ("From a@b Mon Nov 23\nSubject: Hi\n\nText\n", "list", .mbox),
            ("title;answer\nWhen?;Now\n", "faq.csv", .csv), ("# When?\nNow\n", "faq", .markdown),
        ])
    func detection(text: String, name: String, format: ImportFormat) throws {
        #expect(try read(text, name).format == format)
    }

    @Test(
        "what is no forum is refused with what would be one",
        arguments: [
            ("hello", "x.txt", nil, "is none of: Discourse JSON, Telegram export"),
            ("{\"a\":1}", "x.json", nil, "is JSON, but neither Discourse"),
            ("{\"messages\":[\n{\"id\":1},\n", "x.json", 3, "is no JSON that can be read"),
            ("{\"messages\":\"x", "x.json", 1, "is no JSON that can be read"),
            ("name,age\nLila,3\n", "x.csv", 1, "has no column \"title\""),
            ("title\n\"open\n", "x.csv", 2, "a quoted field begins here"),
            ("", "x.csv", nil, "is empty"),
        ] as [(String, String, Int?, String)])
    func faults(text: String, name: String, line: Int?, words: String) {
        let fault = #expect(throws: ImportFault.self) { try read(text, name) }
        #expect(fault?.line == line)
        #expect(fault?.words.hasPrefix(words) == true)
    }

    @Test("of two states of a thread the later one stays, and that is said")
    func twins() throws {
        let forum = try read("id,title,answer\n1,When?,Now\n2,Who?,Me\n1,When?,Later\n", "a.csv")
        #expect(forum.threads.map(\.id) == ["2", "1"])
        #expect(forum.threads.last?.answer?.text == "Later")
        #expect(forum.skipped == [.twice: 1])
    }

    @Test("texts are cut to what a thread may have")
    func limits() throws {
        let long = String(repeating: "word ", count: 5_000)
        let thread = try #require(try read("title,body\n\(long),\(long)\n", "a.csv").threads.first)
        #expect(thread.title.count <= ImportLimits.title && thread.title.hasSuffix("…"))
        #expect(thread.body.count <= ImportLimits.text)
    }

    @Test("JSON inside of JSON inside of JSON is refused and fills no memory")
    func bomb() {
        let deep = String(repeating: "[", count: 200_000)
        #expect(throws: ImportFault.self) { try read("{\"messages\":" + deep) }
    }

    @Test("any bytes are read or refused", arguments: 1...60)
    func noise(seed: UInt64) {
        var state = seed
        let seeds = [
            "{\"messages\":[{\"id\":1,\"text\":\"a?\"}]}", "From a\nSubject: =?utf-8?Q?=C3?=\n\n=",
            "title,body\n\"a\"\"b\",c\n", "# a\n## b\ntext\n```\n# c\n",
        ]
        for name in ["a.json", "a.mbox", "a.csv", "a.md"] {
            var bytes = Array(seeds[Int(seed) % seeds.count].utf8)
            for _ in 0..<6 {
                state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
                bytes[Int(state >> 33) % bytes.count] = UInt8(truncatingIfNeeded: state >> 20)
            }
            _ = try? ImportedForum.read(bytes, name: name)
        }
    }
}
