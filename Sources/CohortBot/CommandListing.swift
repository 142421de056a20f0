import Chat
import Commands
import FoundationEssentials

/// Every chat command for people (Markdown) or programs (JSON), from its one declaration.
package struct CommandListing {
    package enum Format: String, CaseIterable, Sendable {
        case json, markdown
    }

    private let format: Format
    private let cards: [CommandCard]

    package init(_ format: Format) {
        self.format = format
        cards = Bot.commands.cards
    }

    package var text: String {
        switch format {
        case .json: json
        case .markdown: markdown
        }
    }

    private var markdown: String {
        var lines = ["| type | who | what it does |", "| --- | --- | --- |"]
        lines += cards.map { card in
            let usage = card.usage.replacing("|", with: "\\|")
            return "| `\(usage)` | \(card.role.rawValue) | \(card.summary) |"
        }
        return lines.joined(separator: "\n")
    }

    private struct Entry: Encodable {
        let name: String
        let role: String
        let summary: String
        let usage: String
        let fields: [FieldEntry]
        let examples: [String]
    }

    private struct FieldEntry: Encodable {
        let name: String
        let required: Bool
        let prompt: String
    }

    private var json: String {
        let entries = cards.map { card in
            Entry(
                name: card.name, role: card.role.rawValue, summary: card.summary, usage: card.usage,
                fields: card.fields.map {
                    FieldEntry(name: $0.name, required: $0.isRequired, prompt: $0.prompt)
                }, examples: card.examples)
        }
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .prettyPrinted, .withoutEscapingSlashes]
        return (try? encoder.encode(entries)).map { String(decoding: $0, as: UTF8.self) } ?? "[]"
    }
}
