import Foundation
import Testing

@testable import ForumImport

@Suite("Dates of exports")
struct ImportedDateTests {
    @Test(
        "are read as they are written there",
        arguments: [
            ("2026-11-23T10:00:00Z", 1_795_428_000), ("2026-11-23T10:00:00.123Z", 1_795_428_000),
            ("2026-11-23 10:00", 1_795_428_000), ("2026-11-23T11:00:00+01:00", 1_795_428_000),
            ("2026-11-23T05:00:00.5-05:00", 1_795_428_000), ("2026-11-23", 1_795_392_000),
            ("2024-02-29", 1_709_164_800), ("1970-01-01", 0), ("2026-02-31", 1_772_496_000),
        ])
    func iso(text: String, seconds: Double) {
        #expect(ImportedDate.iso(text)?.timeIntervalSince1970 == seconds)
    }

    @Test("and no date where none is", arguments: ["", "soon", "2026", "2026-13-01", "0001-01-01"])
    func none(text: String) {
        #expect(ImportedDate.iso(text) == nil)
        #expect(ImportedDate.mail(text) == nil)
    }

    @Test("mails write the month as a word")
    func mail() {
        #expect(
            ImportedDate.mail("Mon, 23 Nov 2026 05:00:00 -0500")?.timeIntervalSince1970
                == 1_795_428_000)
        #expect(ImportedDate.mail("23 nov 2026 10:00")?.timeIntervalSince1970 == 1_795_428_000)
    }
}
