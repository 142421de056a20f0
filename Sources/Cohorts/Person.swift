package import Chat
package import FoundationEssentials

/// A person the bot has met: their accounts, and how they want to be spoken to.
package struct Person: Hashable, Codable, Sendable {
    package let id: PersonID
    /// The display name last seen; user text.
    package var name: String
    package var accounts: [Account]
    /// Where a private message reaches them, once they have opened a private chat with the bot.
    package var privateRoom: RoomAddress?
    /// BCP 47; nil until chosen or told by a platform, then the cohort's language counts.
    package var language: String?
    /// IANA name; nil until chosen, then the cohort's zone counts.
    package var zone: String?
    /// The cohort meant in a private chat when they belong to several.
    package var currentCohort: CohortID?
    package let metAt: Date
    package var reminding: Reminding?
    /// The code that they asked for last, to be brought from another app.
    package var link: LinkCode?
    /// Their private room on another service, for when this one closes.
    package var otherRoom: RoomAddress?

    package init(id: PersonID, name: String, account: Account, language: String?, metAt: Date) {
        self.id = id
        self.name = name
        self.accounts = [account]
        self.language = language
        self.metAt = metAt
    }
}

/// A one-time code that makes whoever brings it the same person.
package struct LinkCode: Hashable, Codable, Sendable {
    package let code: String
    package let expiresAt: Date

    package init(code: String, expiresAt: Date) {
        self.code = code
        self.expiresAt = expiresAt
    }
}
