import Chat
import Commands
import Testing

@Suite struct HelpTests {
    @Test(
        "help answers for everything, for one command and for a group of them",
        arguments: [
            ("/help", "-> help.overview"), ("/help remind", "-> help.entry"),
            ("/help /Remind", "-> help.entry"), ("/help deadline add", "-> help.entry"),
            ("/help review", "-> help.group"), ("/help alarm", "-> refusals.did-you-mean"),
            ("/help xyzzyxyzzy", "-> refusals.unknown-command"),
        ])
    func about(words: String, outcome: String) {
        #expect(CommandsTestScene().says(words, by: "lila") == outcome)
    }

    @Test("the overview shows a command to those alone who may use it")
    func roles() throws {
        #expect(try !commands(shownTo: "lila").contains("/role"))
        #expect(try commands(shownTo: "emma").contains("/role"))
        #expect(try commands(shownTo: "lila").contains("/remind"))
    }

    private func commands(shownTo name: String) throws -> [String] {
        let decision = try #require(CommandsTestScene().decide("/help", by: name))
        guard case .lines(let lines) = decision.messages[0].phrase.values["lines"] else {
            return []
        }
        return lines.compactMap { line in
            if case .code(let text) = line.values["command"] { text } else { nil }
        }
    }
}
