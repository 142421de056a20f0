import Yams

/// One YAML file of sentences: nested or dotted keys, each leading to a wording.
///
/// A mapping with the key `other` holds the plural forms of the number it is named after; the mapping above it is the
/// sentence.
struct SentenceFile {
    private(set) var entries: [Entry] = []
    private(set) var faults: [SentenceFault] = []
    private let source: String

    struct Entry {
        let key: String
        let wording: Wording
        let line: Int?
        let column: Int?
    }

    init(source: String, yaml: String) {
        self.source = source
        do {
            // No resolver: every value is a sentence, also one that looks like a number or a day, and telling them
            // apart by regular expressions takes longer than reading the file.
            guard let root = try Yams.compose(yaml: yaml, .basic) else { return }
            guard case .mapping = root else {
                report(root, "", "expected keys and sentences")
                return
            }
            read(root, key: "")
        } catch {
            let mark = (error as? YamlError)?.mark
            faults.append(
                SentenceFault(
                    source: source, line: mark?.line, column: mark?.column, key: "yaml",
                    reason: "this is not YAML"))
        }
    }

    private mutating func read(_ node: Node, key: String) {
        switch node {
        case .scalar(let scalar):
            add(key, Wording(text: scalar.string), node)
        case .mapping(let mapping) where mapping.contains(where: { $0.value.pluralForms != nil }):
            read(sentence: mapping, key: key, node)
        case .mapping(let mapping):
            for (name, child) in mapping {
                guard let name = name.string else {
                    report(child, key, "a key must be a word")
                    continue
                }
                read(child, key: key.isEmpty ? name : "\(key).\(name)")
            }
        case .sequence, .alias: report(node, key, "expected a sentence, not a list")
        }
    }

    private mutating func read(sentence mapping: Node.Mapping, key: String, _ node: Node) {
        var wording = Wording(text: nil)
        for (name, child) in mapping {
            if let forms = child.pluralForms, let name = name.string {
                wording.plurals[name] = forms
            } else if name.string == "text", let text = child.scalar?.string {
                wording.text = text
            } else {
                report(
                    child, key,
                    "beside plural forms only `text` may stand, not `\(name.string ?? "?")`")
            }
        }
        add(key, wording, node)
    }

    private mutating func add(_ key: String, _ wording: Wording, _ node: Node) {
        entries.append(
            Entry(key: key, wording: wording, line: node.mark?.line, column: node.mark?.column))
    }

    private mutating func report(_ node: Node, _ key: String, _ reason: String) {
        faults.append(
            SentenceFault(
                source: source, line: node.mark?.line, column: node.mark?.column, key: key,
                reason: reason))
    }
}

extension Node {
    /// The forms of a number, where this is a mapping of them.
    fileprivate var pluralForms: [String: String]? {
        guard case .mapping(let mapping) = self, mapping["other"]?.scalar != nil else { return nil }
        var forms: [String: String] = [:]
        for (label, text) in mapping {
            guard let label = label.string ?? label.scalar?.string, let text = text.scalar?.string
            else {
                return nil
            }
            forms[label] = text
        }
        return forms
    }
}

extension YamlError {
    fileprivate var mark: Mark? {
        switch self {
        case .scanner(_, _, let mark, _), .parser(_, _, let mark, _), .composer(_, _, let mark, _):
            mark
        default: nil
        }
    }
}
