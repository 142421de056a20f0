import Yams

/// Reads `synonyms.yaml`.
struct SynonymsFileReader {
    /// The ids of the cohorts that have a file.
    let cohorts: [String]

    /// More would make every search slower, and no moderator writes so many.
    private static let mostGroups = 1_000
    /// Of many synonyms each one says little.
    private static let mostWords = 8
    private static let longestWord = 60

    func read(_ root: Node, in source: SourceFile) -> [WordGroup] {
        guard let reader = MappingReader(root, .synonyms, in: source) else { return [] }
        let groups = reader.mappings("groups", .wordGroup)
        if groups.count > Self.mostGroups {
            source.log.fault(
                reader.mark(of: "groups"),
                "there can be \(Self.mostGroups) groups; found \(groups.count)")
            return []
        }
        return groups.compactMap(group)
    }

    private func group(_ reader: MappingReader) -> WordGroup? {
        let log = reader.source.log
        let before = log.faults.count
        let words = reader.texts("words")
        if reader.node("words") == nil {
            log.fault(
                reader.mark(of: "words"), "\"words\" is missing; write words: [notebook, Colab]")
        } else if log.faults.count == before, !(2...Self.mostWords).contains(words.count) {
            log.fault(
                reader.mark(of: "words"),
                "a group has 2 to \(Self.mostWords) words; found \(words.count)")
        }
        reader.refuseRepeats(words, "word")
        for word in words { check(word, log) }
        let language = reader.language("language") ?? "en"
        let cohort = reader.text("cohort")
        if let cohort, !cohorts.contains(cohort.value) {
            let hint =
                NearestWord.to(cohort.value, among: cohorts).map { "; did you mean \"\($0)\"?" }
                ?? "; it counts for a cohort of this id that was made in chat"
            log.warn(cohort.mark, "no file cohorts/\(cohort.value.shown).yaml\(hint)")
        }
        guard log.faults.count == before else { return nil }
        return WordGroup(words: words.map(\.value), language: language, cohort: cohort?.value)
    }

    private func check(_ word: Located<String>, _ log: FaultLog) {
        if word.value.count > Self.longestWord {
            log.fault(word.mark, "a word or expression has up to \(Self.longestWord) characters")
        } else if !word.value.contains(where: { $0.isLetter || $0.isNumber }) {
            log.fault(
                word.mark, "\"\(word.value.shown)\" has no letter; nobody could search for it")
        }
    }
}
