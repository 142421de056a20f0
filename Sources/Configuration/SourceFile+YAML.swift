import Yams

extension SourceFile {
    /// A key that stands twice is marked with this private-use character, so that the rest of the file can be read
    /// too: libyaml's wrapper gives up at the first one.
    private static let twiceMark: Character = "\u{F8FF}"

    /// The document's root; nil where it is empty or, with a fault, no YAML.
    func yaml(_ text: String) -> Node? {
        var text = text
        // Each round takes care of one repeated key.
        for _ in 0..<50 {
            do {
                return try compose(text)
            } catch YamlError.duplicatedKeysInMapping(_, let context) {
                guard let marked = Self.marking(context.mark, in: text) else {
                    log.fault(mark(context.mark), "this key stands twice")
                    return nil
                }
                text = marked
            } catch {
                report(error, in: text)
                return nil
            }
        }
        log.fault(whole, "more than 50 keys stand twice")
        return nil
    }

    /// The key that was written, where `key` was marked as standing twice.
    static func repeatedKey(_ key: String, among keys: [String]) -> String? {
        guard key.first == twiceMark else { return nil }
        return keys.first { $0.first != twiceMark && $0.dropFirst() == key.dropFirst() }
    }

    private func compose(_ text: String) throws -> Node? {
        // No resolver: what a value is (a day, a number, `no`) is decided by the key it stands under. The filling
        // keeps the text out of Swift's inline storage, whose address would not outlive the call that libyaml keeps
        // it from.
        let parser = try Parser(
            yaml: text + "\n                ", resolver: .basic, constructor: .default,
            encoding: .utf8)
        return try parser.singleRoot()
    }

    private static func marking(_ mark: Mark, in text: String) -> String? {
        var scalars = Array(text.unicodeScalars)
        var line = 1
        var start = 0
        for (index, scalar) in scalars.enumerated() where line < mark.line && scalar == "\n" {
            line += 1
            start = index + 1
        }
        var position = start + mark.column - 1
        if scalars.indices.contains(position), "\"'".unicodeScalars.contains(scalars[position]) {
            position += 1
        }
        guard line == mark.line, scalars.indices.contains(position),
            let marker = twiceMark.unicodeScalars.first, scalars[position] != marker
        else { return nil }
        scalars[position] = marker
        return String(String.UnicodeScalarView(scalars))
    }

    private func report(_ error: any Error, in text: String) {
        switch error {
        case YamlError.scanner(let context, let problem, let mark, _),
            YamlError.parser(let context, let problem, let mark, _),
            YamlError.composer(let context, let problem, let mark, _):
            let lines = (text.lastIndex { !$0.isWhitespace }.map { text[...$0] } ?? "").split(
                omittingEmptySubsequences: false, whereSeparator: \.isNewline)
            // Something was opened and never closed: the place to look at is where it began.
            if mark.line > lines.count {
                let begin =
                    context.map(\.mark).flatMap { $0.line > lines.count ? nil : self.mark($0) }
                    ?? SourceMark(
                        path, line: lines.count + linesBefore,
                        column: (lines.last?.unicodeScalars.count ?? 0) + 1)
                log.fault(
                    begin,
                    "this is not YAML: what begins here or just before is not closed (\(problem))")
                return
            }
            let begun = context.map { " (\($0.text) on line \($0.mark.line + linesBefore))" } ?? ""
            log.fault(
                self.mark(mark),
                "this is not YAML: \(problem)\(begun); check the indentation, the colons and the quotes"
            )
        case YamlError.reader(let problem, let offset, _, _):
            let before = text.prefix(offset ?? 0)
            let line = before.count { $0.isNewline } + 1
            log.fault(
                SourceMark(path, line: line + linesBefore, column: 1),
                "this is not YAML: \(problem)")
        default:
            log.fault(whole, "this is not YAML")
        }
    }
}
