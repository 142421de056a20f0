package import Chat
package import FoundationEssentials

/// A question of a cohort's peer forum, with its answer once it has one.
package struct Thread: Hashable, Codable, Sendable {
    package let id: ShortID
    package let cohort: CohortID
    /// What stands above the question where it came from another forum; the question itself where it was asked here.
    package var title: String?
    /// The question, as asked.
    package var question: String
    package var askedBy: PersonID?
    package var askedByName: String
    package var room: RoomAddress?
    package let askedAt: Date
    package var language: String
    package var answer: Answer?
    /// False while only the asker has seen it: `/ask` holds a question until the asker says that no answer fits.
    package var isPosted: Bool
    package var tags: [String]?
    /// Where it was imported from, and its id there: by it a second import finds it again.
    package var source: String?
    /// How many learners it has answered, as they said.
    package var thanks: Int?
    /// The thread that asks the same; then this one is closed.
    package var duplicateOf: ShortID?
    /// Its name among the canned answers, where a moderator made it one.
    package var entry: String?

    /// What was marked as the answer.
    package struct Answer: Hashable, Codable, Sendable {
        package var text: String
        package var byName: String
        package var at: Date
        /// Who answered, where the bot knows them.
        package var by: PersonID?

        package init(text: String, byName: String, at: Date, by: PersonID? = nil) {
            self.by = by
            self.text = text
            self.byName = byName
            self.at = at
        }
    }

    package init(
        id: ShortID, cohort: CohortID, question: String, askedBy: PersonID?, askedByName: String,
        room: RoomAddress?, askedAt: Date, language: String, answer: Answer?, isPosted: Bool,
        title: String? = nil, tags: [String]? = nil, source: String? = nil, thanks: Int? = nil,
        duplicateOf: ShortID? = nil, entry: String? = nil
    ) {
        self.id = id
        self.cohort = cohort
        self.question = question
        self.askedBy = askedBy
        self.askedByName = askedByName
        self.room = room
        self.askedAt = askedAt
        self.language = language
        self.answer = answer
        self.isPosted = isPosted
        self.title = title
        self.tags = tags
        self.source = source
        self.thanks = thanks
        self.duplicateOf = duplicateOf
        self.entry = entry
    }

    /// What it is called in a list.
    package var headline: String { title ?? question }

    /// Whether it waits for an answer.
    package var isOpen: Bool { isPosted && answer == nil && duplicateOf == nil }
}
