/// The plural categories of CLDR.
enum PluralCategory: String, Hashable, Sendable, CaseIterable {
    case zero, one, two, few, many, other
}

/// Which form of a word a language uses for a whole number (Unicode CLDR 48, cardinal rules).
///
/// `many` of Spanish, French and Portuguese is for whole millions; a sentence without that form uses `other`.
enum PluralRule: Hashable, Sendable {
    /// English and most others: 1 is `one`.
    case oneIsOne
    /// Hindi: 0 and 1 are `one`.
    case zeroAndOneAreOne
    /// Spanish: like English, with `many`.
    case oneIsOneWithMillions
    /// French and Brazilian Portuguese: 0 and 1 are `one`, with `many`.
    case zeroAndOneAreOneWithMillions

    init(language tag: String) {
        switch tag.lowercased().prefix(while: { $0 != "-" && $0 != "_" }) {
        case "hi": self = .zeroAndOneAreOne
        case "es": self = .oneIsOneWithMillions
        case "pt" where tag.lowercased().hasSuffix("pt-pt"): self = .oneIsOneWithMillions
        case "fr", "pt": self = .zeroAndOneAreOneWithMillions
        default: self = .oneIsOne
        }
    }

    func category(of number: Int) -> PluralCategory {
        let n = number.magnitude
        switch self {
        case .oneIsOne: return n == 1 ? .one : .other
        case .zeroAndOneAreOne: return n <= 1 ? .one : .other
        case .oneIsOneWithMillions:
            if n == 1 { return .one }
        case .zeroAndOneAreOneWithMillions:
            if n <= 1 { return .one }
        }
        return n > 0 && n % 1_000_000 == 0 ? .many : .other
    }
}
