package import Chat
import Cohorts

/// A file that a command asked for, fetched and kept.
package struct FileContent: Sendable {
    package let kept: KeptFile
    /// The bytes of a small one; nil beyond `mostBytes`: then the command has to do with the digest.
    package let bytes: [UInt8]?

    package static let mostBytes = 2 << 20

    package init(_ kept: KeptFile, _ bytes: [UInt8]) {
        self.kept = kept
        self.bytes = bytes.count <= Self.mostBytes ? bytes : nil
    }

    /// What a small file says, where it is text in UTF-8.
    package var text: String? {
        guard let bytes, !bytes.contains(0) else { return nil }
        let mark: [UInt8] = [0xEF, 0xBB, 0xBF]
        return String(
            validating: bytes.starts(with: mark) ? bytes[3...] : bytes[...], as: UTF8.self)
    }
}

/// What was given for a field that takes words or a file.
package enum Given: Sendable {
    case words(String)
    /// With the words that came along; empty for none.
    case file(FileContent, words: String)
}

extension Field<Given> {
    /// Words, or a file of at most so many bytes.
    static func file(
        _ name: String, _ prompt: String, upTo limit: @escaping @Sendable (Call) -> Int
    ) -> Self {
        Field(
            FieldCard(name, .file, prompt, isLong: true),
            file: { (call, words) throws(Refusal) in
                guard let content = try call.file(upTo: limit(call)) else { return nil }
                return .file(content, words: words ?? "")
            },
            parse: { words, _, _ in .words(words) })
    }
}

extension Call {
    /// The file that the command was given; nil where there is none.
    /// - Throws: that it is too large, or that it has to be fetched first: then the command is answered again, with the
    ///   file, when it is here. What can be refused without it should be refused before.
    package func file(upTo limit: Int) throws(Refusal) -> FileContent? {
        if let content = arguments.content {
            guard content.kept.size <= limit else { throw .because(.fileTooLarge(limit)) }
            return content
        }
        guard let file = arguments.file else { return nil }
        if case .sent(let attachment) = file, let others = attachment.others {
            throw .because(Phrase("files.one-only", ["count": .number(others + 1)]))
        }
        let size =
            switch file {
            case .sent(let attachment): attachment.size ?? 0
            case .kept(let kept): kept.size
            }
        guard size <= limit else { throw .because(.fileTooLarge(limit)) }
        throw .needsFile(file, upTo: limit)
    }
}

extension Phrase {
    /// That a file has more than so many bytes.
    package static func fileTooLarge(_ limit: Int) -> Phrase {
        limit < 1 << 20
            ? Phrase("files.too-large-small", ["limit": .number(limit >> 10)])
            : Phrase("files.too-large", ["limit": .number(limit >> 20)])
    }
}
