import Chat
import Commands
import Testing

@Suite struct RegistryTests {
    private let registry = Registry.all

    @Test(
        "a line is read alike however its command is spelled",
        arguments: [
            ("/deadline add Quiz 2", "deadline add", "Quiz 2"),
            ("/Deadline_Add Quiz 2", "deadline add", "Quiz 2"),
            ("!deadline  add  Quiz 2", "deadline add", "Quiz 2"),
            ("/deadline", "deadline list", ""),
            ("/forum late penalty", "forum search", "late penalty"),
            ("/reminders", "reminders list", ""), ("/help remind", "help", "remind"),
        ])
    func match(line: String, name: String, rest: String) {
        guard case .command(let card, let words) = registry.match(line) else {
            Issue.record("\(line) is no command")
            return
        }
        #expect(card.name == name)
        #expect(words == rest)
    }

    @Test(
        "an unknown command is answered with the nearest, by spelling or by meaning",
        arguments: [
            ("remnd", "remind"), ("alarm", "remind"), ("deadlin", "deadline"), ("qqqqqqqq", nil),
        ])
    func nearest(typed: String, root: String?) {
        #expect(registry.nearest(to: typed, limit: 1).first?.root == root)
        guard case .unknown(typed, _) = registry.match("/\(typed) x") else {
            Issue.record("\(typed) is known")
            return
        }
    }

    @Test("the cards hold to what platforms and readers can take", arguments: Registry.all.cards)
    func card(card: CommandCard) {
        #expect(card.summary.count <= 100)
        #expect(card.fields.allSatisfy { $0.prompt.count <= 100 })
        // Telegram's menu: https://core.telegram.org/bots/api#botcommand
        #expect(card.name.wholeMatch(of: /[a-z]{1,16}( [a-z]{1,15})?/) != nil)
        for example in card.examples {
            guard case .command(let found, _) = registry.match(example) else {
                Issue.record("\(example) is no command")
                continue
            }
            #expect(found.name == card.name)
        }
    }

    @Test("names are unique, and a group has one leaf that its bare name means at most")
    func names() {
        #expect(Set(registry.cards.map(\.name)).count == registry.cards.count)
        let defaults = registry.cards.filter(\.isDefaultLeaf).map(\.root)
        #expect(Set(defaults).count == defaults.count)
    }
}
