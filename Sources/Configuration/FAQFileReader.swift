import Yams

/// Reads one file of `faq/`: a front matter between two lines of `---`, then the answer.
struct FAQFileReader {
    func read(id: String, text: String, in source: SourceFile) -> FAQFile? {
        let lines = text.split(
            omittingEmptySubsequences: false, whereSeparator: \.isNewline)
        guard lines.first.map({ String($0).trimmed }) == "---",
            let end = lines.dropFirst().firstIndex(where: { String($0).trimmed == "---" })
        else {
            source.log.fault(
                SourceMark(source.path, line: 1, column: 1),
                "begin with a line ---, then title: …, and another line ---")
            return nil
        }
        var front = source
        front.linesBefore = 1
        let body = lines[(end + 1)...].joined(separator: "\n").trimmed
        if body.isEmpty {
            source.log.fault(
                SourceMark(source.path, line: end + 1, column: 1),
                "the answer is missing; write it below this line")
        }
        let before = source.log.faults.count
        guard let root = front.yaml(lines[1..<end].joined(separator: "\n")) else {
            if source.log.faults.count == before {
                source.log.fault(
                    SourceMark(source.path, line: 1, column: 1), "\"title\" is missing")
            }
            return nil
        }
        guard let reader = MappingReader(root, .entry, in: front) else { return nil }
        let title = reader.required("title", example: "How is the late penalty counted?")
        let tags = reader.texts("tags").map(\.value)
        let language = reader.language("language") ?? "en"
        guard let title, !body.isEmpty else { return nil }
        return FAQFile(id: id, title: title, tags: tags, language: language, body: body)
    }
}
