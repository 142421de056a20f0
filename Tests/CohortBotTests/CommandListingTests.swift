import Chat
import Commands
import Foundation
import Testing

@testable import CohortBot

@Suite("cohortbot commands")
struct CommandListingTests {
    @Test("lists every command once, for people and for programs")
    func complete() throws {
        let names = Bot.commands.cards.map(\.name)
        let json = try JSONSerialization.jsonObject(with: Data(CommandListing(.json).text.utf8))
        let entries = try #require(json as? [[String: Any]])
        #expect(entries.compactMap { $0["name"] as? String } == names)
        #expect(CommandListing(.markdown).text.split(separator: "\n").count == names.count + 2)
    }
}
