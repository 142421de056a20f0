package import FoundationEssentials

/// One event of the log as a value: what happened, when, and the facts that belong to it.
package struct LogLine: Sendable {
    package enum Format: String, Sendable {
        case text, json
    }

    package var at: Date
    package var level: String
    /// A stable name such as `reminder sent`; what varies stands in the facts.
    package var event: String
    package var facts: [String: String]

    package init(at: Date, level: String, event: String, facts: [String: String]) {
        self.at = at
        self.level = level
        self.event = event
        self.facts = facts
    }

    /// The line with its newline; whatever a fact holds, it stays one line.
    package func written(as format: Format) -> String {
        switch format {
        case .text: text
        case .json: json
        }
    }

    private var text: String {
        let level = level + String(repeating: " ", count: max(0, 8 - level.count))
        let facts = sortedFacts.map { name, value in
            let isPlain =
                !value.isEmpty && value.allSatisfy { $0 != " " && $0 != "=" && $0 != "\"" }
            return " \(Self.escaped(name))=" + (isPlain ? Self.escaped(value) : Self.quoted(value))
        }
        return "\(Timestamp.written(at)) \(level) \(Self.escaped(event))\(facts.joined())\n"
    }

    private var json: String {
        let own = [("ts", Timestamp.written(at)), ("level", level), ("event", event)]
        let names = Set(own.map(\.0))
        // A fact may not pass for one of the line's own fields.
        let facts = sortedFacts.map { (names.contains($0.0) ? "fact_\($0.0)" : $0.0, $0.1) }
        let fields = (own + facts).map { "\(Self.quoted($0)):\(Self.quoted($1))" }
        return "{\(fields.joined(separator: ","))}\n"
    }

    private var sortedFacts: [(String, String)] {
        facts.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
    }

    private static func quoted(_ text: String) -> String { "\"\(escaped(text, quotes: true))\"" }

    private static func escaped(_ text: String, quotes: Bool = false) -> String {
        var result = ""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\"" where quotes: result += "\\\""
            case "\\" where quotes: result += "\\\\"
            case "\n": result += "\\n"
            case "\r": result += "\\r"
            case "\t": result += "\\t"
            case "\0"..."\u{1F}", "\u{7F}"..."\u{9F}", "\u{2028}", "\u{2029}":
                let digits = String(scalar.value, radix: 16)
                result += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
            default: result.unicodeScalars.append(scalar)
            }
        }
        return result
    }
}
