/// The declaration of one slash command: its name, who may use it, its fields and what `/help` says of it.
///
/// The same card is the parser, the help entry, the platform's menu and the documentation page.
package struct CommandCard: Hashable, Sendable {
    /// Lower-case words: `deadline add`. The first word is the root, what follows names the leaf.
    package let name: String
    /// What the journal calls its decisions: `deadline.add`.
    package let kind: String
    /// The least role that may use it.
    package let role: Role
    /// One line of at most 100 characters, in English; other languages have it under `card.<name>`.
    package let summary: String
    package let fields: [FieldCard]
    /// Lines to copy, each beginning with `/`.
    package let examples: [String]
    /// Words a person may type when they mean this command: `alarm` for `/remind`.
    package let meanings: [String]
    /// Whether `/root` alone, or `/root` with words that name no leaf, means this leaf.
    package let isDefaultLeaf: Bool
    /// Whether what it does depends on the caller's role although everybody may use it.
    package let dependsOnRole: Bool

    package init(
        _ name: String, for role: Role, _ summary: String, fields: [FieldCard] = [],
        examples: [String] = [], meanings: [String] = [], isDefaultLeaf: Bool = false,
        dependsOnRole: Bool = false
    ) {
        self.dependsOnRole = dependsOnRole
        self.name = name
        kind = name.replacing(" ", with: ".")
        self.role = role
        self.summary = summary
        self.fields = fields
        self.examples = examples
        self.meanings = meanings
        self.isDefaultLeaf = isDefaultLeaf
    }

    /// The first word of the name.
    package var root: String { String(name.prefix { $0 != " " }) }

    /// How it is typed: `/deadline add title | when`.
    package var usage: String {
        let fields = fields.map { $0.isRequired ? $0.name : "[\($0.name)]" }
        let freeText = self.fields.count { $0.kind.takesSpaces } > 1
        return (["/\(name)"] + [fields.joined(separator: freeText ? " | " : " ")])
            .filter { !$0.isEmpty }.joined(separator: " ")
    }
}

/// One field of a command.
package struct FieldCard: Hashable, Sendable {
    package let name: String
    package let kind: Kind
    /// What the bot asks when the field is missing, and what help says of it; English, at most 100 characters.
    package let prompt: String
    package let isRequired: Bool
    /// Whether people write several lines here, so that a platform with forms opens one.
    package let isLong: Bool
    /// Whether a moment may be one that repeats.
    package let mayRepeat: Bool

    package init(
        _ name: String, _ kind: Kind, _ prompt: String, isRequired: Bool = true,
        isLong: Bool = false, mayRepeat: Bool = false
    ) {
        self.isLong = isLong
        self.mayRepeat = mayRepeat
        self.name = name
        self.kind = kind
        self.prompt = prompt
        self.isRequired = isRequired
    }

    package enum Kind: Hashable, Sendable {
        /// One word, such as an id.
        case word
        /// Everything that is left.
        case text
        /// A date as people type it: several words.
        case moment
        case number
        case choice([String])
        /// The title or id of something that is due in the cohort.
        case assignment
        /// Words, or a file that comes with the message.
        case file
        /// The name or id of a cohort.
        case cohort
        /// A city, a country or a time zone's name.
        case zone
        /// The id of one of the caller's reminders.
        case reminder
        /// The id of a review that the caller gives.
        case review

        package var takesSpaces: Bool {
            switch self {
            case .text, .moment, .assignment, .file, .cohort, .zone: true
            case .word, .number, .choice, .reminder, .review: false
            }
        }
    }
}
