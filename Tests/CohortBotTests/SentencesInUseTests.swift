import Chat
import Commands
import Foundation
import Testing
import Texts

@testable import CohortBot

/// Keys are strings; this holds them against the sentences, so that nobody ever reads a key.
@Suite("Sentences in use")
struct SentencesInUseTests {
    private static let root = URL(filePath: #filePath)
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

    /// Every string of the form `topic.name` in the modules that make phrases.
    private static func keysInCode() throws -> Set<String> {
        let topics = Set(
            Sentences().keys().compactMap { $0.split(separator: ".").first.map(String.init) })
        var keys: Set<String> = []
        for module in ["Commands", "CohortBot"] {
            let folder = root.appending(path: "Sources/\(module)")
            for file in try FileManager.default.contentsOfDirectory(
                at: folder, includingPropertiesForKeys: nil)
            {
                let code = try String(contentsOf: file, encoding: .utf8)
                    .split(separator: "\n").filter { !$0.contains("///") }.joined(separator: "\n")
                for match in code.matches(of: /"([a-z]+)\.([a-z][a-z-]*)"/)
                where topics.contains(String(match.1)) {
                    keys.insert("\(match.1).\(match.2)")
                }
            }
        }
        return keys
    }

    @Test("every key that the code names has a sentence")
    func complete() throws {
        let keys = try Self.keysInCode()
        try #require(keys.count > 80)
        // Names that the code gives to commits and events look like keys and are none.
        let notKeys: Set<String> = ["delivery.unkept"]
        #expect(keys.subtracting(Sentences().keys()).subtracting(notKeys).sorted() == [])
    }

    @Test("every role has its words in each form that refusals use")
    func roles() {
        let keys = Sentences().keys()
        for role in ["learner", "instructor", "moderator", "owner"] {
            for key in ["roles.\(role)", "roles.a-\(role)", "roles.for-\(role)s"] {
                #expect(keys.contains(key))
            }
        }
    }

    @Test("every summary fits a menu's line", arguments: Bot.commands.cards.map(\.name))
    func summaries(name: String) throws {
        let card = try #require(Bot.commands.card(named: name))
        #expect((1...100).contains(card.summary.count))
        #expect(card.fields.allSatisfy { $0.prompt.count <= 100 })
        #expect(card.examples.allSatisfy { $0.hasPrefix("/") })
    }
}
