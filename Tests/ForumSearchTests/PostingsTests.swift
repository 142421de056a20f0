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
}
