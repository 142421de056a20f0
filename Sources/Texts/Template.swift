/// A sentence of one language, parsed once: words, markup and gaps for values.
struct Template: Hashable, Sendable {
    let pieces: [Piece]

    /// The names of all gaps, those inside plural forms and links included.
    let placeholders: Set<String>

    init(_ pieces: [Piece]) {
        self.pieces = pieces
        placeholders = pieces.reduce(into: []) { $1.collect(into: &$0) }
    }

    indirect enum Piece: Hashable, Sendable {
        case words(String)
        case bold([Piece])
        case code([Piece])
        case link(label: [Piece], url: [Piece])
        case gap(Gap)

        fileprivate func collect(into names: inout Set<String>) {
            switch self {
            case .words: break
            case .bold(let inner), .code(let inner): inner.forEach { $0.collect(into: &names) }
            case .link(let label, let url): (label + url).forEach { $0.collect(into: &names) }
            case .gap(let gap):
                names.insert(gap.name)
                gap.plural?.all.forEach { $0.collect(into: &names) }
            }
        }
    }

    /// Where a value goes.
    struct Gap: Hashable, Sendable {
        let name: String
        var style: Style = .full
        /// Whether it has its line to itself: then a user's text may keep its own lines.
        var standsAlone = false
        var plural: Plural?
    }

    /// How much of a moment is shown.
    enum Style: String, Hashable, Sendable, CaseIterable {
        case full, short, date, time
    }

    /// The forms of a number.
    struct Plural: Hashable, Sendable {
        var exact: [Int: [Piece]] = [:]
        var forms: [PluralCategory: [Piece]] = [:]
        var other: [Piece]

        var all: [Piece] { exact.values.flatMap { $0 } + forms.values.flatMap { $0 } + other }

        func pieces(for number: Int, by rule: PluralRule) -> [Piece] {
            exact[number] ?? forms[rule.category(of: number)] ?? other
        }
    }
}
