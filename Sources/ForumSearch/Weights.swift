/// What counts how much in ranking: chosen by the mean over four real forums, where a change had to help on average and
/// with slips as well; a fifth was only watched.
enum Weights {
    /// How fast further mentions of a word stop to matter.
    static let saturation: Float = 2
    static let title: Float = 3
    /// How much a long title, or body, weakens a mention.
    static let titleLength: Float = 0.6
    static let bodyLength: Float = 0.8
    static let stopWord: Float = 0.25
    static let synonym: Float = 0.8
    static let repair: Float = 0.6
    /// Two words written as one, or one as two.
    static let compound: Float = 0.8
    /// What a word counts that stands only after a question's first sentence.
    static let afterwards: Float = 0.5
    /// What similar spelling of a title and a question's first sentence adds.
    static let grams: Float = 0.7
    /// Of a question with more telling words than this, spelling tells less.
    static let gramsLength: Float = 6
    /// How much a long title weakens the likeness.
    static let titleGrams = 0.35
}
