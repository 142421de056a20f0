import Chat

/// Turns messages into what may be written to a terminal: plain characters, and nothing that steers it.
enum PlainScreen {
    /// The text without control characters: an escape sequence in somebody's words is shown, not obeyed.
    static func shown(_ text: String) -> String {
        var result = String.UnicodeScalarView()
        let scalars = text.unicodeScalars
        for index in scalars.indices {
            let scalar = scalars[index]
            switch scalar.value {
            case 0x0A, 0x09: result.append(scalar)
            case 0x0D where scalars[scalars.index(after: index)...].first == "\n": continue
            case 0x2028, 0x2029, 0x85: result.append("\n")
            case 0...0x1F: result.append(Unicode.Scalar(0x2400 + scalar.value) ?? "\u{FFFD}")
            case 0x7F: result.append("\u{2421}")
            case 0x80...0x9F: result.append("\u{FFFD}")
            // Embeddings and overrides can make a line read as another one; isolates, which the bot itself puts
            // around names, end with the line.
            case 0x202A...0x202E: continue
            default: result.append(scalar)
            }
        }
        return String(result)
    }

    /// `main │ bot: …`, a bar in front of every line, so that no text can pass for another message.
    static func framed(
        _ text: String, heading: String, speaker: String? = nil, bar: String
    ) -> String {
        let lines = shown(text).split(separator: "\n", omittingEmptySubsequences: false)
        let first = speaker.map { "\($0): " } ?? ""
        let blank = String(repeating: " ", count: heading.count)
        return lines.enumerated().map { index, line in
            index == 0 ? "\(heading) \(bar) \(first)\(line)" : "\(blank) \(bar) \(line)"
        }.joined(separator: "\n")
    }

    /// `[1] Undo  [2] Done`, row by row.
    static func buttons(_ rows: [[Button]]) -> String {
        var number = 0
        return rows.filter { !$0.isEmpty }.map { row in
            row.map { button in
                number += 1
                let label = shown(button.label).split(separator: "\n").joined(separator: " ")
                return "[\(number)] \(label)"
            }.joined(separator: "  ")
        }.joined(separator: "\n")
    }
}
