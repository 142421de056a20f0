import Chat
import Cohorts
import Commands
import FoundationEssentials
import HashTreeCollections
import Testing

@Suite("What study buddies read of each other")
struct BuddyNotesTests {
    /// What Lila reads of Marcos after both have said so.
    private func values(_ words: [(name: String, words: String)]) -> [String: Phrase.Value] {
        var scene = CommandsTestScene()
        for said in words { scene.tells(said.words, by: said.name) }
        scene.tells("/buddy", by: "marcos")
        return scene.decide("/buddy", by: "lila", privately: true)?.messages.first?.phrase.values
            ?? [:]
    }

    private func overlap(_ values: [String: Phrase.Value]) -> Int? {
        guard case .phrase(let phrase) = values["overlap"],
            case .duration(let seconds) = phrase.values["overlap"]
        else { return nil }
        return seconds
    }

    @Test(
        "for how long both are up, by their zones and quiet hours, in half hours",
        arguments: [
            ("/buddy", "/buddy pause", 16.0), ("/profile zone Lisbon", "/buddy pause", 10.5),
            ("/quiet 22:00-09:30", "/buddy pause", 12.5),
            ("/quiet 12:10-13:00", "/quiet 22:00-06:00", 15),
        ])
    func overlap(marcos: String, lila: String, hours: Double) {
        #expect(overlap(values([("marcos", marcos), ("lila", lila)])) == Int(hours * 3_600))
    }

    @Test("a language is named only where both chose another than the cohort's")
    func language() {
        let both = values([("marcos", "/profile language pt"), ("lila", "/profile language pt")])
        #expect(
            both["language"]
                == .phrase(
                    Phrase("buddies.language", ["language": .phrase(Phrase("buddies.language-pt"))])
                ))
        #expect(
            values([("marcos", "/profile language pt")])["language"] == .phrase(Phrase("nothing")))
        #expect(values([])["language"] == .phrase(Phrase("nothing")))
    }

    @Test("a name is text that calls nobody")
    func names() {
        #expect(
            values([])["names"] == .list([Phrase("plain", ["text": .user("marcos")])]))
    }
}
