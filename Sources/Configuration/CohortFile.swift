package import Chat

/// One file of `bot-config/cohorts/`: what moderators decided about one cohort.
///
/// It seeds and rules: see `flattened`.
package struct CohortFile: Hashable, Sendable {
    /// The file's name without `.yaml`.
    package let id: String
    package let file: SourceMark
    package var name: Located<String>
    package var course: String?
    /// The learning platform, a label such as `edX`.
    package var lms: String?
    /// Days as `2026-11-23`, each a real one.
    package var starts: Located<String>?
    package var ends: Located<String>?
    /// An IANA zone's name.
    package var zone: Located<String>
    /// BCP 47, the first is the room's own.
    package var languages: [String] = ["en"]
    package var modules: [Module] = []
    package var rooms: [Located<RoomAddress>] = []
    package var members: [Member] = []
    package var moderators: [Account] = []
    package var instructors: [Account] = []
    /// How long before a deadline learners are reminded, in seconds, the longest first.
    package var leads: [Int] = CohortFile.standardLeads
    package var quietHours: QuietHours?
    /// The overview with which members begin.
    package var digest: DigestKind = .off
    package var review = ReviewRules()
    package var deadlines: [DeadlineSeed] = []
    package var threads: [ThreadSeed] = []

    package static let standardLeads = [7 * 86_400, 2 * 86_400, 6 * 3_600]

    package init(id: String, file: SourceMark, name: Located<String>, zone: Located<String>) {
        self.id = id
        self.file = file
        self.name = name
        self.zone = zone
    }
}

extension CohortFile {
    /// A part of the course.
    package struct Module: Hashable, Sendable {
        package let name: Located<String>
        /// A day as `2026-11-23`.
        package let opens: Located<String>?
    }

    /// A person who belongs to the cohort from the start.
    package struct Member: Hashable, Sendable {
        package let account: Located<Account>
        package let name: String
        package let zone: Located<String>?
        package let language: String?
        package let role: Role
    }

    /// The peer review's rules for every assignment that names no other.
    package struct ReviewRules: Hashable, Sendable {
        /// How many reviews each learner gives and receives.
        package var each = 3
        /// Seconds from the start of a round to its end.
        package var closesAfter = 4 * 86_400
        /// The id of a file in `rubrics/`.
        package var rubric: Located<String>?
        package var language: LanguagePolicy = .required
    }

    /// Whether a reviewer must read the work's language.
    package enum LanguagePolicy: String, Hashable, CaseIterable, Sendable {
        case required, preferred
    }

    /// One overview in place of many reminders.
    package enum DigestKind: String, Hashable, CaseIterable, Sendable {
        case off, daily, weekly
    }

    /// A deadline that exists from the start.
    package struct DeadlineSeed: Hashable, Sendable {
        package let title: Located<String>
        package let kind: Kind
        /// As people type it: `2026-12-01 18:00`, or `in 4 days 18:00`, which is counted from the first start that
        /// saw it. A plain time is in the cohort's zone.
        package let due: Located<String>
        package let link: String?

        package enum Kind: String, Hashable, CaseIterable, Sendable {
            case assignment, quiz, live, upgrade, other
        }
    }

    /// An answered thread of the peer forum.
    package struct ThreadSeed: Hashable, Sendable {
        package let title: Located<String>
        package let question: String
        package let answer: String?
        /// Who answered.
        package let by: Located<Account>?
        package let language: String?
    }
}

/// A span of every day in which reminders wait, in minutes from midnight; it may run over midnight.
package struct QuietHours: Hashable, Sendable {
    package let from: Int
    package let until: Int

    package init(from: Int, until: Int) {
        self.from = from
        self.until = until
    }
}
