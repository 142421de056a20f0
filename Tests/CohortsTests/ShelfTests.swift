import Testing

@testable import Cohorts

@Suite struct ShelfTests {
    @Test("holds what was put there, and a copy does not change along")
    func holds() {
        var shelf = Shelf<String, [Int]>()
        for number in 0..<100 { shelf["k\(number)"] = [number] }
        let copy = shelf
        shelf["k7"]?.append(8)
        shelf["k9"] = nil
        #expect(shelf["k7"] == [7, 8])
        #expect(copy["k7"] == [7])
        #expect(shelf.count == 99)
        #expect(Set(shelf.keys) == Set(copy.keys).subtracting(["k9"]))
        #expect(shelf != copy)
        shelf["k7"] = [7]
        shelf["k9"] = [9]
        #expect(shelf == copy)
        #expect(Dictionary(uniqueKeysWithValues: shelf.map { ($0.key, $0.value) })["k50"] == [50])
        #expect(shelf.map { $0.value[0] }.sorted() == Array(0..<100))
    }
}
