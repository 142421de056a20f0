/// What counts how much in ranking; measured on real forums, not on one.
enum Weights {
    /// How fast further mentions of a word stop to matter.
    static let saturation: Float = 2
    static let title: Float = 2.5
    /// How much a long title, or body, weakens a mention.
    static let titleLength: Float = 0.6
    static let bodyLength: Float = 0.75
    static let stopWord: Float = 0.25
    static let synonym: Float = 0.8
    static let repair: Float = 0.6
    /// What similar spelling of titles adds.
    static let grams: Float = 0.2
}
