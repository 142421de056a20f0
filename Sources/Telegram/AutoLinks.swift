/// Finds what Telegram would turn into links by itself: `@handle`, `/command`, `#tag`, addresses.
///
/// In a person's words that must not happen: a quoted title could ping somebody or offer a command. Such words are
/// marked as code, inside which Telegram looks for nothing. Rather a harmless word too many than one too few.
enum AutoLinks {
    /// The parts of `quoted` that need covering, in UTF-16 offsets; words are judged with what stands around them.
    static func ranges(in text: String, touching quoted: [Range<Int>]) -> [Range<Int>] {
        guard text.utf8.contains(where: isSuspicious) else { return [] }
        var found: [Range<Int>] = []
        var rest = quoted[...]
        for word in suspiciousWords(in: text) {
            while let first = rest.first, first.upperBound <= word.lowerBound { rest.removeFirst() }
            for range in rest.prefix(while: { $0.lowerBound < word.upperBound }) {
                let covered = word.clamped(to: range)
                if !covered.isEmpty { found.append(covered) }
            }
        }
        return found
    }

    private static func isSuspicious(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "@"), UInt8(ascii: "/"), UInt8(ascii: "#"), UInt8(ascii: "$"),
            UInt8(ascii: "."):
            true
        default: false
        }
    }

    /// Words of one line that follow one another are one range: Telegram reads no more than 100 marks.
    private static func suspiciousWords(in text: String) -> [Range<Int>] {
        var found: [Range<Int>] = []
        var word: [Unicode.Scalar] = []
        var (start, end) = (0, 0)
        var joins = false
        func close() {
            defer { word.removeAll(keepingCapacity: true) }
            guard !word.isEmpty else { return }
            guard isLinked(word) else { return joins = false }
            if joins, let last = found.popLast() {
                found.append(last.lowerBound..<end)
            } else {
                found.append(start..<end)
            }
            joins = true
        }
        for scalar in text.unicodeScalars {
            if isSpace(scalar) {
                close()
                if scalar.properties.generalCategory != .spaceSeparator { joins = false }
            } else {
                if word.isEmpty { start = end }
                word.append(scalar)
            }
            end += UTF16.width(scalar)
        }
        close()
        return found
    }

    private static func isLinked(_ word: [Unicode.Scalar]) -> Bool {
        var dotsBetweenDigits = 0
        for index in word.indices.dropLast() {
            let next = word[index + 1]
            let before = index > 0 ? word[index - 1] : " "
            switch word[index] {
            case "@", "#", "$":
                if isWordPart(next) { return true }
            case "/":
                if next == "/" || (isWordPart(next) && !(before.isASCII && isWordPart(before))) {
                    return true
                }
            case ".":
                let second = index + 2 < word.count ? word[index + 2] : " "
                if isWordPart(before), isLetter(next), isLetter(second) { return true }
                if isDigit(before), isDigit(next) { dotsBetweenDigits += 1 }
            default: break
            }
        }
        return dotsBetweenDigits >= 3
    }

    private static func isSpace(_ scalar: Unicode.Scalar) -> Bool {
        // Asking Unicode's tables is slow, and most letters are plain.
        guard scalar.isASCII else { return scalar.properties.isWhitespace }
        return scalar == " " || ("\t"..."\r").contains(scalar)
    }

    private static func isDigit(_ scalar: Unicode.Scalar) -> Bool { ("0"..."9").contains(scalar) }

    /// Every character outside ASCII counts as a letter.
    private static func isLetter(_ scalar: Unicode.Scalar) -> Bool {
        !scalar.isASCII || ("a"..."z").contains(scalar) || ("A"..."Z").contains(scalar)
    }

    private static func isWordPart(_ scalar: Unicode.Scalar) -> Bool {
        isLetter(scalar) || isDigit(scalar) || scalar == "_"
    }
}
