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
    let onMissing: @Sendable (MissingText) -> Void
    private var byTag: [String: Language] = [:]
    private var english = Language(tag: "en")
    private var faultyOverrides: [SentenceFault] = []

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

    /// Kept, since a start needs them twice: to check the configuration and to speak.
    private static let compiledIn = LanguageFiles.all.map(SentenceFiles.init)

    init(
        _ files: [LanguageFiles], overrides: [String: [String: Wording]] = [:],
        onMissing: @escaping @Sendable (MissingText) -> Void = { _ in }
    ) {
        self.init(files.map(SentenceFiles.init), overrides: overrides, onMissing: onMissing)
    }

    private init(
        _ files: [SentenceFiles], overrides: [String: [String: Wording]],
        onMissing: @escaping @Sendable (MissingText) -> Void
    ) {
        self.onMissing = onMissing
        for files in files {
            byTag[files.tag.lowercased()] = Language(tag: files.tag, files: files)
        }
        english = byTag["en"] ?? english
        for (tag, wordings) in overrides.sorted(by: { $0.key < $1.key }) {
            override(tag.lowercased(), with: wordings)
        }
        for tag in byTag.keys { byTag[tag]?.takeLists() }
        english = byTag["en"] ?? english
    }

    /// The languages that have sentences.
    package var languages: [String] { byTag.keys.sorted() }

    /// What is wrong in the files and overrides; empty for what is compiled in, as a test proves. Reads all files.
    package var faults: [SentenceFault] {
        byTag.sorted { $0.key < $1.key }.flatMap { $0.value.files?.all.faults ?? [] }
            + faultyOverrides
    }

    /// Reads all files.
    package func keys(in language: String = "en") -> Set<String> {
        let language = byTag[language]
        return Set(language?.files?.all.keys ?? []).union(language?.overrides.keys.map { $0 } ?? [])
    }

    /// Nil where the language has no such sentence.
    package func placeholders(of key: String, in language: String = "en") -> Set<String>? {
        byTag[language]?.template(key)?.placeholders
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
        if let template = language.template(key) { return (template, language) }
        onMissing(.sentence(key: key, language: language.tag))
        return english.template(key).map { ($0, english) }
    }
}

extension Sentences {
    private mutating func override(_ tag: String, with wordings: [String: Wording]) {
        var language = byTag[tag] ?? Language(tag: tag)
        for (key, wording) in wordings.sorted(by: { $0.key < $1.key }) {
            do throws(TemplateParser.Fault) {
                language.overrides[key] = try template(wording, insteadOf: key, in: language)
            } catch {
                faultyOverrides.append(
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
        guard let builtIn = language.template(key) ?? english.template(key) else {
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
