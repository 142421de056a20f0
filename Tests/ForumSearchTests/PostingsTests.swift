import Testing

@testable import ForumSearch

@Suite("Postings")
struct PostingsTests {
    @Test("threads stay in ascending order, whatever order they come and go in")
    func order() {
        var postings = Postings()
        for thread in [5, 1, 9, 3] {
            postings.insert(.init(thread: Int32(thread), inTitle: 1, inBody: UInt16(thread)))
        }
        postings.remove(5)
        postings.remove(7)
        #expect(postings.entries.map(\.thread) == [1, 3, 9])
        #expect(postings[3]?.inBody == 3)
        #expect(postings[5] == nil)
        #expect(postings[10] == nil)
        #expect(postings.count == 3)
    }

    @Test(
        "threads asked for in ascending order are found as when asked for alone", arguments: 1...20)
    func ascending(seed: UInt64) {
        var dice = Dice(seed: seed)
        var postings = Postings()
        for _ in 0..<dice.roll(0...300) {
            let thread = Int32(dice.roll(0...500))
            if postings[thread] == nil {
                postings.insert(.init(thread: thread, inTitle: 1, inBody: UInt16(thread)))
            }
        }
        var place = 0
        for thread in Int32(0)...500 where dice.roll(0...2) > 0 {
            #expect(
                postings.entry(thread, after: &place)?.inBody == postings[thread]?.inBody)
        }
    }
}
