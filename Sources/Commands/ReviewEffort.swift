/// Whether a comment names what is good and what could be better: one of each is what helps an author most.
///
/// It looks for a few beginnings of words in the five languages and is never a judgement of the person: short is fine,
/// a second language is fine, and a long comment is trusted. Whoever wants to can send what they wrote as it is.
struct ReviewEffort: Equatable {
    let hasStrength: Bool
    let hasSuggestion: Bool

    var isEnough: Bool { hasStrength && hasSuggestion }

    /// From so many words on nobody is asked anything.
    static let trusted = 20

    init(_ comment: String) {
        let sentences = Self.sentences(comment)
        let isLong = sentences.reduce(0) { $0 + $1.count } >= Self.trusted
        let praising = sentences.map { Self.holds($0, Self.strengths) }
        let changing = sentences.map { Self.holds($0, Self.changes) }
        let isPraising = praising.contains(true)
        let isChanging = changing.contains(true) || comment.contains("?")
        // "Good plots. Name the axes.": a sentence of its own beside the one is the other, whatever its words.
        let others = sentences.indices.filter {
            sentences[$0].count > 1 && !Self.holds(sentences[$0], Self.thanks)
        }
        hasStrength = isLong || isPraising || isChanging && others.contains { !changing[$0] }
        hasSuggestion = isLong || isChanging || isPraising && others.contains { !praising[$0] }
    }

    /// What ends with a full stop or the like, as words.
    private static func sentences(_ text: String) -> [[String]] {
        text.split { ".!?;:।\n".contains($0) }.map { words(String($0)) }.filter { !$0.isEmpty }
    }

    private static func holds(_ words: [String], _ stems: [String]) -> Bool {
        words.contains { begins($0, with: stems) }
    }

    /// Runs of letters and the marks on them, small.
    private static func words(_ text: String) -> [String] {
        var words: [String] = []
        var word = ""
        for scalar in text.lowercased().unicodeScalars {
            switch scalar.properties.generalCategory {
            case .lowercaseLetter, .otherLetter, .modifierLetter, .uppercaseLetter,
                .nonspacingMark, .spacingMark, .decimalNumber:
                word.unicodeScalars.append(scalar)
            default:
                if !word.isEmpty { words.append(word) }
                word = ""
            }
        }
        return word.isEmpty ? words : words + [word]
    }

    /// By code points: a vowel sign may follow, which makes another letter of the last one.
    private static func begins(_ word: String, with stems: [String]) -> Bool {
        stems.contains { word.utf8.starts(with: $0.utf8) }
    }

    private static let thanks = [
        "thank", "congrat", "graci", "felic", "obrigad", "parab", "merci", "धन्यवाद",
    ]

    private static let strengths = [
        // English
        "good", "great", "clear", "strong", "strength", "nice", "well", "like", "lov", "excell",
        "help", "interest", "enjoy", "easy", "thorough", "convinc", "impress", "correct", "useful",
        "solid", "best", "neat", "brilliant", "perfect", "work", "understand", "creativ",
        // Spanish, Portuguese
        "buen", "bien", "clar", "gust", "excel", "fuert", "útil", "util", "fácil", "facil",
        "encant", "logra", "bom", "boa", "bem", "gost", "fort", "ótim", "bonit", "interes",
        // French
        "bon", "clair", "aim", "réuss", "intéress", "agréab", "solid",
        // Hindi
        "अच्छ", "स्पष्ट", "बढ़िया", "बढ़िया", "पसंद", "उत्कृष्ट", "सही", "बेहतरीन", "मज़बूत",
        "मजबूत", "रोचक", "उपयोगी", "सुंदर",
    ]

    private static let changes = [
        // English
        "would", "could", "should", "add", "more", "better", "suggest", "improv", "maybe",
        "perhaps", "but", "however", "miss", "lack", "instead", "try", "consider", "need",
        "unclear",
        "why", "explain", "shorter", "longer", "next", "wish", "fix", "without", "change",
        // Spanish, Portuguese
        "podr", "deber", "añad", "agreg", "más", "mas", "mejor", "suger", "quiz", "tal", "pero",
        "falt", "vez", "necesit", "explic", "poder", "dever", "acrescent", "adicion", "mais",
        "melhor", "talvez", "precis", "tent", "cambi", "mudar",
        // French
        "pourr", "devr", "ajout", "plus", "mieux", "amélior", "suggér", "suggèr", "peut", "mais",
        "manqu", "lieu", "essay", "besoin", "expliqu", "chang",
        // Hindi
        "सकत", "चाहिए", "जोड़", "जोड़", "और", "बेहतर", "सुझाव", "शायद", "लेकिन", "कमी", "बजाय",
        "ज़रूरत", "समझा", "क्यों", "सुधार", "बदल",
    ]
}
