package import Chat
package import Cohorts
package import ForumImport
package import FoundationEssentials
import HashTreeCollections

/// What an import changes: which threads are new, which are other than before.
package struct ForumImportPlan {
    package private(set) var added: [Cohorts.Thread] = []
    package private(set) var updated: [Cohorts.Thread] = []
    package private(set) var unchanged = 0
    /// The last number that was given to a thread.
    private(set) var number: Int
    private let attestedBy: PersonID?

    private let cohort: Cohort
    private let world: World
    private let now: Date
    private let source: String

    /// `source` names the forum that the file is of, `attestedBy` whoever says that its threads may be taken in.
    package init(
        _ forum: ImportedForum, source: String, into cohort: Cohort, of world: World, now: Date,
        attestedBy: PersonID? = nil
    ) {
        self.attestedBy = attestedBy
        (self.cohort, self.world, self.now, self.source) = (cohort, world, now, source)
        number = world.nextNumber - 1
        var known: [String: Cohorts.Thread] = [:]
        for thread in world.threads.values where thread.cohort == cohort.id {
            if let source = thread.source { known[source] = thread }
        }
        for imported in forum.threads {
            let key = "\(source):\(imported.id)"
            guard let before = known[key] else {
                number += 1
                added.append(thread(imported, id: ShortID(.thread, number), key: key, nil))
                continue
            }
            let now = thread(imported, id: before.id, key: key, before)
            if now == before { unchanged += 1 } else { updated.append(now) }
        }
    }

    /// In pieces that make a line of the journal each.
    package var events: [ThreadsImported] {
        let all = added + updated
        return stride(from: 0, to: all.count, by: Self.piece).map { start in
            ThreadsImported(
                threads: Array(all[start..<min(start + Self.piece, all.count)]), number: number,
                attested: attestedBy.map { ForumAttestation(by: $0, at: now) },
                source: attestedBy == nil ? nil : source)
        }
    }

    private static let piece = 50

    private func thread(
        _ imported: ImportedThread, id: ShortID, key: String, _ before: Cohorts.Thread?
    ) -> Cohorts.Thread {
        let (person, name) = author(imported.author)
        // A title alone is a question that was asked in one sentence.
        let hasBody = !imported.body.isEmpty && !imported.title.isEmpty
        let answer = imported.answer.map { answer in
            Cohorts.Thread.Answer(
                text: answer.text, byName: author(answer.author).name,
                at: answer.at ?? before?.answer?.at ?? imported.askedAt ?? now,
                by: author(answer.author).person)
        }
        return Cohorts.Thread(
            id: id, cohort: cohort.id,
            question: hasBody ? imported.body : imported.title + imported.body,
            askedBy: person, askedByName: name, room: nil,
            askedAt: imported.askedAt ?? before?.askedAt ?? now,
            language: imported.language ?? cohort.language,
            // An answer that was marked in the chat is not lost where the export has none.
            answer: answer ?? before?.answer, isPosted: true, title: hasBody ? imported.title : nil,
            tags: imported.tags.isEmpty ? nil : imported.tags, source: key,
            thanks: before?.thanks, duplicateOf: before?.duplicateOf, entry: before?.entry)
    }

    /// Members are themselves; everybody else is the same stranger each time, without their name.
    private func author(_ author: ImportedAuthor) -> (person: PersonID?, name: String) {
        if let account = author.account,
            let person = world.person(Account(Platform(rawValue: account.service), account.id)),
            cohort.members[person.id] != nil
        {
            return (person.id, person.name)
        }
        guard !author.key.isEmpty else { return (nil, "") }
        let hash = Fingerprint(
            "\(cohort.id.rawValue)\n\(cohort.foundedAt)\n\(source)\n\(author.key)".utf8
        ).value
        let code = String(ShortID(.person, Int(hash >> 44)).rawValue.dropFirst())
        return (nil, "learner-\(code)")
    }
}
