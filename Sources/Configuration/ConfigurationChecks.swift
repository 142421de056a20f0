/// What the configuration must know of other modules: time zones, dates in words, sentences.
///
/// They come as closures, so that reading files needs neither the zone database nor the texts.
package struct ConfigurationChecks: Sendable {
    package let isZone: @Sendable (_ name: String) -> Bool
    package let nearestZones: @Sendable (_ words: String) -> [String]
    /// What is wrong with a date in words, such as `in 4 days 18:00`, read in a zone; nil where nothing is. A past
    /// moment is right: a file keeps its deadlines after they are over.
    package let momentFault: @Sendable (_ moment: String, _ zone: String) -> String?
    /// What is wrong with a moderator's wording of a sentence; nil where nothing is.
    package let wordingFault:
        @Sendable (_ language: String, _ key: String, _ wording: TextOverride) -> String?

    package init(
        isZone: @escaping @Sendable (String) -> Bool,
        nearestZones: @escaping @Sendable (String) -> [String],
        momentFault: @escaping @Sendable (_ text: String, _ zone: String) -> String?,
        wordingFault: @escaping @Sendable (String, String, TextOverride) -> String? = { _, _, _ in
            nil
        }
    ) {
        self.isZone = isZone
        self.nearestZones = nearestZones
        self.momentFault = momentFault
        self.wordingFault = wordingFault
    }
}
