extension String {
    /// The longest text of a person that is shown, in characters as people count them.
    static var shownLimit: Int { 4_000 }
    /// More marks than this on one letter are decoration that covers the lines around it.
    private static var markLimit: Int { 16 }

    /// A person's words as they are shown: verbatim, but for what could deceive or damage what stands around them.
    ///
    /// - Control characters are left out; a line end is a space where the words stand inside a sentence.
    /// - Bidirectional overrides, embeddings and isolates are left out; where right-to-left letters remain inside a
    ///   sentence, the words are isolated (U+2068 … U+2069) so that they cannot turn its order around.
    /// - More than 16 combining marks in a row are cut, and the whole at 4,000 characters with "…".
    func shownVerbatim(inline: Bool, isolated: Bool = true) -> String {
        if utf8.count <= Self.shownLimit, utf8.allSatisfy({ (0x20..<0x7F).contains($0) }) {
            return self
        }
        var kept = UnicodeScalarView()
        var isRightToLeft = false
        var marks = 0
        var afterReturn = false
        for scalar in unicodeScalars {
            defer { afterReturn = scalar == "\r" }
            if scalar.isLineEnd {
                if !(scalar == "\n" && afterReturn) { kept.append(inline ? " " : "\n") }
                continue
            }
            if scalar == "\t" { kept.append(" ") }
            if scalar.isControl || scalar.isBidirectionalControl { continue }
            marks = scalar.isMark ? marks + 1 : 0
            if marks > Self.markLimit { continue }
            isRightToLeft = isRightToLeft || scalar.isRightToLeft
            kept.append(scalar)
        }
        var text = String(kept)
        if text.utf8.count > Self.shownLimit, text.count > Self.shownLimit {
            text = text.prefix(Self.shownLimit - 1) + "…"
        }
        return isolated && inline && isRightToLeft ? "\u{2068}\(text)\u{2069}" : text
    }
}

extension Unicode.Scalar {
    fileprivate var isLineEnd: Bool {
        switch value {
        case 0x0A...0x0D, 0x85, 0x2028, 0x2029: true
        default: false
        }
    }

    fileprivate var isControl: Bool {
        value < 0x20 || (0x7F..<0xA0).contains(value)
    }

    /// The characters that change the order of what follows, and those that end it.
    fileprivate var isBidirectionalControl: Bool {
        (0x202A...0x202E).contains(value) || (0x2066...0x2069).contains(value)
    }

    fileprivate var isMark: Bool {
        guard value >= 0x300 else { return false }
        switch properties.generalCategory {
        case .nonspacingMark, .enclosingMark: return true
        default: return false
        }
    }

    /// Letters of right-to-left scripts and the invisible marks with their direction, by block.
    fileprivate var isRightToLeft: Bool {
        switch value {
        case 0x0590...0x08FF, 0x200F, 0xFB1D...0xFDFF, 0xFE70...0xFEFE, 0x10800...0x10FFF,
            0x1E800...0x1EFFF:
            true
        default: false
        }
    }
}
