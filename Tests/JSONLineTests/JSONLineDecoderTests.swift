import FoundationEssentials
import JSONLine
import Support
import Testing

@Suite("The decoder of lines")
struct JSONLineDecoderTests {
    private let decoder = JSONLineDecoder()

    private func decode<T: Decodable>(_ type: T.Type, _ json: String) throws -> T {
        try decoder.decode(type, from: Array(json.utf8))
    }

    /// What an error says: the path, then the sentence.
    private func complaint<T: Decodable>(_ type: T.Type, _ json: String) throws -> String {
        let error = try #require(throws: DecodingError.self) { try decode(type, json) }
        let context: DecodingError.Context
        switch error {
        case .dataCorrupted(let found), .keyNotFound(_, let found), .typeMismatch(_, let found),
            .valueNotFound(_, let found):
            context = found
        @unknown default: return ""
        }
        let path = context.codingPath.map(\.stringValue).joined(separator: ".")
        return "\(path): \(context.debugDescription)"
    }

    @Test("reads what Foundation writes, on one line or on many", arguments: 0..<50)
    func readsFoundation(seed: Int) throws {
        var chance = SeededGenerator(state: UInt64(seed))
        let zoo = Zoo(&chance)
        let encoder = JSONEncoder()
        encoder.dateEncodingStrategy = .iso8601
        encoder.outputFormatting = seed % 2 == 0 ? [.prettyPrinted] : []
        #expect(try decoder.decode(Zoo.self, from: Array(encoder.encode(zoo))) == zoo)
    }

    @Test("undoes every escape")
    func readsEscapes() throws {
        let json = #""\"\\\/\b\f\n\r\t\u0041\u00e9\u20AC\ud83e\uddd8 é""#
        #expect(try decode(String.self, json) == "\"\\/\u{8}\u{c}\n\r\tAé€🧘 é")
        #expect(try decode([String: Int].self, #"{"\u0061":1,"b":2}"#) == ["a": 1, "b": 2])
    }

    @Test(
        "reads a moment with or without fractions of a second",
        arguments: [
            ("1970-01-01T00:00:00Z", 0), ("2026-11-23T13:00:00Z", 1_795_438_800),
            ("2026-11-23T13:00:00.25Z", 1_795_438_800.25),
            ("1969-12-31T23:59:59Z", -1), ("2000-02-29T00:00:00Z", 951_782_400),
            ("0001-01-01T00:00:00Z", -62_135_596_800), ("9999-12-31T23:59:59Z", 253_402_300_799),
        ])
    func readsMoments(text: String, seconds: Double) throws {
        #expect(try decode(Date.self, "\"\(text)\"") == Date(timeIntervalSince1970: seconds))
    }

    @Test(
        "refuses a moment that is none",
        arguments: [
            "", "2026-11-23", "2026-02-29T00:00:00Z", "2026-13-01T00:00:00Z",
            "2026-11-23T24:00:00Z",
            "2026-11-23T13:00:60Z", "2026-11-23T13:00:00", "2026-11-23T13:00:00.Z",
            "2026-11-23T13:00:00.12345678901234567Z", "2026-11-23T13:00:00+02:00",
            "0000-01-01T00:00:00Z", "2026-00-10T00:00:00Z", "2026/11/23T13:00:00Z",
        ])
    func refusesMoments(text: String) {
        #expect(throws: DecodingError.self) { try decode(Date.self, "\"\(text)\"") }
    }

    @Test("reads whole numbers up to their limits, and not beyond")
    func readsIntegers() throws {
        #expect(
            try decode([Int].self, " [ -9223372036854775808 , 9223372036854775807 , -0 ] ") == [
                .min, .max, 0,
            ])
        #expect(try decode(UInt64.self, "18446744073709551615") == .max)
        #expect(try decode([Int8].self, "[127,-128]") == [127, -128])
        #expect(try decode([Int].self, "[1.0,1e3]") == [1, 1000])
        for text in [
            "9223372036854775808", "-9223372036854775809", "1.5", "1e99", "\"1\"", "null", "true",
        ] {
            #expect(throws: DecodingError.self) { try decode(Int.self, text) }
        }
        #expect(throws: DecodingError.self) { try decode(UInt.self, "-1") }
        #expect(throws: DecodingError.self) { try decode(Int8.self, "128") }
        #expect(throws: DecodingError.self) { try decode(Double.self, "1e999") }
    }

    @Test(
        "refuses what is no JSON",
        arguments: [
            "", " ", "{", "[", "\"", "[1,]", "[,1]", "{\"a\"}", "{\"a\":}", "{\"a\":1,}", "{a:1}",
            "[1 2]",
            "01", "-", "1.", ".5", "1e", "+1", "tru", "nulll", "[1]]", "'a'", "\"\u{1}\"", #""\x""#,
            #""\u12""#, #""\u12g4""#, #""\ud800""#, #""\ud800\u0041""#, #""\udc00""#, "NaN",
            "\u{feff}1",
        ])
    func refusesOtherThings(json: String) {
        #expect(throws: DecodingError.self) { try decode(Anything.self, json) }
    }

    @Test(
        "refuses strings that are not UTF-8",
        arguments: [
            [0xFF], [0xC0, 0x80], [0xC3], [0xE0, 0x80, 0x80], [0xED, 0xA0, 0x80],
            [0xF5, 0x80, 0x80, 0x80],
            [0xF0, 0x80, 0x80, 0x80], [0xF4, 0x90, 0x80, 0x80], [0x80], [0xE2, 0x82],
        ] as [[UInt8]])
    func refusesOtherEncodings(bytes: [UInt8]) {
        #expect(throws: DecodingError.self) {
            try decoder.decode(Anything.self, from: [0x22] + bytes + [0x22])
        }
        #expect(throws: DecodingError.self) {
            try decoder.decode(Anything.self, from: [0x22] + bytes)
        }
    }

    @Test("takes the first of two values under one key, however it is asked")
    func takesTheFirst() throws {
        #expect(try decode([String: Int].self, #"{"a":1,"b":2,"a":3}"#) == ["a": 1, "b": 2])
        #expect(try decode([String: Int].self, #"{"a":1,"\u0061":3,"b":2}"#) == ["a": 1, "b": 2])
    }

    @Test("ends at 64 containers in each other")
    func endsADeepLine() throws {
        let deep = { String(repeating: "[", count: $0) + String(repeating: "]", count: $0) }
        #expect(throws: Never.self) { try decode(Anything.self, deep(64)) }
        #expect(throws: DecodingError.self) { try decode(Anything.self, deep(65)) }
        #expect(throws: DecodingError.self) {
            try decode(Anything.self, String(repeating: "{\"a\":[", count: 100_000))
        }
    }

    @Test("says where it went wrong, never what a person wrote")
    func saysWhere() throws {
        struct Item: Decodable { let words: [String] }
        #expect(
            try complaint([Item].self, #"[{"words":["secret",7]}]"#)
                == "Index 0.words.Index 1: String expected, number found")
        #expect(try complaint([Item].self, #"[{"words":[]},{}]"#) == "Index 1: a key is missing")
        #expect(
            try complaint([Item].self, #"[{"words":["secret" 7]}]"#)
                == "Index 0.words.Index 1: an array that is not closed (byte 20 of the line)")
        #expect(
            try complaint([Item].self, #"[{"a":[[],tru"#)
                == "Index 0.a.Index 1: no value where one has to stand (byte 10 of the line)")
        #expect(
            try complaint([Item].self, #"[{"a":1,"b" 2"#)
                == "Index 0.b: no colon behind a key (byte 12 of the line)")
    }
}
