import Foundation
import Testing

@testable import Operations

@Suite struct ProcessFiguresTests {
    @Test("the fields are counted from the last parenthesis, whatever the program is called")
    func fields() throws {
        let stat = "7 (odd) (name) S 1 7 7 0 -1 0 9 0 0 0 150 50 0 0 20 0 4 0 100 8192 2 184 1\n"
        let figures = try #require(
            ProcessFigures(stat: stat, ticksPerSecond: 100, pageSize: 4096))
        #expect(figures.cpuSeconds == 2)
        #expect(figures.threads == 4)
        #expect(figures.virtualBytes == 8192)
        #expect(figures.residentBytes == 8192)
    }

    @Test("what Linux says of this very process can be read")
    func own() throws {
        let stat = try String(contentsOfFile: "/proc/self/stat", encoding: .utf8)
        let figures = try #require(ProcessFigures(stat: stat))
        #expect(figures.threads >= 1)
        #expect(figures.residentBytes > 1_000_000)
    }

    @Test("anything else is no figures", arguments: ["", "7 (x) S 1 2", "no parenthesis", ")"])
    func damaged(stat: String) {
        #expect(ProcessFigures(stat: stat) == nil)
    }
}
