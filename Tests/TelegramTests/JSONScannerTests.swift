import Testing

@testable import Telegram

@Suite struct JSONScannerTests {
    private func string(_ json: String) throws -> String {
        var scanner = JSONScanner(Array(json.utf8))
        let value = try scanner.string()
        try scanner.end()
        return value
    }

    @Test(
        "reads strings as they were meant",
        arguments: [
            (#""plain""#, "plain"),
            (#""""#, ""),
            (#" "spaces around" "#, "spaces around"),
            (#""\"\\\/\b\f\n\r\t""#, "\"\\/\u{8}\u{C}\n\r\t"),
            (#""\u00e9\u00E9""#, "éé"),
            (#""\ud83d\ude00!""#, "😀!"),
            (#""👩‍👩‍👧 عربي""#, "👩‍👩‍👧 عربي"),
            (#""\ud83d""#, "\u{FFFD}"),
            (#""\ude00x""#, "\u{FFFD}x"),
            (#""\ud83d\u0041""#, "\u{FFFD}A"),
            (#""\ud83d\ud83d\ude00""#, "\u{FFFD}😀"),
            (#""\u0000""#, "\0"),
        ])
    func strings(json: String, expected: String) throws {
        #expect(try string(json) == expected)
    }

    @Test("invalid UTF-8 becomes the replacement character")
    func invalidUTF8() throws {
        var scanner = JSONScanner([0x22, 0x61, 0xFF, 0xC3, 0x22])
        #expect(try scanner.string() == "a\u{FFFD}\u{FFFD}")
    }

    @Test(
        "reads whole numbers to the ends of their range",
        arguments: [
            ("0", Int64(0)), ("-7", -7), ("-1001234567890", -1_001_234_567_890),
            ("9223372036854775807", .max), ("-9223372036854775808", .min),
        ])
    func numbers(json: String, expected: Int64) throws {
        var scanner = JSONScanner(Array(json.utf8))
        #expect(try scanner.int() == expected)
    }

    @Test(
        "tells a wrong kind from broken JSON",
        arguments: [
            ("\"1\"", JSONFault.mismatch), ("1.5", .mismatch), ("1e3", .mismatch),
            ("9223372036854775808", .mismatch), ("{}", .mismatch), ("-", .malformed),
            ("", .malformed),
        ])
    func wrongNumbers(json: String, fault: JSONFault) {
        var scanner = JSONScanner(Array(json.utf8))
        #expect(throws: fault) { try scanner.int() }
    }

    @Test(
        "steps over everything that is JSON",
        arguments: [
            "{}", "[]", "null", "true", "false", "-1.5e+3", #""a\"b""#,
            #"{"a":[1,{"b":null}],"c":{}}"#,
            " [ 1 , 2 ] ",
        ])
    func skips(json: String) throws {
        var scanner = JSONScanner(Array(json.utf8))
        try scanner.skip()
        try scanner.end()
    }

    @Test(
        "refuses what is cut or no JSON",
        arguments: [
            "", "{", "[", "[1", "[1,", #"{"a""#, #"{"a":"#, #"{"a":1"#, #"{"a":1,}"#, "[1]]", "nul",
            "tru",
            #""open"#, #""open\"#, #""open\""#, "{1:2}", "<html>", "[1 2]", #"{"a" 1}"#,
        ])
    func malformed(json: String) {
        var scanner = JSONScanner(Array(json.utf8))
        #expect(throws: JSONFault.malformed) {
            try scanner.skip()
            try scanner.end()
        }
    }

    @Test(
        "a broken escape is refused when the string is read",
        arguments: [
            #""\x""#, #""\u12""#, #""\u12g4""#,
        ])
    func brokenEscapes(json: String) {
        #expect(throws: JSONFault.malformed) { try string(json) }
    }

    @Test("nesting ends in a fault, not in a stack overflow", arguments: ["[", #"{"a":"#])
    func depth(open: String) {
        var scanner = JSONScanner(Array(String(repeating: open, count: 100_000).utf8))
        #expect(throws: JSONFault.malformed) { try scanner.skip() }
    }

    @Test("members that nobody asks for are skipped, null counts as absent")
    func members() throws {
        var scanner = JSONScanner(Array(#"{"x":{"y":[1]},"a":null,"b":2,"a":"c"}"#.utf8))
        var seen: [String] = []
        var a = ""
        try scanner.object { name, json throws(JSONFault) in
            seen.append(String(name))
            if name == "a" { a = try json.string() }
        }
        try scanner.end()
        #expect(seen == ["x", "b", "a"])
        #expect(a == "c")
    }
}
