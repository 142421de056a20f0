import Yams

/// Reads one file of `texts/`: moderators' wordings of sentences, by nested or dotted keys.
struct TextFileReader {
    let checks: ConfigurationChecks

    func read(language: String, root: Node, in source: SourceFile)
        -> [String: Located<TextOverride>]
    {
        var found: [String: Located<TextOverride>] = [:]
        guard case .mapping = root else {
            source.fault(root, "expected a sentence's key, such as reminder.saved: \"…\"")
            return found
        }
        read(root, key: [], language, source, &found)
        return found
    }

    private func read(
        _ node: Node, key: [String], _ language: String, _ source: SourceFile,
        _ found: inout [String: Located<TextOverride>]
    ) {
        // Keys are two or three words deep; aliases that multiply must not keep the start waiting.
        guard key.count <= 6, found.count < 5_000 else {
            source.fault(node, "too many sentences, or nested too deep")
            return
        }
        switch node {
        case .scalar:
            if node.isEmptyScalar { return }
            guard let text = source.text(of: node, what: "a sentence") else { return }
            add(TextOverride(text: text.value), key, node, language, source, &found)
        case .mapping(let mapping) where mapping.contains { $0.value.pluralForms != nil }:
            guard let wording = wording(mapping, source) else { return }
            add(wording, key, node, language, source, &found)
        case .mapping(let mapping):
            let written = mapping.compactMap { $0.key.scalar?.string }
            for (name, child) in mapping {
                guard let word = name.scalar?.string else {
                    source.fault(name, "a key must be a word; found \(name.kind)")
                    continue
                }
                if let twice = SourceFile.repeatedKey(word, among: written) {
                    source.fault(name, "the key \"\(twice.shown)\" stands twice here; keep one")
                } else {
                    read(child, key: key + [word], language, source, &found)
                }
            }
        case .sequence, .alias:
            source.fault(node, "expected a sentence; found \(node.kind)")
        }
    }

    private func add(
        _ wording: TextOverride, _ key: [String], _ node: Node, _ language: String,
        _ source: SourceFile, _ found: inout [String: Located<TextOverride>]
    ) {
        let name = key.joined(separator: ".")
        let mark = source.mark(node)
        if found[name] != nil {
            source.log.fault(mark, "the sentence \(name.shown) stands twice; keep one")
        } else if let fault = checks.wordingFault(language, name, wording) {
            source.log.fault(mark, fault)
        }
        found[name] = Located(wording, at: mark)
    }

    private func wording(_ mapping: Node.Mapping, _ source: SourceFile) -> TextOverride? {
        var text: String?
        var plurals: [String: [String: String]] = [:]
        for (name, child) in mapping {
            if let forms = child.pluralForms, let word = name.scalar?.string {
                plurals[word] = forms
            } else if name.scalar?.string == "text", let scalar = child.scalar {
                text = scalar.string
            } else {
                source.fault(
                    name, "beside plural forms only \"text\" may stand; found \(name.kind)")
                return nil
            }
        }
        return TextOverride(text: text, plurals: plurals)
    }
}

extension Node {
    /// The forms of a number, where this is a mapping of them.
    fileprivate var pluralForms: [String: String]? {
        guard case .mapping(let mapping) = self else { return nil }
        var forms: [String: String] = [:]
        for (label, text) in mapping {
            guard let label = label.scalar?.string, let text = text.scalar?.string else {
                return nil
            }
            forms[label] = text
        }
        return forms["other"] == nil ? nil : forms
    }
}
