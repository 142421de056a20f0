/// The kinds of exports that can be read.
package enum ImportFormat: String, Hashable, Sendable, CaseIterable {
    case discourse, telegram, discord, mbox, csv, markdown

    /// What people call it.
    package var title: String {
        switch self {
        case .discourse: "Discourse JSON"
        case .telegram: "Telegram export"
        case .discord: "DiscordChatExporter JSON"
        case .mbox: "mbox"
        case .csv: "CSV"
        case .markdown: "Markdown"
        }
    }

    /// What a file is, by its first bytes, and where these do not tell by its name.
    init?(of bytes: ArraySlice<UInt8>, name: String) {
        let start = bytes.drop { [0x20, 0x09, 0x0A, 0x0D, 0xEF, 0xBB, 0xBF].contains($0) }
        let ending = name.lowercased().split(separator: ".").last.map(String.init) ?? ""
        if start.first == UInt8(ascii: "{") || start.first == UInt8(ascii: "[") {
            // Which of the three JSON formats it is, its keys tell.
            guard ending != "md", ending != "csv" else {
                self = ending == "md" ? .markdown : .csv
                return
            }
            self = .discourse
        } else if start.starts(with: Array("From ".utf8)) {
            self = .mbox
        } else if ["csv", "tsv"].contains(ending) {
            self = .csv
        } else if ["md", "markdown"].contains(ending) || start.first == UInt8(ascii: "#") {
            self = .markdown
        } else {
            return nil
        }
    }
}

extension ImportedForum {
    /// Reads an exported forum, whatever it is.
    ///
    /// Never more than `ImportLimits` allow; a file that is none of the formats is refused with what is known.
    package static func read(
        _ bytes: [UInt8], name: String
    ) throws(ImportFault) -> ImportedForum {
        guard bytes.count <= ImportLimits.fileBytes else {
            throw ImportFault(
                "larger than \(ImportLimits.fileBytes >> 20) MiB; split it and import the parts")
        }
        guard let format = ImportFormat(of: bytes[...], name: name) else {
            throw ImportFault(
                "is none of: "
                    + ImportFormat.allCases.map(\.title).joined(separator: ", ")
                    + "; CSV and Markdown are known by their endings .csv and .md")
        }
        var forum: ImportedForum
        switch format {
        case .discourse, .telegram, .discord: forum = try JSONExport(bytes).forum()
        case .mbox: forum = MailBox(bytes).forum()
        case .csv: forum = try CSVTable(bytes).forum()
        case .markdown: forum = MarkdownPages(bytes).forum()
        }
        forum.removeTwins()
        return forum
    }
}
