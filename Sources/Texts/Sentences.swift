package import Chat
package import FoundationEssentials

/// Every sentence that a person reads, by key and language.
///
/// ```swift
/// let sentences = Sentences()
/// let text = sentences.render(Phrase("reminder.saved", ["text": .user(words), "when": .moment(due)]), for: reader, now: now)
/// ```
/// A sentence that is missing never stops a message: English stands in, then the key in brackets, and `onMissing`
/// hears of it.
package struct Sentences: Sendable {
    /// What is wrong in the files and overrides; empty for what is compiled in, as a test proves.
    package private(set) var faults: [SentenceFault] = []
    let onMissing: @Sendable (MissingText) -> Void
    private var byTag: [String: Language] = [:]
    private var english = Language(tag: "en")

    /// - Parameters:
    ///   - overrides: what moderators write instead, by language and key. An override must name a known sentence and
    ///     use the same placeholders; a wrong one is a fault and changes nothing.
    ///   - onMissing: hears of each sentence or value that a message lacked.
    package init(
        overrides: [String: [String: Wording]] = [:],
        onMissing: @escaping @Sendable (MissingText) -> Void = { _ in }
    ) {
        self.init(Self.compiledIn, overrides: overrides, onMissing: onMissing)
    }

    /// Read once: a start needs them twice, to check the configuration and to speak.
    private static let compiledIn = Files(LanguageFiles.all)

    /// What stands in the files of all languages.
    fileprivate struct Files {
        var byTag: [String: Language] = [:]
        var faults: [SentenceFault] = []

        init(_ files: [LanguageFiles]) {
            for language in files { load(language) }
        }
    }

    init(
        _ files: [LanguageFiles], overrides: [String: [String: Wording]] = [:],
        onMissing: @escaping @Sendable (MissingText) -> Void = { _ in }
    ) {
        self.init(Files(files), overrides: overrides, onMissing: onMissing)
    }

    private init(
        _ files: Files, overrides: [String: [String: Wording]],
        onMissing: @escaping @Sendable (MissingText) -> Void
    ) {
        self.onMissing = onMissing
        byTag = files.byTag
        faults = files.faults
        english = byTag["en"] ?? english
        for (tag, wordings) in overrides.sorted(by: { $0.key < $1.key }) {
            override(tag.lowercased(), with: wordings)
        }
        for tag in byTag.keys { byTag[tag]?.takeLists() }
        english = byTag["en"] ?? english
    }

    /// The languages that have sentences.
    package var languages: [String] { byTag.keys.sorted() }

    package func keys(in language: String = "en") -> Set<String> {
        Set(byTag[language]?.templates.keys.map { $0 } ?? [])
    }

    /// Nil where the language has no such sentence.
    package func placeholders(of key: String, in language: String = "en") -> Set<String>? {
        byTag[language]?.templates[key]?.placeholders
    }

    /// Writes a phrase in the reader's language and zone, as seen at `now`.
    package func render(_ phrase: Phrase, for reader: Reader, now: Date) -> Text {
        var renderer = Renderer(self, language: language(for: reader.language), reader, now: now)
        renderer.write(phrase)
        return Text(renderer.runs)
    }

    /// The language itself, its parent (`pt` for `pt-BR`), or English.
    func language(for tag: String) -> Language {
        if let language = byTag[tag] { return language }
        let tag = tag.lowercased().replacing("_", with: "-")
        if let language = byTag[tag] { return language }
        return byTag[String(tag.prefix { $0 != "-" })] ?? english
    }

    /// The sentence in a language or else in English, with the language it came in.
    func template(_ key: String, in language: Language) -> (Template, Language)? {
        if let template = language.templates[key] { return (template, language) }
        onMissing(.sentence(key: key, language: language.tag))
        return english.templates[key].map { ($0, english) }
    }
}

extension Sentences.Files {
    fileprivate mutating func load(_ files: LanguageFiles) {
        var language = Language(tag: files.tag)
        for (name, bytes) in files.files {
            let source = "\(files.folder)/\(name).yaml"
            let file = SentenceFile(source: source, yaml: String(decoding: bytes, as: UTF8.self))
            faults += file.faults
            for entry in file.entries {
                func report(_ reason: String) {
                    faults.append(
                        SentenceFault(
                            source: source, line: entry.line, column: entry.column, key: entry.key,
                            reason: reason))
                }
                guard language.templates[entry.key] == nil else {
                    report("this sentence is written twice")
                    continue
                }
                do {
                    language.templates[entry.key] = try TemplateParser.parse(entry.wording)
                } catch {
                    report(error.reason)
                }
            }
        }
        byTag[files.tag.lowercased()] = language
    }
}

extension Sentences {
    private mutating func override(_ tag: String, with wordings: [String: Wording]) {
        var language = byTag[tag] ?? Language(tag: tag)
        for (key, wording) in wordings.sorted(by: { $0.key < $1.key }) {
            do throws(TemplateParser.Fault) {
                language.templates[key] = try template(wording, insteadOf: key, in: language)
            } catch {
                faults.append(
                    SentenceFault(
                        source: "texts", line: nil, column: nil, key: key, reason: error.reason))
            }
        }
        byTag[tag] = language
    }

    /// What is wrong with an override; nil where nothing is.
    package func fault(of wording: Wording, insteadOf key: String, in tag: String) -> String? {
        do throws(TemplateParser.Fault) {
            _ = try template(wording, insteadOf: key, in: byTag[tag] ?? english)
            return nil
        } catch {
            return error.reason
        }
    }

    private func template(
        _ wording: Wording, insteadOf key: String, in language: Language
    ) throws(TemplateParser.Fault) -> Template {
        guard let builtIn = language.templates[key] ?? english.templates[key] else {
            throw TemplateParser.Fault(reason: "there is no such sentence")
        }
        let template = try TemplateParser.parse(wording)
        let (old, new) = (builtIn.placeholders, template.placeholders)
        if old != new {
            let missing = old.subtracting(new).sorted().map { "{\($0)} is missing" }
            let unknown = new.subtracting(old).sorted().map { "there is no {\($0)} here" }
            throw TemplateParser.Fault(reason: (missing + unknown).joined(separator: "; "))
        }
        return template
    }
}
