package import Dates

/// Whom a sentence is written for: the language they read and the zone their clocks show.
package struct Reader: Hashable, Sendable {
    /// BCP 47: `en`, `pt-BR`. A language without sentences of its own falls back to its parent, then to English.
    package var language: String
    package var zone: Zone

    package init(language: String, zone: Zone) {
        self.language = language
        self.zone = zone
    }
}
