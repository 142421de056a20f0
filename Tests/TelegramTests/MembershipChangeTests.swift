import Testing

@testable import Telegram

@Suite struct MembershipChangeTests {
    @Test(
        "being a member is read from the status",
        arguments: [
            (#"{"status":"creator"}"#, true), (#"{"status":"administrator"}"#, true),
            (#"{"status":"member"}"#, true), (#"{"status":"restricted","is_member":true}"#, true),
            (#"{"status":"restricted","is_member":false}"#, false), (#"{"status":"left"}"#, false),
            (#"{"status":"kicked","until_date":0}"#, false), (#"{"status":"levitating"}"#, false),
        ])
    func status(member: String, isIn: Bool) throws {
        let json = """
            {"chat":{"id":-1,"type":"group","title":"S"},"from":{"id":11,"first_name":"L"},"date":5,\
            "old_chat_member":{"status":"left"},"new_chat_member":\(member)}
            """
        var scanner = JSONScanner(Array(json.utf8))
        let change = try MembershipChange(&scanner)
        #expect(change.new.isIn == isIn)
        #expect(change.old == .outside)
        #expect(change.date == 5)
    }

    @Test(
        "who gains or loses an administrator's rights touches them, who comes or goes does not",
        arguments: [
            ("member", "administrator", true), ("creator", "left", true),
            ("administrator", "creator", false), ("left", "member", false),
            ("member", "kicked", false),
        ])
    func rights(old: String, new: String, expected: Bool) throws {
        let json = """
            {"chat":{"id":-1,"type":"group"},"from":{"id":11},"old_chat_member":{"status":"\(old)"},\
            "new_chat_member":{"status":"\(new)"}}
            """
        var scanner = JSONScanner(Array(json.utf8))
        #expect(try MembershipChange(&scanner).touchesRights == expected)
    }
}
