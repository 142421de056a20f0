/// What has to be written with a backslash so that Discord shows it as it is.
///
/// Emphasis, code, quotes, links, mentions, custom emoji and times begin with one of a few signs, wherever they stand;
/// headings, lists and small print only at the beginning of a line. A backslash before such a sign is never shown.
enum MarkdownEscape {
    static func mayNeedEscape(_ character: Character) -> Bool {
        isSpecial(character) || isSpecialAtLineStart(character)
    }

    /// Escaped whatever stands before it.
    static func always(_ character: Character) -> String {
        mayNeedEscape(character) ? "\\\(character)" : String(character)
    }

    /// Escaped where it has to be; `opensLine` says that only white space and digits stand before it on its line.
    static func escaped(_ character: Character, opensLine: Bool) -> String {
        isSpecial(character) || (opensLine && isSpecialAtLineStart(character))
            ? "\\\(character)" : String(character)
    }

    /// `:` keeps addresses from becoming links of their own and words between colons from becoming emoji; a user's
    /// address can be read and copied, and leads nobody astray by a look.
    private static func isSpecial(_ character: Character) -> Bool {
        // A character may carry marks: it is its first scalar that Discord reads.
        switch character.unicodeScalars.first {
        case "\\", "*", "_", "~", "`", "|", "<", ">", "[", "]", ":", "@", "#": true
        default: false
        }
    }

    private static func isSpecialAtLineStart(_ character: Character) -> Bool {
        switch character.unicodeScalars.first {
        case "-", "+", ".", ")": true
        default: false
        }
    }
}
