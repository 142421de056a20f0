package import Chat

/// Everything that operators and moderators decided before the start: `bot-config/` and the environment as one value.
///
/// It is validated whole and swapped whole, so nobody ever sees half of an edit.
package struct BotConfiguration: Hashable, Sendable {
    /// Telegram's bots, each on when it has a token; most have one.
    package var telegram: [TelegramSettings] = []
    /// Nil where no token is given.
    package var discord: DiscordSettings?
    package var owners: [Account] = []
    package var stateDirectory = "state"
    package var listen: ListenAddress = .standard
    package var pacing: PacingMode = .platform
    package var logFormat: LogFormat = .auto
    package var limits = Limits()
    /// Sorted by id, as the other lists of files are.
    package var cohorts: [CohortFile] = []
    package var faq: [FAQFile] = []
    package var rubrics: [RubricFile] = []
    /// What the search takes for the same, in the order of the file.
    package var synonyms: [WordGroup] = []
    /// Sentences that moderators worded anew: language, then key.
    package var texts: [String: [String: Located<TextOverride>]] = [:]

    package init() {}
}

/// Whether the bot holds itself back below the platforms' limits.
package enum PacingMode: String, Hashable, CaseIterable, Sendable {
    case platform
    /// For measuring and for servers of one's own; being told to slow down is obeyed all the same.
    case off
}

/// How log lines are written; `auto` is text on a terminal and JSON lines elsewhere.
package enum LogFormat: String, Hashable, CaseIterable, Sendable {
    case auto, text, json
}

/// What people may use up.
package struct Limits: Hashable, Sendable {
    package var commandsPerMinute = 30
    package var remindersPerPerson = 100
    package var fileMegabytes = 20
    /// All files that a cohort's learners handed in.
    package var cohortMegabytes = 2_000

    package init() {}
}

/// A sentence in a moderator's own words: a text, the plural forms of its numbers, or both.
package struct TextOverride: Hashable, Sendable {
    /// Nil where the forms of one number are the whole sentence.
    package let text: String?
    /// The forms of each number, by CLDR category or exact number, by the placeholder that counts.
    package let plurals: [String: [String: String]]

    package init(text: String?, plurals: [String: [String: String]] = [:]) {
        self.text = text
        self.plurals = plurals
    }
}
