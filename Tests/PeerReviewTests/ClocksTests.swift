import Testing

@testable import PeerReview

@Suite("Clocks")
struct ClocksTests {
    @Test(
        "a gap goes the short way round the day",
        arguments: [(0, 0, 0), (-300, 330, 630), (-660, 720, 60), (345, 330, 15), (-720, 0, 720)])
    func gap(one: Int, other: Int, gap: Int) {
        let clocks = Clocks(offsets: [one, other], authors: [[0], [1]])
        #expect(clocks.gap(clocks.clock(of: 0), clocks.clock(ofWork: 1)) == gap)
        #expect(clocks.gap(clocks.clock(of: 1), clocks.clock(ofWork: 0)) == gap)
    }

    @Test("a team has its first author's clock, a work of strangers is near everybody")
    func works() {
        let clocks = Clocks(offsets: [60, -300, 60], authors: [[1, 0], []])
        #expect(clocks.offsets == [-300, 60])
        #expect(clocks.clock(ofWork: 0) == clocks.clock(of: 1))
        #expect(
            (0..<3).allSatisfy { clocks.gap(clocks.clock(of: $0), clocks.clock(ofWork: 1)) == 0 })
    }
}
