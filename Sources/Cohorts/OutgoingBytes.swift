import Chat
import FoundationEssentials
import JSONLine

/// Owed messages as JSON by hand: the bytes of their `Codable` form at a tenth of its cost, since a deadline's reminder
/// is owed to everybody in a cohort at once.
struct OutgoingBytes {
    private var json: JSONBytes
    /// Whether everything so far can be written this way.
    private var isWhole = true
    private static let deepest = 40
    /// The bytes of a reminder with its buttons.
    private static let usual = 640

    /// Nil where the slow way has to say what is wrong: a date beyond the calendar, or sentences in sentences without
    /// end.
    static func line(_ messages: [Outgoing]) -> [UInt8]? {
        var bytes = OutgoingBytes(json: JSONBytes(capacity: messages.count * usual))
        bytes.json.put("[")
        for (index, message) in messages.enumerated() {
            if index > 0 { bytes.json.put(",") }
            bytes.write(message)
        }
        bytes.json.put("]")
        return bytes.isWhole ? bytes.json.line : nil
    }

    // Keys in the order of their letters.

    private mutating func write(_ message: Outgoing) {
        json.put("{")
        if let aside = message.aside { write("\"aside\":", aside.description, ",") }
        if let asks = message.asks { write("\"asks\":", asks.description, ",") }
        json.put("\"buttons\":[")
        for (index, row) in message.buttons.enumerated() {
            json.put(index > 0 ? ",[" : "[")
            for (index, choice) in row.enumerated() {
                write(index > 0 ? ",{\"data\":" : "{\"data\":", choice.data, ",\"label\":")
                write(choice.label, depth: 0)
                json.put("}")
            }
            json.put("]")
        }
        json.put("],")
        if let expires = message.expires {
            json.put("\"expires\":")
            write(expires)
            json.put(",")
        }
        if let file = message.file { write(file) }
        json.put("\"phrase\":")
        write(message.phrase, depth: 0)
        if let reader = message.reader { write(",\"reader\":", reader.rawValue, "") }
        if let replyTo = message.replyTo { write(",\"replyTo\":", replyTo, "") }
        switch message.to {
        case .room(let room): write(",\"to\":{\"room\":{\"_0\":", room.description, "}}")
        case .person(let person, let fallback):
            write(",\"to\":{\"person\":{\"_0\":", person.rawValue, "")
            if let fallback { write(",\"fallback\":", fallback.description, "") }
            json.put("}}")
        }
        json.put(",\"urgency\":")
        json.put(number: message.urgency.rawValue)
        json.put("}")
    }

    private mutating func write(_ file: KeptFile) {
        write("\"file\":{\"digest\":", file.digest, ",\"mediaType\":")
        write("", file.mediaType, ",\"name\":")
        write("", file.name, ",\"size\":")
        json.put(number: file.size)
        json.put("},")
    }

    private mutating func write(_ before: StaticString, _ text: String, _ after: StaticString) {
        json.put(before)
        json.put(text: text)
        json.put(after)
    }

    private mutating func write(_ date: Date) {
        if !json.put(date: date) { isWhole = false }
    }

    private mutating func write(_ phrase: Phrase, depth: Int) {
        guard depth < Self.deepest else {
            isWhole = false
            return
        }
        write("{\"key\":", phrase.key, ",\"values\":{")
        guard !phrase.values.isEmpty else { return json.put("}}") }
        var isFirst = true
        for (name, value) in phrase.values.sorted(by: { Self.precedes($0.key, $1.key) }) {
            if !isFirst { json.put(",") }
            isFirst = false
            json.put(text: name)
            json.put(":")
            write(value, depth: depth + 1)
        }
        json.put("}}")
    }

    /// By bytes, as the encoder has it.
    private static func precedes(_ a: String, _ b: String) -> Bool {
        a.utf8.lexicographicallyPrecedes(b.utf8)
    }

    private mutating func write(_ value: Phrase.Value, depth: Int) {
        switch value {
        case .user(let text): write("{\"user\":", text, "}")
        case .code(let text): write("{\"code\":", text, "}")
        case .zone(let text): write("{\"zone\":", text, "}")
        case .number(let number): write("{\"number\":", number)
        case .duration(let number): write("{\"duration\":", number)
        case .moment(let date): write("{\"moment\":", date)
        case .distance(let date): write("{\"distance\":", date)
        case .link(let label, let url):
            write("{\"link\":", label, ",\"url\":")
            write("", url, "}")
        case .mention(let account, let name):
            write("{\"mention\":", account.description, ",\"name\":")
            write("", name, "}")
        case .translated(let key, let english):
            write("{\"english\":", english, ",\"translated\":")
            write("", key, "}")
        case .phrase(let phrase):
            json.put("{\"phrase\":")
            write(phrase, depth: depth)
            json.put("}")
        case .lines(let phrases): write("{\"lines\":[", phrases, depth: depth)
        case .list(let phrases): write("{\"list\":[", phrases, depth: depth)
        }
    }

    private mutating func write(_ before: StaticString, _ number: Int) {
        json.put(before)
        json.put(number: number)
        json.put("}")
    }

    private mutating func write(_ before: StaticString, _ date: Date) {
        json.put(before)
        write(date)
        json.put("}")
    }

    private mutating func write(_ before: StaticString, _ phrases: [Phrase], depth: Int) {
        json.put(before)
        for (index, phrase) in phrases.enumerated() {
            if index > 0 { json.put(",") }
            write(phrase, depth: depth)
        }
        json.put("]}")
    }
}
