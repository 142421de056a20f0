import Synchronization

/// The sentences of one language as its files hold them.
///
/// A file is read when one of its sentences is asked for first: reading them all took a quarter of the program's start,
/// and most lives of it need few.
final class SentenceFiles: Sendable {
    let tag: String
    private let folder: String
    private let files: [(name: String, bytes: [UInt8])]
    private let known = Mutex(Known())

    private struct Known {
        var templates: [String: Template] = [:]
        var faults: [SentenceFault] = []
        var read: Set<String> = []
    }

    init(_ language: LanguageFiles) {
        tag = language.tag
        folder = language.folder
        files = language.files
    }

    /// Nil where no file has such a sentence.
    func template(_ key: String) -> Template? {
        known.withLock { known in
            if let template = known.templates[key] { return template }
            let name = key.prefix { $0 != "." }
            if let file = files.first(where: { $0.name == name }) {
                read(file, into: &known)
            } else {
                // In one of the others, one after the other.
                for file in files where known.templates[key] == nil { read(file, into: &known) }
            }
            return known.templates[key]
        }
    }

    /// Everything, all files read.
    var all: (keys: [String], faults: [SentenceFault]) {
        known.withLock { known in
            for file in files { read(file, into: &known) }
            return (Array(known.templates.keys), known.faults)
        }
    }

    var filesRead: Set<String> { known.withLock(\.read) }

    private func read(_ file: (name: String, bytes: [UInt8]), into known: inout Known) {
        guard known.read.insert(file.name).inserted else { return }
        let source = "\(folder)/\(file.name).yaml"
        let contents = SentenceFile(
            source: source, yaml: String(decoding: file.bytes, as: UTF8.self))
        known.faults += contents.faults
        for entry in contents.entries {
            func report(_ reason: String) {
                known.faults.append(
                    SentenceFault(
                        source: source, line: entry.line, column: entry.column, key: entry.key,
                        reason: reason))
            }
            let owner = entry.key.prefix { $0 != "." }
            if owner != file.name, files.contains(where: { $0.name == owner }) {
                report("this sentence belongs into \(owner).yaml")
                continue
            }
            guard known.templates[entry.key] == nil else {
                report("this sentence is written twice")
                continue
            }
            do {
                known.templates[entry.key] = try TemplateParser.parse(entry.wording)
            } catch {
                report(error.reason)
            }
        }
    }
}
