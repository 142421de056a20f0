package import Chat

/// All commands by name, and what somebody probably meant.
package struct Registry: Sendable {
    package let cards: [CommandCard]
    private let types: [String: any Command.Type]
    private let defaultLeaves: [String: CommandCard]

    package init(_ commands: [any Command.Type]) {
        cards = commands.map { $0.card }
        types = Dictionary(
            commands.map { ($0.card.name, $0) }, uniquingKeysWith: { first, _ in first })
        defaultLeaves = Dictionary(
            commands.filter { $0.card.isDefaultLeaf }.map { ($0.card.root, $0.card) },
            uniquingKeysWith: { first, _ in first })
    }

    package func command(named name: String) -> (any Command)? { types[name].map { $0.init() } }

    package func card(named name: String) -> CommandCard? { types[name]?.card }

    package func leaves(of root: String) -> [CommandCard] { cards.filter { $0.root == root } }

    /// What a line that begins with `/` or `!` asks for.
    package enum Match {
        case command(CommandCard, rest: String)
        /// A group of commands was named and nothing in it fits.
        case group([CommandCard])
        case unknown(typed: String, nearest: [CommandCard])
    }

    /// Reads `/deadline add Quiz 2 | tomorrow`, `/deadline_add …` and `!deadline add …` alike, in any case.
    package func match(_ line: String) -> Match {
        var rest = String(line.dropFirst()).trimmed
        let typed = rest.takeWord()
        let lower = typed.lowercased()
        var words = lower.split(whereSeparator: { $0 == "_" || $0 == "-" }).map(String.init)
        if words.isEmpty { words = [lower] }
        let root = words.removeFirst()
        // `/deadline_add` holds its leaf; `/deadline add` has it in the next word.
        if let leaf = words.first, let card = card(named: "\(root) \(leaf)") {
            return .command(card, rest: rest)
        }
        guard words.isEmpty else { return unknown(typed) }
        let next = rest.prefix { !$0.isWhitespace }.lowercased()
        if !next.isEmpty, let card = card(named: "\(root) \(next)") {
            _ = rest.takeWord()
            return .command(card, rest: rest)
        }
        if let card = card(named: root) { return .command(card, rest: rest) }
        if let card = defaultLeaves[root], rest.isEmpty || !card.fields.isEmpty {
            return .command(card, rest: rest)
        }
        let leaves = leaves(of: root)
        return leaves.isEmpty ? unknown(typed) : .group(leaves)
    }

    /// Whether it matters for a line what its sender may do in the room, so that a platform asks only then.
    package func needsAuthority(_ line: String) -> Bool {
        guard line.first == "/" || line.first == "!" else { return false }
        switch match(line) {
        case .command(let card, _): return card.role > .learner || card.dependsOnRole
        case .group: return true
        case .unknown: return false
        }
    }

    private func unknown(_ typed: String) -> Match {
        .unknown(typed: typed, nearest: nearest(to: typed, limit: 2))
    }

    /// The commands that a word is closest to, by spelling or by meaning.
    package func nearest(to typed: String, limit: Int) -> [CommandCard] {
        let word = String(typed.lowercased().prefix(40)).filter { $0.isLetter || $0.isNumber }
        guard !word.isEmpty else { return [] }
        let meant = cards.filter { $0.meanings.contains(word) }
        let close = cards.compactMap { card -> (card: CommandCard, distance: Int)? in
            let names = [card.root, card.name.filter { $0 != " " }] + card.meanings
            let distance = names.map { editDistance(word, $0) }.min() ?? .max
            return distance <= max(1, word.count / 3) ? (card, distance) : nil
        }
        let ranked = meant + close.sorted { $0.distance < $1.distance }.map(\.card)
        var seen: Set<String> = []
        return Array(ranked.filter { seen.insert($0.root).inserted }.prefix(limit))
    }
}

/// How many letters must be added, dropped, changed or swapped with their neighbour (optimal string alignment,
/// Damerau 1964) to make one word the other.
func editDistance(_ first: String, _ second: String) -> Int {
    let a = Array(first)
    let b = Array(second)
    guard !a.isEmpty, !b.isEmpty else { return max(a.count, b.count) }
    var beforeLast = [Int](repeating: 0, count: b.count + 1)
    var last = Array(0...b.count)
    for i in 1...a.count {
        var row = [i] + [Int](repeating: 0, count: b.count)
        for j in 1...b.count {
            let change = last[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1)
            row[j] = min(change, last[j] + 1, row[j - 1] + 1)
            if i > 1, j > 1, a[i - 1] == b[j - 2], a[i - 2] == b[j - 1] {
                row[j] = min(row[j], beforeLast[j - 2] + 1)
            }
        }
        beforeLast = last
        last = row
    }
    return last[b.count]
}
