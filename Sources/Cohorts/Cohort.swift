package import Chat
package import FoundationEssentials
package import HashTreeCollections

/// A group of learners who take a MOOC together, for a while, on any platforms.
package struct Cohort: Codable, Sendable {
    package let id: CohortID
    package var settings = CohortSettings()
    package var members: TreeDictionary<PersonID, Membership> = [:]
    /// Roles that a moderator or owner gave in chat.
    package var givenRoles: [PersonID: Role] = [:]
    /// Roles that the cohort's file names; replaced as a whole when the file changes.
    package var fileRoles: [Account: Role] = [:]
    /// The value of each key as the file had it when last read: a key that changes in the file wins over chat, an
    /// unchanged one does not.
    package var fileValues: [String: String] = [:]
    package let foundedAt: Date
    /// Until when whom is given no hint: by `p12` of anything, by `p12 q7` of one thread.
    package var heldHints: [String: Date]?
    /// Who said of which other forum that its threads may stand here, by the forum's name.
    package var imports: [String: ForumAttestation]?

    package init(id: CohortID, foundedAt: Date) {
        self.id = id
        self.foundedAt = foundedAt
    }

    package var name: String { settings.name ?? id.rawValue }
    /// The zone of its deadlines and of members who have not chosen their own.
    package var zone: String { settings.zone ?? "UTC" }
    package var language: String { settings.language ?? "en" }
    package var leads: [Int] { settings.leads ?? CohortSettings.defaultLeads }
    package var reviewsPerWork: Int { settings.reviewsPerWork ?? 3 }

    /// Whether somebody is to be left in peace, of a thread or of anything.
    package func isHintHeld(from person: PersonID, about thread: String?, at now: Date) -> Bool {
        let key = thread.map { "\(person.rawValue) \($0)" } ?? person.rawValue
        return heldHints?[key].map { $0 > now } ?? false
    }
}

/// Somebody's word that the threads of another forum may be taken in.
package struct ForumAttestation: Hashable, Codable, Sendable {
    /// Nil once that person was erased.
    package var by: PersonID?
    package let at: Date

    package init(by: PersonID?, at: Date) {
        self.by = by
        self.at = at
    }
}

/// One person's place in a cohort.
package struct Membership: Hashable, Codable, Sendable {
    package var joinedAt: Date
}

/// What can be set about a cohort, in its file or in chat.
package struct CohortSettings: Hashable, Codable, Sendable {
    package var name: String?
    package var course: String?
    package var lms: String?
    package var zone: String?
    package var language: String?
    /// How long before a deadline its reminders go out, in seconds, longest first.
    package var leads: [Int]?
    /// How many reviews every work receives.
    package var reviewsPerWork: Int?
    /// When members who chose none themselves are not reminded.
    package var quiet: QuietHours?
    /// The digest of members who chose none themselves.
    package var digest: Digest?
    /// Whether a question typed in a room may get a hint.
    package var hints: Bool?
    /// The first and the last day, `2026-11-23`; empty where there is none.
    package var starts: String?
    package var ends: String?

    package static let defaultLeads = [7 * 86_400, 2 * 86_400, 6 * 3_600]

    package init(
        name: String? = nil, course: String? = nil, lms: String? = nil, zone: String? = nil,
        language: String? = nil, leads: [Int]? = nil, reviewsPerWork: Int? = nil,
        quiet: QuietHours? = nil, digest: Digest? = nil, starts: String? = nil, ends: String? = nil,
        hints: Bool? = nil
    ) {
        self.hints = hints
        self.quiet = quiet
        self.digest = digest
        self.starts = starts
        self.ends = ends
        self.name = name
        self.course = course
        self.lms = lms
        self.zone = zone
        self.language = language
        self.leads = leads
        self.reviewsPerWork = reviewsPerWork
    }
}

/// A room that belongs to a cohort.
package struct BoundRoom: Hashable, Codable, Sendable {
    package var cohort: CohortID
    package var title: String
    /// Whether the room can no longer be written to: the bot was removed.
    package var isClosed = false
}

/// A one-time code that binds a further room to a cohort.
package struct Invitation: Hashable, Codable, Sendable {
    package let code: String
    package let cohort: CohortID
    package let expiresAt: Date

    package init(code: String, cohort: CohortID, expiresAt: Date) {
        self.code = code
        self.cohort = cohort
        self.expiresAt = expiresAt
    }
}
