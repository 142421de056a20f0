package import Chat
package import Cohorts
package import Dates
package import ForumSearch

/// What answers draw on beside the world: derived or configured, never changed by a command.
package struct Knowledge {
    /// Accounts that own this bot, from the configuration.
    package var owners: Set<Account>
    package var dates: DateReader
    package var forum: any Forum
    package var faq: [FAQEntry]
    /// What the search takes for the same, beside what it knows by itself.
    package var synonyms: [SynonymGroup] = []
    /// How each cohort's rounds of peer review are, where its file says so.
    package var reviewRules: [CohortID: ReviewRules] = [:]
    package var commands: Registry
    package var limits: UsageLimits

    package init(
        owners: Set<Account>, dates: DateReader, forum: any Forum, faq: [FAQEntry],
        commands: Registry, limits: UsageLimits = UsageLimits()
    ) {
        self.limits = limits
        self.owners = owners
        self.dates = dates
        self.forum = forum
        self.faq = faq
        self.commands = commands
    }
}

/// What a cohort's file says of its rounds of peer review.
package struct ReviewRules: Hashable, Sendable {
    /// What reviewers look at, from `bot-config/rubrics/`.
    package var criteria: [Criterion] = []
    /// How long a round is open, in seconds.
    package var window: Double?
    /// Whether a review in another language is better than none.
    package var acceptsAnyLanguage = false

    package struct Criterion: Hashable, Sendable {
        package let name: String
        package let prompt: String
        /// How much it counts beside the others.
        package let weight: Double
        /// The most that can be given.
        package let points: Int

        package init(name: String, prompt: String, weight: Double = 1, points: Int = 5) {
            self.name = name
            self.prompt = prompt
            self.weight = weight
            self.points = points
        }
    }

    package init() {}

    /// The score from 0 to 100 that points for each criterion make; nil where they are not points for these criteria.
    package func score(of points: [Int]) -> Int? {
        guard !criteria.isEmpty, points.count == criteria.count,
            zip(points, criteria).allSatisfy({ (0...$1.points).contains($0) })
        else { return nil }
        let whole = criteria.reduce(0) { $0 + $1.weight }
        let got = zip(points, criteria).reduce(0) {
            $0 + $1.1.weight * Double($1.0) / Double($1.1.points)
        }
        return Int((100 * got / whole).rounded())
    }
}

/// Expressions that mean the same, as moderators keep them in `bot-config/synonyms.yaml`.
package struct SynonymGroup: Hashable, Sendable {
    package let words: [String]
    package let language: String
    /// The one cohort that says so; nil for all.
    package let cohort: CohortID?

    package init(_ words: [String], language: String = "en", cohort: CohortID? = nil) {
        self.words = words
        self.language = language
        self.cohort = cohort
    }
}

/// A canned answer that moderators keep in `bot-config/faq/`.
package struct FAQEntry: Hashable, Sendable {
    package let name: String
    package let title: String
    package let body: String
    package let language: String
    package let tags: [String]

    package init(name: String, title: String, body: String, language: String, tags: [String]) {
        self.name = name
        self.title = title
        self.body = body
        self.language = language
        self.tags = tags
    }
}

/// The peer forums' search, one index per cohort.
package protocol Forum {
    func search(_ words: String, in cohort: CohortID, language: String, limit: Int) -> SearchResult
    /// How many entries a search looks through.
    func count(in cohort: CohortID) -> Int
    /// How many more entries are still to be read, after a start with a large forum.
    func unread(in cohort: CohortID) -> Int
}

/// What people may use up, from the configuration.
package struct UsageLimits: Hashable, Sendable {
    /// Waiting at the same time.
    package var remindersPerPerson: Int
    /// Of one file.
    package var fileBytes: Int
    /// Of all files that the learners of one cohort handed in.
    package var cohortFileBytes: Int

    package init(
        remindersPerPerson: Int = 100, fileBytes: Int = 20 << 20,
        cohortFileBytes: Int = 2_000 << 20
    ) {
        self.remindersPerPerson = remindersPerPerson
        self.fileBytes = fileBytes
        self.cohortFileBytes = cohortFileBytes
    }
}
