import Yams

/// A file that is being read: its path for marks, and where its faults go.
struct SourceFile {
    let path: String
    let log: FaultLog
    /// Lines of the file that stand before the part being read: a front matter begins at line 2.
    var linesBefore = 0

    /// The file as a whole.
    var whole: SourceMark { SourceMark(path) }

    func mark(_ node: Node) -> SourceMark {
        node.mark.map(mark) ?? whole
    }

    func mark(_ mark: Mark) -> SourceMark {
        SourceMark(path, line: mark.line + linesBefore, column: mark.column)
    }

    func fault(_ node: Node, _ words: String) { log.fault(mark(node), words) }

    /// The text in `bytes`; invalid UTF-8 is a fault that names the line.
    func text(_ bytes: [UInt8]) -> String? {
        var bytes = bytes[...]
        if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { bytes = bytes.dropFirst(3) }
        if let text = String(validating: bytes, as: UTF8.self) { return text }
        let line = bytes.split(separator: 0x0A, omittingEmptySubsequences: false)
            .firstIndex { String(validating: $0, as: UTF8.self) == nil }
        log.fault(
            SourceMark(path, line: line.map { $0 + 1 }, column: line.map { _ in 1 }),
            "this file is not UTF-8; save it as UTF-8 text")
        return nil
    }
}
