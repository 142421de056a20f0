import Chat
import Testing

@testable import Telegram

@Suite struct MenuTests {
    static let cards = [
        CommandCard("remind", for: .learner, "Remind me"),
        CommandCard("review open", for: .instructor, "Open a review"),
        CommandCard("deadline add", for: .moderator, "Add a deadline"),
        CommandCard("export", for: .owner, "Export everything"),
    ]

    @Test(
        "each kind of reader is offered what may be for them",
        arguments: [
            (Menu.Scope.everybody, ["remind"]), (.privately, ["remind"]), (.groups, ["remind"]),
            (.administrators, ["remind", "review_open", "deadline_add"]),
        ])
    func scopes(scope: Menu.Scope, expected: [String]) throws {
        let menus = Menu.all(Self.cards, languages: []) { _, _ in nil }
        let menu = try #require(menus.first { $0.scope == scope })
        #expect(menus.count == 4)
        #expect(menu.language == nil)
        #expect(menu.entries.map(\.command) == expected)
    }

    @Test("a language has a menu where it says something of its own, under its two letters")
    func languages() {
        let menus = Menu.all(Self.cards, languages: ["pt-BR", "pt", "fr", "yue"]) {
            card, language in
            card.name == "remind" && language.hasPrefix("p") ? "Lembre-me" : nil
        }
        #expect(menus.filter { $0.scope == .administrators }.map(\.language) == [nil, "pt"])
        #expect(
            menus.last?.entries.map(\.description)
                == ["Lembre-me", "Open a review", "Add a deadline"])
    }
}
