/// Turns words into the terms of the index: stemmed in the text's language, then folded.
///
/// Folding comes last because stemmers know their accents. Holds one stemmer a language, made when first needed.
struct Analyzer {
    private var stemmers: [String: Stemmer?] = [:]
    private var folding = Folding()

    mutating func term(_ word: String, language: String) -> String {
        guard let stemmer = stemmer(language) else { return folding.fold(word) }
        return folding.fold(stemmer.stem(word))
    }

    mutating func fold(_ word: String) -> String { folding.fold(word) }

    private mutating func stemmer(_ language: String) -> Stemmer? {
        if let known = stemmers[language] { return known }
        let stemmer = Stemmer(language: language)
        stemmers[language] = .some(stemmer)
        return stemmer
    }

    /// `pt-BR` is stemmed as `pt`.
    static func primary(_ tag: String) -> String {
        String(tag.prefix { $0 != "-" && $0 != "_" }).lowercased()
    }
}
