import Chat

/// What a file is called by its content: the ending and the media type under which it goes out again.
///
/// What the bytes say wins over what the sender says. Only endings of this list are ever used, and none that a program
/// would run or a browser would show with scripts.
struct FileKind: Hashable {
    let ending: String
    let mediaType: String

    static let unknown = FileKind(ending: "bin", mediaType: "application/octet-stream")

    init(ending: String, mediaType: String) {
        self.ending = ending
        self.mediaType = mediaType
    }

    init(of bytes: [UInt8], claimed: Attachment) {
        let ending = claimed.name.split(separator: ".").dropFirst().last?.lowercased() ?? ""
        if let begun = Self.beginnings.first(where: { bytes.starts(with: $0.bytes) }) {
            // Many formats are a ZIP archive inside.
            self = begun.kind == Self.zip ? Self.zipped[ending] ?? Self.zip : begun.kind
        } else if Self.isText(bytes) {
            self = Self.texts[ending] ?? FileKind(ending: "txt", mediaType: "text/plain")
        } else {
            self = .unknown
        }
    }

    private static func isText(_ bytes: [UInt8]) -> Bool {
        bytes.allSatisfy { $0 >= 0x20 || (0x09...0x0D).contains($0) }
            && String(validating: bytes, as: UTF8.self) != nil
    }

    private static let zip = FileKind(ending: "zip", mediaType: "application/zip")

    private static let beginnings: [(bytes: [UInt8], kind: FileKind)] = [
        (Array("%PDF-".utf8), FileKind(ending: "pdf", mediaType: "application/pdf")),
        ([0x89, 0x50, 0x4E, 0x47], FileKind(ending: "png", mediaType: "image/png")),
        ([0xFF, 0xD8, 0xFF], FileKind(ending: "jpg", mediaType: "image/jpeg")),
        (Array("GIF8".utf8), FileKind(ending: "gif", mediaType: "image/gif")),
        (Array("OggS".utf8), FileKind(ending: "ogg", mediaType: "audio/ogg")),
        ([0x50, 0x4B, 0x03, 0x04], zip),
    ]

    private static let zipped: [String: FileKind] = [
        "docx": office("docx", "wordprocessingml.document"),
        "pptx": office("pptx", "presentationml.presentation"),
        "xlsx": office("xlsx", "spreadsheetml.sheet"),
        "odt": FileKind(ending: "odt", mediaType: "application/vnd.oasis.opendocument.text"),
        "odp": FileKind(
            ending: "odp", mediaType: "application/vnd.oasis.opendocument.presentation"),
        "ods": FileKind(ending: "ods", mediaType: "application/vnd.oasis.opendocument.spreadsheet"),
        "epub": FileKind(ending: "epub", mediaType: "application/epub+zip"),
    ]

    private static func office(_ ending: String, _ kind: String) -> FileKind {
        FileKind(
            ending: ending,
            mediaType: "application/vnd.openxmlformats-officedocument.\(kind)")
    }

    private static let texts: [String: FileKind] = [
        "md": FileKind(ending: "md", mediaType: "text/markdown"),
        "csv": FileKind(ending: "csv", mediaType: "text/csv"),
        "ics": FileKind(ending: "ics", mediaType: "text/calendar"),
        "ipynb": FileKind(ending: "ipynb", mediaType: "application/x-ipynb+json"),
        "json": FileKind(ending: "json", mediaType: "application/json"),
        "tex": FileKind(ending: "tex", mediaType: "text/plain"),
        "py": FileKind(ending: "py", mediaType: "text/plain"),
        "r": FileKind(ending: "r", mediaType: "text/plain"),
        "java": FileKind(ending: "java", mediaType: "text/plain"),
        "c": FileKind(ending: "c", mediaType: "text/plain"),
        "cpp": FileKind(ending: "cpp", mediaType: "text/plain"),
        "swift": FileKind(ending: "swift", mediaType: "text/plain"),
        "sql": FileKind(ending: "sql", mediaType: "text/plain"),
    ]
}
