import Testing

@testable import Journal

@Suite struct HeadTests {
    private let head = Head(journal: "j-00000012.jsonl", seq: 18_211, chain: Chain(value: 0x9F3A))
    private let text =
        #"{"snapshot":null,"journal":"j-00000012.jsonl","seq":18211,"chain":"0000000000009f3a"}"#
        + "\n"

    @Test("it is one line of JSON")
    func written() {
        #expect(String(decoding: head.bytes, as: UTF8.self) == text)
        #expect(Head(Array(text.utf8)) == head)
    }

    @Test("every flipped bit makes it another one or none, never the same")
    func flips() {
        let bytes = Array(text.utf8)
        for position in bytes.indices {
            for bit in 0..<8 {
                var flipped = bytes
                flipped[position] ^= 1 << bit
                #expect(Head(flipped) != head)
            }
        }
    }

    @Test(
        "a name that is not a segment's is not followed",
        arguments: ["../x", "j-1.jsonl", "j-0000000x.jsonl", "s-00000001", ""])
    func names(name: String) {
        #expect(!SegmentName.isOne(name))
        #expect(Head(Head(journal: name, seq: 0, chain: Chain()).bytes) == nil)
    }
}
