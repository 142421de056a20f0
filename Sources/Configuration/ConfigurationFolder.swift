import Yams

/// The files of `bot-config/`, each read once; what cannot be read is a fault of its own.
struct ConfigurationFolder {
    let directory: String
    let files: ConfigurationFiles
    let log: FaultLog

    struct Entry {
        let id: String
        let source: SourceFile
        /// Nil where the file is empty or no YAML.
        let root: Node?
    }

    struct TextEntry {
        let id: String
        let source: SourceFile
        let text: String
    }

    private static let folders = ["cohorts", "faq", "rubrics", "texts"]

    /// Looks for names that nothing would ever read, such as `cohort/` or `bot.yml`.
    func checkNames() {
        do throws(FileFault) {
            for name in try files.list(directory).sorted() where !name.hasPrefix(".") {
                let known = ["bot.yaml", "synonyms.yaml"] + Self.folders
                guard !known.contains(name), let near = NearestWord.to(name, among: known) else {
                    continue
                }
                log.warn(
                    SourceMark("\(directory)/\(name.shown)"), "is not read; did you mean \(near)?")
            }
        } catch .missing {
            log.warn(
                SourceMark(directory), "no such directory; the environment alone decides")
        } catch {
            log.fault(SourceMark(directory), error.words)
        }
    }

    /// One YAML file; nil where it is missing or unreadable.
    func yaml(_ name: String) -> (SourceFile, Node?)? {
        text(name).map { source, text in (source, source.yaml(text)) }
    }

    /// The YAML files of a folder, by id.
    func entries(_ folder: String, ending: String) -> [Entry] {
        texts(folder, ending: ending).map { entry in
            let before = log.faults.count
            let root = entry.source.yaml(entry.text)
            if root == nil, log.faults.count == before, folder != "texts" {
                log.fault(entry.source.whole, "this file is empty")
            }
            return Entry(id: entry.id, source: entry.source, root: root)
        }
    }

    /// The files of a folder, by id.
    func texts(_ folder: String, ending: String) -> [TextEntry] {
        names(folder).compactMap { name in
            let path = SourceMark("\(directory)/\(folder)/\(name.shown)")
            guard name.hasSuffix("." + ending) else {
                if Self.isNear(name) {
                    log.warn(path, "is not read; files here end in .\(ending)")
                }
                return nil
            }
            let id = String(name.dropLast(ending.count + 1))
            guard Self.isID(id, in: folder) else {
                log.fault(path, Self.idWords(folder))
                return nil
            }
            return text("\(folder)/\(name)").map { source, text in
                TextEntry(id: id, source: source, text: text)
            }
        }
    }

    /// The ids of a folder's files, also of those with faults inside.
    func ids(_ folder: String, ending: String) -> [String] {
        names(folder).filter { $0.hasSuffix("." + ending) }
            .map { String($0.dropLast(ending.count + 1)) }
    }

    /// Sorted, so that faults and cohorts come in the same order everywhere.
    private func names(_ folder: String) -> [String] {
        do throws(FileFault) {
            return try files.list("\(directory)/\(folder)").filter { !$0.hasPrefix(".") }.sorted()
        } catch .missing {
            return []
        } catch {
            // Said once: a folder is listed more than once.
            let fault = ConfigurationFault(at: SourceMark("\(directory)/\(folder)"), error.words)
            if !log.faults.contains(fault) { log.fault(fault.mark, fault.words) }
            return []
        }
    }

    private func text(_ name: String) -> (SourceFile, String)? {
        let source = SourceFile(path: "\(directory)/\(name)", log: log)
        do throws(FileFault) {
            let bytes = try files.read(source.path)
            return source.text(bytes).map { (source, $0) }
        } catch .missing {
            return nil
        } catch {
            log.fault(source.whole, error.words)
            return nil
        }
    }

    private static func isNear(_ name: String) -> Bool {
        [".yml", ".yaml", ".md", ".markdown", ".txt", ".json"].contains { name.hasSuffix($0) }
    }

    private static func isID(_ id: String, in folder: String) -> Bool {
        if folder == "texts" { return LanguageTag.isWellFormed(id) }
        return (1...64).contains(id.utf8.count)
            && id.utf8.allSatisfy {
                (97...122).contains($0) || (48...57).contains($0) || $0 == 0x2D
            }
    }

    private static func idWords(_ folder: String) -> String {
        folder == "texts"
            ? "the file's name is a language: en.yaml, pt-BR.yaml"
            : "the file's name is its id: up to 64 small letters, digits and -"
    }
}
