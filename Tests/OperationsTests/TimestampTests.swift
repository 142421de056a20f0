import Foundation
import Testing

@testable import Operations

@Suite struct TimestampTests {
    @Test(
        "a moment is written in UTC with milliseconds",
        arguments: [
            (0, "1970-01-01T00:00:00.000Z"), (-0.001, "1969-12-31T23:59:59.999Z"),
            (951_782_399.5, "2000-02-28T23:59:59.500Z"), (951_782_400, "2000-02-29T00:00:00.000Z"),
            (1_795_470_388.185, "2026-11-23T21:46:28.185Z"),
            (4_107_542_400, "2100-03-01T00:00:00.000Z"),
            (-62_135_596_800, "0001-01-01T00:00:00.000Z"),
        ])
    func table(seconds: Double, written: String) {
        #expect(Timestamp.written(Date(timeIntervalSince1970: seconds)) == written)
    }

    @Test("days since the Gregorian reform agree with Foundation")
    func days() {
        for day in stride(from: -140_000, through: 146_097, by: 37) {
            let date = Date(timeIntervalSince1970: Double(day) * 86_400 + 45_296)
            #expect(
                Timestamp.written(date)
                    == date.ISO8601Format(.init(includingFractionalSeconds: true)))
        }
    }
}
