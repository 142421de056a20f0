import Support
import Testing

@testable import Discord

@Suite struct JSONReaderTests {
    private func read(_ text: String) -> JSON? { JSONReader.read(Array(text.utf8)) }

    @Test(
        "values of every kind are read",
        arguments: [
            ("null", JSON.null), (" true ", true), ("-12", -12), ("0", 0),
            ("1.5", JSON.double(1.5)),
            ("1e3", JSON.double(1_000)),
            ("-1e999", JSON.double(-.greatestFiniteMagnitude)),
            ("18446744073709551616", JSON.double(18_446_744_073_709_551_616)),
            (#""a\n\u00e9\ud83d\ude00\ud83d""#, "a\né😀\u{FFFD}"), ("[]", []), ("{}", [:]),
            (#"[1,[2],{"a":null}]"#, [1, [2], ["a": nil]]), (#"{"a":1,"a":2}"#, ["a": 2]),
        ] as [(String, JSON)])
    func values(text: String, value: JSON) { #expect(read(text) == value) }

    @Test(
        "what is no JSON is nothing",
        arguments: [
            "", "nul", "01", "1.", "-", "+1", "[1,]", "{\"a\"}", "{a:1}", "\"", "\"\\x\"",
            "\"\\u12\"",
            "[1] 2", "{not json", String(repeating: "[", count: 100_000), "\"\\",
        ])
    func malformed(text: String) { #expect(read(text) == nil) }

    @Test("what is written is read again as it was")
    func roundTrip() {
        var chance = SeededGenerator(state: 3)
        for _ in 0..<300 {
            let text = chance.text(upTo: 8)
            let value: JSON = [
                "text": .string(text), "list": [1, .double(2.5), nil, true, .string("\u{1}\"\\")],
                "more": .object([text: [:]]),
            ]
            #expect(JSONReader.read(value.bytes) == value)
        }
    }

    @Test("members are read by kind; what differs is absent")
    func members() {
        let json: JSON = ["n": 5, "s": "x", "bits": "1099511627776", "none": nil, "list": [1]]
        #expect(json["n"]?.int == 5 && json["n"]?.string == nil && json["none"] == nil)
        #expect(json["bits"]?.bits == 1 << 40 && json["n"]?.bits == 5 && json["s"]?.array == [])
        #expect(json["s"]?["deeper"] == nil && JSON.members(["a": nil, "b": 1]) == ["b": 1])
    }
}
