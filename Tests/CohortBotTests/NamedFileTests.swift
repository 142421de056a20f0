import Foundation
import Testing

@testable import CohortBot

@Suite("Files that people name")
struct NamedFileTests {
    @Test("what is written is read again, and a device is written as it is")
    func roundTrip() throws {
        let place = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
        defer { try? FileManager.default.removeItem(at: place) }
        let file = NamedFile(place.path)
        for bytes in [Array("first".utf8), [], [UInt8](repeating: 7, count: 300_000)] {
            try file.replace(with: bytes)
            #expect(try file.bytes() == bytes)
        }
        try NamedFile("/dev/null").replace(with: [1, 2, 3])
        #expect(try NamedFile("/dev/null").bytes() == [])
    }

    @Test("what cannot be read is named with the system's reason")
    func missing() {
        let error = #expect(throws: NamedFileError.self) { try NamedFile("/no/such").bytes() }
        #expect(error?.words == "/no/such: No such file or directory")
    }
}
