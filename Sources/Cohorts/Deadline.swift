package import Chat
package import FoundationEssentials

/// A moment by which something is due for a whole cohort.
package struct Deadline: Hashable, Codable, Sendable {
    package let id: ShortID
    package let cohort: CohortID
    package var title: String
    package var kind: Kind
    package var dueAt: Date
    package internal(set) var addedBy: PersonID?
    package let addedAt: Date
    /// The lead times, in seconds, whose reminder has gone out or was already past when the deadline was set.
    package var remindedLeads: Set<Int> = []
    package var isCancelled = false
    /// When it was last moved.
    package var movedAt: Date?
    /// Lead times of its own, in seconds, longest first.
    package var leads: [Int]?
    /// Where it is handed in.
    package var link: String?
    package var repeats: Repetition?
    /// Where it came from: the id and the version in an imported calendar.
    package var origin: Origin?
    /// The least number that its next version may have.
    private var revision: Int?

    package init(
        id: ShortID, cohort: CohortID, title: String, kind: Kind, dueAt: Date, addedBy: PersonID?,
        addedAt: Date
    ) {
        self.id = id
        self.cohort = cohort
        self.title = title
        self.kind = kind
        self.dueAt = dueAt
        self.addedBy = addedBy
        self.addedAt = addedAt
    }

    /// A calendar's entry, so that a later import changes it instead of adding another.
    package struct Origin: Hashable, Codable, Sendable {
        package let uid: String
        package let sequence: Int
        package let modified: Date?

        package init(uid: String, sequence: Int, modified: Date?) {
            self.uid = uid
            self.sequence = sequence
            self.modified = modified
        }
    }

    /// The number of its version in a calendar file, `SEQUENCE`, which must never fall: the seconds from its addition to
    /// its last change, or one more than before where the clock was set back or two changes share a second.
    package var version: Int {
        // Versions of the bot that kept no number counted a cancelled one higher.
        let former = revision == nil && isCancelled ? 1 : 0
        return max(revision ?? 0, movedAt.map(age) ?? 0) + former
    }

    /// Counts a change that is about to be made; `moment` where it is known.
    mutating func countVersion(at moment: Date? = nil) {
        revision = max(version + 1, moment.map(age) ?? 0)
    }

    /// The whole seconds since it was added.
    package func age(at moment: Date) -> Int { Int(moment.timeIntervalSince(addedAt)) }

    /// Reminders whose moment lies before this were past when the deadline was set.
    package var setAt: Date { movedAt ?? addedAt }

    package enum Kind: String, Codable, CaseIterable, Sendable {
        case assignment, quiz, live, upgrade, other

        /// What a title says about its kind: "Quiz 2" is a quiz.
        package init(title: String) {
            let words = title.lowercased()
            let known: [(String, Kind)] = [
                ("assignment", .assignment), ("quiz", .quiz), ("live", .live),
                ("upgrade", .upgrade),
                ("project", .assignment), ("essay", .assignment),
            ]
            self = known.first { words.contains($0.0) }?.1 ?? .other
        }
    }
}
