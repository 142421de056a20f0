package import Chat
package import Cohorts

/// `/help`: what can be typed, and `/help review`: how.
package struct Help: Command {
    static let about = Field<String?>.optional(
        "about", .text, "A command or a word, such as review")

    package static let card = CommandCard(
        "help", for: .learner, "What I can do, or how one command works", fields: [about.card],
        examples: ["/help", "/help review"], meanings: ["commands", "menu", "how"],
        dependsOnRole: true)

    package init() {}

    package func answer(to call: Call, in world: World) throws(Refusal) -> Decision {
        let registry = call.knowledge.commands
        guard let about = try call[Self.about] else { return overview(call, registry) }
        let name = about.lowercased().filter { $0 != "/" && $0 != "!" }
        if let card = registry.card(named: name) { return call.reply(Self.entry(card)) }
        let leaves = registry.leaves(of: name)
        if !leaves.isEmpty { return Self.list(leaves, for: call) }
        throw .unknownCommand(typed: about, nearest: registry.nearest(to: name, limit: 2))
    }

    private func overview(_ call: Call, _ registry: Registry) -> Decision {
        var roots: [String] = []
        for card in registry.cards where card.role <= call.caller.role && !roots.contains(card.root)
        {
            roots.append(card.root)
        }
        let lines = roots.compactMap { root -> Phrase? in
            guard let card = registry.leaves(of: root).first(where: { $0.role <= call.caller.role })
            else { return nil }
            let leaves = registry.leaves(of: root).filter { $0.role <= call.caller.role }
            let shown = leaves.first(where: \.isDefaultLeaf) ?? card
            let name = leaves.count > 1 ? "/\(root)" : "/\(shown.name)"
            return Phrase(
                "help.line", ["command": .code(name), "summary": shown.translatedSummary])
        }
        return call.reply(
            Phrase("help.overview", ["lines": .lines(lines), "more": .code("/help review")]))
    }

    static func list(_ leaves: [CommandCard], for call: Call) -> Decision {
        let lines = leaves.filter { $0.role <= call.caller.role }.map { card in
            Phrase(
                "help.line", ["command": .code(card.usage), "summary": card.translatedSummary])
        }
        guard !lines.isEmpty, let root = leaves.first?.root else {
            return call.reply(
                Phrase("help.nothing-for-you", ["command": .code("/\(leaves.first?.root ?? "")")]))
        }
        return call.reply(
            Phrase("help.group", ["command": .code("/\(root)"), "lines": .lines(lines)]))
    }

    private static func entry(_ card: CommandCard) -> Phrase {
        var values: [String: Phrase.Value] = [
            "usage": .code(card.usage), "summary": card.translatedSummary,
        ]
        let fields = card.fields.map { field in
            Phrase("help.field", ["name": .code(field.name), "prompt": field.translatedPrompt])
        }
        let examples = card.examples.map { Phrase("help.example", ["line": .code($0)]) }
        values["details"] = .lines(fields + examples)
        return Phrase(
            fields.isEmpty && examples.isEmpty ? "help.entry-short" : "help.entry", values)
    }
}
