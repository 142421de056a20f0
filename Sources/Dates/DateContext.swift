public import FoundationEssentials

/// Everything outside the text that the meaning of a date depends on.
public struct DateContext: Hashable, Sendable {
    public var now: Date
    /// The zone that applies when the text names none.
    public var zone: Zone
    /// BCP 47, such as `en-GB`; empty when unknown.
    public var language: String
    /// ISO 3166, when known; it decides what IST means and how 3/4 is read.
    public var country: String?
    /// Whether a moment before `now` is an answer. A deadline or a reminder cannot lie in the past, so by default it
    /// is not.
    public var acceptsPast: Bool
    /// Whether "every Monday" is an answer: the first moment, with its rule.
    public var acceptsRepeats = false
    /// Whether "10:00-11:00" is an answer: the first moment, with the last.
    public var acceptsRanges = false

    public init(
        now: Date, zone: Zone, language: String, country: String? = nil, acceptsPast: Bool = false
    ) {
        self.now = now
        self.zone = zone
        self.language = language
        self.country = country
        self.acceptsPast = acceptsPast
    }
}
