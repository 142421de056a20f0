import FoundationEssentials
import Support
import Testing

@testable import Journal

@Suite struct RecordLineTests {
    private func line(_ entry: Entry, seq: Int = 2, durable: Int = 1) -> [UInt8] {
        var bytes: [UInt8] = []
        _ = RecordLine.append(entry, seq: seq, durable: durable, to: &bytes)
        return bytes
    }

    private func parse(_ line: [UInt8]) -> Result<Record, LineDamage> {
        line.withUnsafeBytes { raw in
            RecordLine.parse(UnsafeRawBufferPointer(rebasing: raw.dropLast())).map { $0.0 }
        }
    }

    @Test("a line of the first format stays readable")
    func firstFormat() throws {
        let entry = try Entry(
            kind: "remind.add", cause: "tg:main:991",
            time: Date(timeIntervalSince1970: 1_795_438_800),
            d: Array(#"{"id":1}"#.utf8), out: Array("[]".utf8))
        let text =
            #"2131b4f6 {"seq":2,"durable":1,"t":"2026-11-23T13:00:00.000Z","kind":"remind.add","cause":"tg:main:991","d":{"id":1},"out":[]}"#
        #expect(String(decoding: line(entry), as: UTF8.self) == text + "\n")
        #expect(
            try parse(Array(text.utf8) + [10]).get() == Record(seq: 2, durable: 1, entry: entry))
    }

    @Test("any entry is read back as it was written")
    func roundTrip() throws {
        var chance = SeededGenerator(state: 11)
        let alphabet = Array("ab\"\\\n\u{1}\u{7F} ü🌍{}[],:".unicodeScalars)
        func word() -> String {
            var text = String.UnicodeScalarView()
            for _ in 0..<Int.random(in: 0...9, using: &chance) {
                text.append(alphabet.randomElement(using: &chance) ?? " ")
            }
            return String(text)
        }
        for round in 0..<500 {
            var json: [UInt8] = []
            json.append(contentsOf: "{\"x\":[1,".utf8)
            json.appendQuoted(word())
            json.append(contentsOf: "]}".utf8)
            let entry = try Entry(
                kind: word(), cause: round % 3 == 0 ? nil : word(),
                time: Date(timeIntervalSince1970: .random(in: 0...4e9, using: &chance)), d: json,
                out: round % 2 == 0 ? nil : json)
            let seq = Int.random(in: 1...1 << 50, using: &chance)
            let written = line(entry, seq: seq, durable: seq - 1)
            #expect(written.dropLast().allSatisfy { $0 >= 0x20 })
            #expect(
                try parse(written).get() == Record(seq: seq, durable: seq - 1, entry: entry))
        }
    }

    @Test("every flipped bit of a line is found")
    func flips() throws {
        let written = line(try entry(17))
        for position in written.indices.dropLast() {
            for bit in 0..<8 {
                var flipped = written
                flipped[position] ^= 1 << bit
                guard case .failure(.checksum) = parse(flipped) else {
                    Issue.record("bit \(bit) of byte \(position) passed")
                    continue
                }
            }
        }
    }

    @Test(
        "a right checksum does not make a record of anything",
        arguments: [
            #"{}"#, #"{"seq":1}"#,
            #"{"seq":1,"durable":1,"t":"2026-11-23T13:00:00.000Z","kind":"k","d":{}}"#,
            #"{"seq":1,"durable":0,"t":"2026-11-23T13:00:00.000Z","kind":"k","d":{}} "#,
            #"{"seq":1,"durable":0,"t":"yesterday","kind":"k","d":{}}"#,
            #"{"seq":1,"durable":0,"t":"2026-11-23T13:00:00.000Z","kind":"k","d":{}"#,
            #"{"seq":1,"durable":0,"t":"2026-11-23T13:00:00.000Z","kind":"k","cause":1,"d":{}}"#,
            #"{"seq":1,"durable":0,"t":"2026-11-23T13:00:00.000Z","kind":"k","d":{},"more":1}"#,
        ])
    func notARecord(body: String) {
        let sum = Array(body.utf8).withUnsafeBytes(CRC32C.checksum)
        let written = Array("\(hexadecimal(UInt64(sum), digits: 8)) \(body)\n".utf8)
        guard case .failure(.notARecord) = parse(written) else {
            Issue.record("\(body) passed")
            return
        }
    }

    @Test("a line of zeros is called one")
    func zeroed() {
        guard case .failure(.zeroed) = parse([UInt8](repeating: 0, count: 100)) else {
            Issue.record("not found")
            return
        }
    }
}
