import FoundationEssentials
import Testing

@testable import Commands

@Suite struct DeadlineClashTests {
    private func clash(_ hours: [Double]) -> Int? {
        DeadlineClash(hours.map { Date(timeIntervalSince1970: $0 * 3_600) })?.count
    }

    @Test(
        "three or more within 48 hours are a clash",
        arguments: [
            ([0.0, 24, 48], 3), ([0, 24, 49], nil), ([], nil), ([0, 1], nil),
            ([0, 100, 101, 102, 103, 200], 4),
        ])
    func count(hours: [Double], count: Int?) { #expect(clash(hours) == count) }
}
