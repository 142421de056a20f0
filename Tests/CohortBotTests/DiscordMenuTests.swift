import Chat
import Configuration
import Testing
import Texts

@testable import CohortBot
@testable import Discord

/// The whole menu as Discord gets it, held against what Discord takes.
@Suite("Commands in Discord's menu")
struct DiscordMenuTests {
    private let menu = DiscordBot.menu()
    private var commands: [JSON] {
        CommandMenu(
            cards: menu.cards, entries: ["Mark as answer", "Remind me"], languages: menu.languages,
            words: DiscordBot.words(for:in:), suggests: menu.suggests
        ).json
    }

    /// Every entry of the tree with its neighbours: commands, sub-commands, options.
    private func levels(_ entries: [JSON]) -> [[JSON]] {
        [entries] + entries.flatMap { levels($0["options"]?.array ?? []) }
    }

    private let locales = ["es-ES", "es-419", "pt-BR", "fr", "hi"]

    @Test("every name is one in each language, and differs from its neighbours'")
    func names() {
        for level in levels(commands) where !level.isEmpty {
            for locale in locales {
                let names = level.map { entry in
                    entry["name_localizations"]?[locale]?.string ?? entry["name"]?.string ?? ""
                }
                #expect(Set(names).count == names.count, "\(locale): \(names)")
            }
            // Which of two words a locale has, a sender's application decides.
            let english = level.compactMap { $0["name"]?.string }
            #expect(Set(english).count == english.count)
        }
    }

    @Test("names and sentences are there in each language, within Discord's lengths")
    func sentences() {
        var (all, translated) = (0, 0)
        for entry in levels(commands).joined() {
            for kind in ["name", "description"] {
                guard let english = entry[kind]?.string else { continue }
                let limit = kind == "name" ? 32 : 100
                for locale in locales {
                    all += 1
                    guard let text = entry[kind + "_localizations"]?[locale]?.string else {
                        continue
                    }
                    translated += 1
                    #expect((1...limit).contains(text.utf16.count), "\(english): \(text)")
                }
            }
        }
        // A new command is in English until somebody writes it.
        #expect(Double(translated) >= 0.8 * Double(all))
    }

    @Test("no command is longer than Discord takes, in its longest language")
    func lengths() {
        func length(_ entry: JSON) -> Int {
            let own = ["name", "description"].reduce(0) { sum, kind in
                let texts =
                    entry[kind + "_localizations"]?.object.values.map { $0.string ?? "" } ?? []
                return sum + ((texts + [entry[kind]?.string ?? ""]).map(\.utf16.count).max() ?? 0)
            }
            let choices = (entry["choices"]?.array ?? []).reduce(0) { sum, choice in
                sum + 2 * (choice["name"]?.string?.utf16.count ?? 0)
            }
            return own + choices + (entry["options"]?.array ?? []).reduce(0) { $0 + length($1) }
        }
        for command in commands { #expect(length(command) <= 8_000, "\(command["name"] ?? "")") }
    }
}
