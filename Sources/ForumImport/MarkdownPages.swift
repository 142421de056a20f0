/// A Markdown file as questions and answers: a heading asks, the text below it answers.
struct MarkdownPages {
    private let text: String

    init(_ bytes: [UInt8]) { text = String(decoding: bytes, as: UTF8.self) }

    func forum() -> ImportedForum {
        var forum = ImportedForum(format: .markdown)
        // The headings above the current one: where the same question stands in two chapters, they tell it apart.
        var above: [(level: Int, title: String)] = []
        var lines: [Substring] = []
        var isFenced = false
        func finish() {
            guard let last = above.last else { return }
            let answer = lines.joined(separator: "\n").trimmed
            lines = []
            // A heading with nothing below is a chapter.
            guard !answer.isEmpty else { return }
            var thread = ImportedThread(
                id: above.map(\.title).joined(separator: "\n").contentKey, title: last.title)
            thread.answer = .init(text: answer, author: ImportedAuthor(name: ""), at: nil)
            thread.tags = above.count > 2 ? [above[above.count - 2].title] : []
            forum.add(thread)
        }
        for line in text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline) {
            if line.hasPrefix("```") || line.hasPrefix("~~~") { isFenced.toggle() }
            let level = line.prefix { $0 == "#" }.count
            let title = line.dropFirst(level).trimmed
            if !isFenced, (1...6).contains(level), !title.isEmpty,
                line.dropFirst(level).first == " "
            {
                finish()
                lines = []
                above.removeAll { $0.level >= level }
                above.append((level, title.trimmingHashes))
            } else {
                lines.append(line)
            }
        }
        finish()
        return forum
    }
}

extension String {
    /// `## Title ##` may end in hashes, too.
    fileprivate var trimmingHashes: String {
        guard hasSuffix(" #") || hasSuffix("##") else { return self }
        var rest = self[...]
        while rest.last == "#" { rest.removeLast() }
        let title = rest.trimmed
        return title.isEmpty ? self : title
    }
}
