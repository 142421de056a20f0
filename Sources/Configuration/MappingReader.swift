import Yams

/// Reads the keys of one mapping; whatever is wrong goes to the fault log and reading goes on.
struct MappingReader {
    let source: SourceFile
    /// Where the mapping begins.
    let mark: SourceMark
    private let nodes: [String: Node]
    private let keyMarks: [String: SourceMark]

    /// Nil, with a fault, where `node` is no mapping. Keys that are not among `keys` are faults.
    init?(_ node: Node, _ keys: KeySet, in source: SourceFile) {
        guard case .mapping(let mapping) = node else {
            source.fault(
                node,
                "expected keys here, such as \"\(keys.keys.first ?? ""): …\"; found \(node.kind)")
            return nil
        }
        self.source = source
        mark = source.mark(node)
        var nodes: [String: Node] = [:]
        var marks: [String: SourceMark] = [:]
        let written = mapping.compactMap { $0.key.scalar?.string }
        for (key, value) in mapping {
            guard let name = key.scalar?.string else {
                source.fault(key, "a key must be a word; found \(key.kind)")
                continue
            }
            if let twice = SourceFile.repeatedKey(name, among: written) {
                source.fault(key, "the key \"\(twice.shown)\" stands twice here; keep one")
            } else if keys.keys.contains(name) {
                nodes[name] = value
                marks[name] = source.mark(key)
            } else {
                source.log.unknown("key", name, known: keys.keys, at: source.mark(key))
            }
        }
        self.nodes = nodes
        keyMarks = marks
    }

    /// The value of `key`; nil where it is absent or empty.
    func node(_ key: String) -> Node? {
        guard let node = nodes[key], !node.isEmptyScalar else { return nil }
        return node
    }

    /// Where `key` stands, or else the mapping.
    func mark(of key: String) -> SourceMark { keyMarks[key] ?? mark }

    func text(_ key: String) -> Located<String>? {
        node(key).flatMap { source.text(of: $0, what: "\"\(key)\"") }
    }

    /// The text of a key that must be there.
    func required(_ key: String, example: String) -> Located<String>? {
        if node(key) == nil {
            source.log.fault(mark(of: key), "\"\(key)\" is missing; write \(key): \(example)")
            return nil
        }
        return text(key)
    }

    func number(_ key: String, in range: ClosedRange<Int>) -> Int? {
        guard let text = text(key) else { return nil }
        guard let number = Int(text.value), range.contains(number) else {
            source.log.fault(
                text.mark,
                "\"\(key)\" is a whole number from \(range.lowerBound) to \(range.upperBound); found \"\(text.value.shown)\""
            )
            return nil
        }
        return number
    }

    /// One of a few words.
    func word<Word: RawRepresentable & CaseIterable>(_ key: String, of kind: Word.Type) -> Word?
    where Word.RawValue == String {
        guard let text = text(key) else { return nil }
        if let word = Word(rawValue: text.value) { return word }
        source.log.unknown(
            key, text.value, known: Word.allCases.map(\.rawValue), at: text.mark)
        return nil
    }

    /// The elements of a list; a single value is not taken for a list of one.
    func list(_ key: String) -> [Node] {
        guard let node = node(key) else { return [] }
        guard case .sequence(let elements) = node else {
            source.fault(
                node, "\"\(key)\" is a list; write [a, b] or lines with \"- \"; found \(node.kind)")
            return []
        }
        return Array(elements)
    }

    func texts(_ key: String) -> [Located<String>] {
        list(key).compactMap { source.text(of: $0, what: "each of \"\(key)\"") }
    }

    func mapping(_ key: String, _ keys: KeySet) -> MappingReader? {
        node(key).flatMap { MappingReader($0, keys, in: source) }
    }

    func mappings(_ key: String, _ keys: KeySet) -> [MappingReader] {
        list(key).compactMap { MappingReader($0, keys, in: source) }
    }
}

extension SourceFile {
    /// A scalar's text, without the space around it.
    func text(of node: Node, what: String) -> Located<String>? {
        guard case .scalar(let scalar) = node else {
            fault(node, "\(what) is one text; found \(node.kind)")
            return nil
        }
        let text = scalar.string.trimmed
        guard !text.isEmpty else {
            fault(node, "\(what) is empty")
            return nil
        }
        return Located(text, at: mark(node))
    }
}

extension Node {
    /// How it is named to people.
    var kind: String {
        switch self {
        case .scalar(let scalar): scalar.string.isEmpty ? "nothing" : "\"\(scalar.string.shown)\""
        case .mapping: "keys"
        case .sequence: "a list"
        case .alias: "an alias"
        }
    }

    /// Nothing after the colon, `~` or `null`, none of them in quotes.
    var isEmptyScalar: Bool {
        guard case .scalar(let scalar) = self, scalar.style == .plain else { return false }
        return ["", "~", "null"].contains(scalar.string)
    }
}

extension String {
    /// Without white space at both ends.
    var trimmed: String {
        guard let first = firstIndex(where: { !$0.isWhitespace }),
            let last = lastIndex(where: { !$0.isWhitespace })
        else { return "" }
        return String(self[first...last])
    }
}
