/// How one language says one sentence, as it is written down: a text, and the plural forms of its numbers.
///
/// ```yaml
/// reminder.saved: "Saved: {text}. {when} ({distance})."      # a text
/// reminder.count:                                            # a text that depends on a number
///   count: { one: "{count} reminder.", other: "{count} reminders." }
/// review.preview:                                            # several numbers
///   text: "{works}, {reviewers}."
///   works: { one: "{works} work", other: "{works} works" }
///   reviewers: { one: "{reviewers} reviewer", other: "{reviewers} reviewers" }
/// ```
package struct Wording: Hashable, Sendable, ExpressibleByStringLiteral {
    /// Nil where there is one number and its forms are the whole sentence.
    package var text: String?
    /// The forms of each number, by CLDR category (`one`, `other`) or by an exact number (`0`).
    package var plurals: [String: [String: String]]

    package init(text: String?, plurals: [String: [String: String]] = [:]) {
        self.text = text
        self.plurals = plurals
    }

    package init(stringLiteral value: String) { self.init(text: value) }
}
