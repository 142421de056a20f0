/// What one line at the keyboard means, before anybody knows whether the names in it exist.
enum ConsoleLine: Hashable {
    /// A blank line, or a script's comment.
    case nothing
    /// `/as emma`; nil asks who there is.
    case speak(as: String?)
    /// `/in private`; nil asks which rooms there are.
    case go(to: String?)
    /// `/skip 3 days`.
    case skip(String)
    /// `/buttons`: show again what can be pressed.
    case showButtons
    /// `/attach essay.pdf`: a file for the next message.
    case attach(String)
    case quit
    /// A line of digits: a button where there is one of that number, else a message.
    case number(Int, text: String)
    case message(String)

    init(_ line: String, isScript: Bool) {
        let trimmed = line.drop(while: \.isWhitespace)
        guard !trimmed.isEmpty, !(isScript && trimmed.first == "#") else {
            self = .nothing
            return
        }
        let end = trimmed.firstIndex(where: \.isWhitespace) ?? trimmed.endIndex
        let word = trimmed[..<end].lowercased()
        let words = trimmed[end...].split(whereSeparator: \.isWhitespace)
        let rest = words.isEmpty ? nil : words.joined(separator: " ")
        switch word {
        case "/as": self = .speak(as: rest)
        case "/in": self = .go(to: rest)
        case "/skip": self = .skip(rest ?? "")
        case "/quit", "/exit": self = .quit
        case "/attach": self = .attach(rest ?? "")
        case "/buttons": self = .showButtons
        default:
            if rest == nil, word.count <= 3, let number = Int(word), word.first?.isNumber == true {
                self = .number(number, text: line)
            } else {
                self = .message(line)
            }
        }
    }
}

/// The beginning of a script's line that says who speaks and where: `lila:` or `lila@private:`.
struct SpeakerPrefix: Hashable {
    let speaker: String
    let room: String?
    /// What stands behind the colon.
    let rest: String

    /// Nil unless the line begins with a member's name: "note: bring the book" is a message.
    init?(_ line: String, among members: [ConsoleMember]) {
        let trimmed = line.drop(while: \.isWhitespace)
        guard let colon = trimmed.prefix(200).firstIndex(of: ":") else { return nil }
        let parts = trimmed[..<colon].split(
            separator: "@", maxSplits: 1, omittingEmptySubsequences: false)
        guard let first = parts.first,
            members.contains(where: { $0.name.lowercased() == first.lowercased() })
        else { return nil }
        speaker = String(first)
        room = parts.count > 1 ? String(parts[1]) : nil
        rest = String(trimmed[trimmed.index(after: colon)...].drop(while: \.isWhitespace))
    }
}
