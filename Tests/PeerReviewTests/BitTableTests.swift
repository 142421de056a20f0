import Testing

@testable import PeerReview

@Suite("Bit table")
struct BitTableTests {
    @Test("what is set is listed, in order", arguments: [1, 63, 64, 65, 130])
    func columns(width: Int) {
        var table = BitTable(rows: 3, columns: width)
        let set = [0, width / 2, width - 1]
        for column in set { table[1, column] = true }
        #expect(table.columns(of: 0) == [])
        #expect(table.columns(of: 1) == Set(set).sorted())
        table[1, 0] = false
        #expect(!table[1, 0])
        #expect(table[1, width - 1] == (width > 1))
    }

    @Test("rows of two tables are copied and taken away")
    func rows() {
        var everyone = BitTable(rows: 1, columns: 70)
        for column in 0..<70 { everyone[0, column] = true }
        var some = BitTable(rows: 2, columns: 70)
        for column in 10..<69 { some[1, column] = true }
        var table = BitTable(rows: 2, columns: 70)
        table.copy(1, from: 0, of: everyone)
        table.subtract(1, 1, of: some)
        #expect(table.columns(of: 1) == Array(0..<10) + [69])
        #expect(table.columns(of: 0) == [])
    }
}
