import Testing

@testable import Discord

@Suite struct GatewayRecordTests {
    @Test("a record is read as it was written; anything else is none")
    func roundTrip() {
        let session = GatewayRecord.Session(
            id: "s", resumeURL: "wss://x", sequence: 7, seen: 12.5)
        for record in [
            GatewayRecord(), GatewayRecord(identifications: [1.5, 2], session: session),
            GatewayRecord(newest: "8", privateRooms: ["91", "90"]),
        ] {
            #expect(GatewayRecord(record.bytes) == record)
        }
        #expect(GatewayRecord([]) == nil && GatewayRecord(Array("[1]".utf8)) == nil)
        #expect(GatewayRecord(Array(#"{"session":{"id":4}}"#.utf8)) == GatewayRecord())
    }
}
