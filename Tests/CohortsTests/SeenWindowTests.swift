import Testing

@testable import Cohorts

@Suite("The window of updates seen")
struct SeenWindowTests {
    @Test("says of an id that comes again that it was known")
    func knowsWhatCameBefore() {
        var window = SeenWindow(of: "telegram")
        let first = window.insert("7")
        let second = window.insert("7")
        #expect(first)
        #expect(!second)
        #expect(window.contains("7"))
        #expect(!window.contains("8"))
    }

    @Test("keeps a thousand ids and forgets the oldest first")
    func forgetsTheOldest() {
        #expect(SeenWindow.capacity(of: "telegram") == 1_000)
        var window = SeenWindow(of: "telegram")
        for id in 0..<1_000 { window.insert(String(id)) }
        #expect(window.contains("0"))
        window.insert("1000")
        #expect(!window.contains("0"))
        #expect((1...1_000).allSatisfy { window.contains(String($0)) })
    }

    @Test("takes up smaller ids after larger ones")
    func idsMayRestart() {
        var window = SeenWindow(of: "telegram")
        window.insert("900000")
        let isNew = window.insert("12")
        #expect(isNew)
        #expect(window.contains("900000"))
    }

    @Test("does not forget anything because an id came again")
    func repeatsTakeNoRoom() {
        var window = SeenWindow(of: "telegram")
        for id in 0..<1_000 { window.insert(String(id)) }
        for _ in 0..<50 { window.insert("999") }
        #expect(window.contains("0"))
    }
}
