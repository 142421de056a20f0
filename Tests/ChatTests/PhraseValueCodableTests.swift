import Chat
import Foundation
import Testing

@Suite("Values in the journal")
struct PhraseValueCodableTests {
    @Test(
        "come back as they were",
        arguments: [
            Phrase.Value.user("a|b \u{202E} 🙂"), .code("/x"), .number(-3),
            .moment(Date(timeIntervalSince1970: 1_795_428_000)),
            .distance(Date(timeIntervalSince1970: 0)), .duration(90), .zone("Asia/Kolkata"),
            .link(label: "a", url: "https://example.org"),
            .mention(Account(.telegram, "7"), name: "Lila"),
            .phrase(Phrase("a.b", ["n": 1])), .lines([Phrase("c")]), .list([]),
            .translated(key: "k", english: "words"),
        ])
    func roundTrip(value: Phrase.Value) throws {
        let encoder = JSONEncoder()
        encoder.dateEncodingStrategy = .iso8601
        let decoder = JSONDecoder()
        decoder.dateDecodingStrategy = .iso8601
        #expect(try decoder.decode(Phrase.Value.self, from: encoder.encode(value)) == value)
    }
}
