package import Chat
package import Cohorts
package import FoundationEssentials

/// Why somebody does not get what they asked for: a fact, with what is needed to say the next step.
package enum Refusal: Error {
    case unknownCommand(typed: String, nearest: [CommandCard])
    case notAllowed(CommandCard, has: Role, ask: [String], isUnsure: Bool)
    case noCohort(isPrivate: Bool)
    /// They belong to several; asked with buttons and remembered.
    case whichCohort([Cohort])
    /// A required field was not given; asked for.
    case missing(FieldCard)
    /// A field's words have more than one meaning; each option is a label and the words that say it.
    case ambiguous(FieldCard, Phrase, options: [(label: Phrase, words: String)])
    /// A field's words could not be read.
    case unreadable(FieldCard, words: String)
    case past(words: String, Date)
    /// It reaches many people or cannot be taken back: the figures are shown and asked about. `fixed` replaces words
    /// that would mean something else later, such as "tomorrow".
    case confirm(Phrase, fixed: [String: String])
    /// The command goes on when the file is here; fetched as a job.
    case needsFile(GivenFile, upTo: Int)
    /// A reason that belongs to one command.
    case because(Phrase)
}
