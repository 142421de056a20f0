extension Roster {
    /// The rules of `obstacle` for all pairs at once: a language's readers, less groups, conflicts and authors.
    ///
    /// An empty `groups` or `workLanguage` stands for a rule that is off.
    static func allowed(
        reviewers: [Int], authors: [[Int]], conflicts: [[Int]], groups: [Int?],
        languages: [[Int]], workLanguage: [Int?]
    ) -> BitTable {
        let learners = languages.count
        let languageCount = (languages.joined().max() ?? -1) + 1
        // The row behind the languages is everybody.
        var readers = BitTable(rows: languageCount + 1, columns: learners)
        for learner in reviewers {
            readers[languageCount, learner] = true
            for language in languages[learner] { readers[language, learner] = true }
        }
        let groupCount = (groups.compactMap(\.self).max() ?? -1) + 1
        var members = BitTable(rows: groupCount, columns: learners)
        for (learner, group) in groups.enumerated() {
            if let group { members[group, learner] = true }
        }
        var allowed = BitTable(rows: authors.count, columns: learners)
        for (work, authors) in authors.enumerated() {
            let language = workLanguage.isEmpty ? nil : workLanguage[work]
            // A language beyond the table is one that nobody reads.
            if language.map({ $0 < languageCount }) ?? true {
                allowed.copy(work, from: language ?? languageCount, of: readers)
            }
            for author in authors {
                allowed[work, author] = false
                for other in conflicts[author] { allowed[work, other] = false }
                if !groups.isEmpty, let group = groups[author] {
                    allowed.subtract(work, group, of: members)
                }
            }
        }
        return allowed
    }

    static func repeated(authors: [[Int]], pastAuthors: [[Int]]) -> BitTable {
        var works = [[Int]](repeating: [], count: pastAuthors.count)
        for (work, authors) in authors.enumerated() {
            for author in authors { works[author].append(work) }
        }
        var repeated = BitTable(rows: authors.count, columns: pastAuthors.count)
        for (learner, past) in pastAuthors.enumerated() {
            for author in past {
                for work in works[author] { repeated[work, learner] = true }
            }
        }
        return repeated
    }
}
