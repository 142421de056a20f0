import FoundationEssentials
import JSONLine
import Support
import Testing

@Suite("The encoder of lines")
struct JSONLineEncoderTests {
    private let encoder = JSONLineEncoder()
    private let foundation = {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        encoder.dateEncodingStrategy = .iso8601
        return encoder
    }()

    private func text(_ value: some Encodable) throws -> String {
        String(decoding: try encoder.encode(value), as: UTF8.self)
    }

    @Test("writes the bytes that Foundation writes, whatever the value", arguments: 0..<200)
    func agreesWithFoundation(seed: Int) throws {
        var chance = SeededGenerator(state: UInt64(seed))
        let zoo = Zoo(&chance)
        let expected = String(decoding: try foundation.encode(zoo), as: UTF8.self)
        #expect(try text(zoo) == expected)
    }

    @Test("gives back every value to the decoder, in a dictionary's order too", arguments: 0..<200)
    func roundTrips(seed: Int) throws {
        var chance = SeededGenerator(state: UInt64(seed))
        let zoo = Zoo(&chance)
        #expect(try JSONLineDecoder().decode(Zoo.self, from: encoder.encode(zoo)) == zoo)
    }

    @Test("escapes what JSON can not hold, and slashes not")
    func escapes() throws {
        let all = String(String.UnicodeScalarView((0..<0x90).compactMap(Unicode.Scalar.init)))
        let expected = String(decoding: try foundation.encode(all), as: UTF8.self)
        #expect(try text(all) == expected)
        #expect(try text(["a\"b\n": 1]) == #"{"a\"b\n":1}"#)
    }

    @Test(
        "cuts a moment to the second below, before 1970 too",
        arguments: [
            (0, "1970-01-01T00:00:00Z"), (0.999, "1970-01-01T00:00:00Z"),
            (-0.5, "1969-12-31T23:59:59Z"), (951_782_400, "2000-02-29T00:00:00Z"),
            (4_107_542_400, "2100-03-01T00:00:00Z"), (-62_135_596_800, "0001-01-01T00:00:00Z"),
            (253_402_300_799, "9999-12-31T23:59:59Z"),
        ])
    func writesMoments(seconds: Double, expected: String) throws {
        #expect(try text(Date(timeIntervalSince1970: seconds)) == "\"\(expected)\"")
    }

    @Test(
        "refuses a year of five digits and a number without end",
        arguments: [253_402_300_800, -62_135_596_801, .infinity, .nan])
    func refusesMoments(seconds: Double) {
        #expect(throws: EncodingError.self) {
            _ = try encoder.encode([Date(timeIntervalSince1970: seconds)])
        }
    }

    @Test("refuses numbers that JSON has not, and says where")
    func refusesNumbers() throws {
        let error = try #require(throws: EncodingError.self) {
            try encoder.encode(["a": [1, Double.nan]])
        }
        guard case .invalidValue(_, let context) = error else { return }
        #expect(context.codingPath.map(\.stringValue) == ["a", "Index 1"])
    }

    private final class Chain: Codable {
        let next: Chain?
        init(length: Int) { next = length > 1 ? Chain(length: length - 1) : nil }
    }

    @Test("writes nothing so deep that it could not be read again")
    func keepsToTheDepth() throws {
        let deep = try encoder.encode(Chain(length: 64))
        #expect(throws: Never.self) { try JSONLineDecoder().decode(Chain.self, from: deep) }
        #expect(throws: EncodingError.self) { try encoder.encode(Chain(length: 65)) }
        #expect(throws: EncodingError.self) { try encoder.encode(Chain(length: 1000)) }
    }

    @Test("appends to a line, and leaves it alone when it fails")
    func appends() throws {
        var line = Array("x".utf8)
        try encoder.encode([true], into: &line)
        #expect(throws: EncodingError.self) { try encoder.encode(Double.nan, into: &line) }
        #expect(String(decoding: line, as: UTF8.self) == "x[true]")
    }

    /// Uses the protocols as no synthesized code does.
    private struct Unusual: Encodable {
        enum Key: String, CodingKey { case b, a, nested, list }

        func encode(to encoder: any Encoder) throws {
            var box = encoder.container(keyedBy: Key.self)
            try box.encode(1, forKey: .b)
            var list = box.nestedUnkeyedContainer(forKey: .list)
            var nested = box.nestedContainer(keyedBy: Key.self, forKey: .nested)
            try nested.encode("x", forKey: .b)
            try list.encode(1.5)
            try box.encodeNil(forKey: .a)
            var inList = list.nestedContainer(keyedBy: Key.self)
            var again = box.nestedContainer(keyedBy: Key.self, forKey: .nested)
            try again.encode("y", forKey: .a)
            try inList.encode(list.count, forKey: .b)
            var inner = list.nestedUnkeyedContainer()
            try inner.encodeNil()
            try box.encode(2, forKey: .b)
            try 7.encode(to: box.superEncoder())
            try [Int]().encode(to: list.superEncoder())
            _ = encoder.container(keyedBy: Key.self)
        }
    }

    @Test("allows containers to be written in any order, and a key to be written again")
    func writesUnusualOrders() throws {
        let expected =
            #"{"a":null,"b":2,"list":[1.5,{"b":2},[null],[]],"nested":{"a":"y","b":"x"},"super":7}"#
        #expect(try text(Unusual()) == expected)
        #expect(String(decoding: try foundation.encode(Unusual()), as: UTF8.self) == expected)
    }

    private struct Nothing: Encodable {
        func encode(to encoder: any Encoder) {}
    }

    private struct Undecided: Encodable {
        func encode(to encoder: any Encoder) throws {
            var list = encoder.unkeyedContainer()
            try list.encode(1)
            var box = encoder.container(keyedBy: Unusual.Key.self)
            try box.encode(1, forKey: .a)
            _ = box.nestedContainer(keyedBy: Unusual.Key.self, forKey: .a)
        }
    }

    @Test(
        "writes an empty object for what encodes nothing, but not alone; refuses two containers in one"
    )
    func refusesNothing() throws {
        #expect(try text([Nothing()]) == "[{}]")
        #expect(throws: EncodingError.self) { try encoder.encode(Nothing()) }
        #expect(throws: EncodingError.self) { try encoder.encode(Undecided()) }
    }
}
