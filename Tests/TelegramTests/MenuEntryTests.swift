import Chat
import Testing

@testable import Telegram

@Suite struct MenuEntryTests {
    private func card(_ name: String, _ summary: String = "What it does") -> CommandCard {
        CommandCard(name, for: .learner, summary)
    }

    @Test("leaves stand in the menu with an underscore, each once")
    func names() {
        let cards = [
            card("ping"), card("deadline add"), card("ping", "Again"), card("Forum Search"),
        ]
        #expect(MenuEntry.all(cards).map(\.command) == ["ping", "deadline_add", "forum_search"])
    }

    @Test("what Telegram would refuse is left out")
    func limits() {
        let odd = [card("é"), card(""), card(String(repeating: "a", count: 33)), card("quiet", "")]
        #expect(MenuEntry.all(odd).isEmpty)
        #expect(MenuEntry.all((0..<150).map { card("c\($0)") }).count == 100)
        let long = MenuEntry.all([card("long", String(repeating: "x", count: 300))])
        #expect(long.first?.description.count == 100)
    }
}
