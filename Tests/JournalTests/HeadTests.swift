import Testing

@testable import Journal

@Suite struct HeadTests {
    private let head = Head(
        first: 121, hasSnapshot: true, seq: 18_211, chain: Chain(value: 0x9F3A), epoch: 2)

    @Test("it is one line of JSON with its own checksum")
    func written() {
        let text = String(decoding: head.bytes, as: UTF8.self)
        #expect(
            text.hasPrefix(
                #"{"snapshot":"s-00000120","journal":"j-00000121.jsonl","seq":18211,"#
                    + #""chain":"0000000000009f3a","epoch":2,"check":""#))
        #expect(text.hasSuffix("\"}\n"))
        #expect(Head(head.bytes) == head)
        let first = Head(first: 1, hasSnapshot: false, seq: 0, chain: Chain())
        #expect(Head(first.bytes) == first)
    }

    @Test("a state made before there were snapshots is still read")
    func old() {
        let text =
            #"{"snapshot":null,"journal":"j-00000001.jsonl","seq":18211,"chain":"0000000000009f3a"}"#
        let old = Head(first: 1, hasSnapshot: false, seq: 18_211, chain: Chain(value: 0x9F3A))
        #expect(Head(Array((text + "\n").utf8)) == old)
        #expect(Head(Array(text.utf8)) == nil)
        #expect(Head(Array((text + "\n\n").utf8)) == nil)
    }

    @Test("every flipped bit is noticed")
    func flips() {
        let bytes = head.bytes
        for position in bytes.indices {
            for bit in 0..<8 {
                var flipped = bytes
                flipped[position] ^= 1 << bit
                #expect(Head(flipped) == nil)
            }
        }
    }

    @Test(
        "a name that is not a segment's or a snapshot's is not followed",
        arguments: [
            ("null", "../x"), ("null", "j-1.jsonl"), ("null", "j-0000000x.jsonl"),
            ("null", "s-00000001"), ("null", ""), ("\"s-00000003\"", "j-00000005.jsonl"),
            ("\"../s\"", "j-00000005.jsonl"), ("\"j-00000004\"", "j-00000005.jsonl"),
        ])
    func names(snapshot: String, journal: String) {
        #expect(SegmentName.number(journal) == nil || snapshot != "null")
        let text = """
            {"snapshot":\(snapshot),"journal":"\(journal)","seq":1,"chain":"0000000000009f3a"}

            """
        #expect(Head(Array(text.utf8)) == nil)
    }
}
