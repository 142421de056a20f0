/// A table with a heading line, as RFC 4180 has it; commas, semicolons or tabs between the fields.
struct CSVTable {
    private let heading: [String]
    private var rows: [[String]]

    init(_ bytes: [UInt8]) throws(ImportFault) {
        guard let text = String(validating: bytes, as: UTF8.self) else {
            throw ImportFault("is no UTF-8; save it as UTF-8")
        }
        let units = Array((text.hasPrefix("\u{FEFF}") ? String(text.dropFirst()) : text).utf8)
        let first = units.prefix { $0 != 0x0A }
        let separator =
            [UInt8(ascii: ","), UInt8(ascii: ";"), UInt8(ascii: "\t")]
            .max { a, b in first.count { $0 == a } < first.count { $0 == b } } ?? 0x2C
        rows = try Self.rows(units, separator)
        guard !rows.isEmpty else { throw ImportFault("is empty") }
        heading = rows.removeFirst().map { $0.trimmed.lowercased() }
        guard column(Self.titles) != nil else {
            throw ImportFault(
                line: 1,
                "has no column \"title\" or \"question\"; it may also have \"id\", \"body\", "
                    + "\"answer\", \"author\", \"answered_by\", \"date\", \"tags\" and \"language\""
            )
        }
    }

    private static let titles = ["title", "question", "subject"]

    func forum() -> ImportedForum {
        var forum = ImportedForum(format: .csv)
        let column = { (names: [String]) in self.column(names) }
        let title = column(Self.titles)
        let id = column(["id", "key"])
        let body = column(["body", "text", "content", "description", "details"])
        let answer = column(["answer", "reply", "response"])
        let author = column(["author", "asked_by", "user", "username"])
        let answerer = column(["answered_by", "answer_author"])
        let date = column(["date", "created_at", "asked_at", "timestamp"])
        let tags = column(["tags", "tag", "module", "category"])
        let language = column(["language", "lang"])
        for row in rows where row.contains(where: { !$0.isEmpty }) {
            let field = { (place: Int?) in
                place.flatMap { $0 < row.count ? row[$0].trimmed : nil } ?? ""
            }
            let question = field(title)
            guard !question.isEmpty else {
                forum.skip(.withoutQuestion)
                continue
            }
            var thread = ImportedThread(
                id: field(id).isEmpty ? question.contentKey : field(id), title: question,
                body: field(body), author: ImportedAuthor(name: field(author)),
                askedAt: ImportedDate.iso(field(date)))
            thread.tags = field(tags).split { $0 == "," || $0 == ";" || $0 == "|" }.map(\.trimmed)
            thread.language = field(language).isEmpty ? nil : field(language)
            if !field(answer).isEmpty {
                thread.answer = .init(
                    text: field(answer), author: ImportedAuthor(name: field(answerer)), at: nil)
            }
            forum.add(thread)
        }
        return forum
    }

    private func column(_ names: [String]) -> Int? {
        for name in names {
            if let place = heading.firstIndex(of: name) { return place }
        }
        return nil
    }

    private static func rows(
        _ units: [UInt8], _ separator: UInt8
    ) throws(ImportFault) -> [[String]] {
        var rows: [[String]] = []
        var row: [String] = []
        var field: [UInt8] = []
        var line = 1
        var opened: Int?
        var place = 0
        while place < units.count {
            let unit = units[place]
            place += 1
            if unit == 0x0A { line += 1 }
            if opened != nil {
                guard unit == UInt8(ascii: "\"") else {
                    field.append(unit)
                    continue
                }
                if place < units.count, units[place] == UInt8(ascii: "\"") {
                    field.append(unit)
                    place += 1
                } else {
                    opened = nil
                }
            } else if unit == UInt8(ascii: "\""), field.isEmpty {
                opened = line
            } else if unit == separator {
                row.append(String(decoding: field, as: UTF8.self))
                field = []
            } else if unit == 0x0A {
                if field.last == 0x0D { field.removeLast() }
                row.append(String(decoding: field, as: UTF8.self))
                rows.append(row)
                (row, field) = ([], [])
            } else {
                field.append(unit)
            }
        }
        if let opened {
            throw ImportFault(line: opened, "a quoted field begins here and never ends")
        }
        if !field.isEmpty || !row.isEmpty {
            row.append(String(decoding: field, as: UTF8.self))
            rows.append(row)
        }
        return rows
    }
}

extension String {
    /// A name for what has no id: the same words, the same name.
    var contentKey: String {
        String(Fingerprint(lowercased().utf8.lazy.filter { $0 > 32 }).value, radix: 36)
    }
}
