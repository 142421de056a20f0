import FoundationEssentials

// In the journal a value is a one-key object, `{"moment":"2026-12-01T12:30:00Z"}`: short, and readable with `jq`.
// Dates use the encoder's strategy; the journal's codec sets ISO 8601.

extension Phrase.Value: Codable {
    private enum Kind: String, CodingKey {
        case user, code, number, moment, distance, duration, zone, link, url, mention, name, phrase
        case lines, list, translated, english
    }

    package init(from decoder: any Decoder) throws {
        let box = try decoder.container(keyedBy: Kind.self)
        guard let kind = box.allKeys.first(where: { ![.url, .name, .english].contains($0) }) else {
            throw DecodingError.dataCorrupted(
                .init(codingPath: decoder.codingPath, debugDescription: "a value of no known kind"))
        }
        switch kind {
        case .user: self = .user(try box.decode(String.self, forKey: .user))
        case .code: self = .code(try box.decode(String.self, forKey: .code))
        case .number: self = .number(try box.decode(Int.self, forKey: .number))
        case .moment: self = .moment(try box.decode(Date.self, forKey: .moment))
        case .distance: self = .distance(try box.decode(Date.self, forKey: .distance))
        case .duration: self = .duration(try box.decode(Int.self, forKey: .duration))
        case .zone: self = .zone(try box.decode(String.self, forKey: .zone))
        case .phrase: self = .phrase(try box.decode(Phrase.self, forKey: .phrase))
        case .lines: self = .lines(try box.decode([Phrase].self, forKey: .lines))
        case .list: self = .list(try box.decode([Phrase].self, forKey: .list))
        case .link, .url:
            self = .link(
                label: try box.decode(String.self, forKey: .link),
                url: try box.decode(String.self, forKey: .url))
        case .mention, .name:
            self = .mention(
                try box.decode(Account.self, forKey: .mention),
                name: try box.decode(String.self, forKey: .name))
        case .translated, .english:
            self = .translated(
                key: try box.decode(String.self, forKey: .translated),
                english: try box.decode(String.self, forKey: .english))
        }
    }

    package func encode(to encoder: any Encoder) throws {
        var box = encoder.container(keyedBy: Kind.self)
        switch self {
        case .user(let text): try box.encode(text, forKey: .user)
        case .code(let text): try box.encode(text, forKey: .code)
        case .number(let number): try box.encode(number, forKey: .number)
        case .moment(let date): try box.encode(date, forKey: .moment)
        case .distance(let date): try box.encode(date, forKey: .distance)
        case .duration(let seconds): try box.encode(seconds, forKey: .duration)
        case .zone(let name): try box.encode(name, forKey: .zone)
        case .phrase(let phrase): try box.encode(phrase, forKey: .phrase)
        case .lines(let phrases): try box.encode(phrases, forKey: .lines)
        case .list(let phrases): try box.encode(phrases, forKey: .list)
        case .link(let label, let url):
            try box.encode(label, forKey: .link)
            try box.encode(url, forKey: .url)
        case .mention(let account, let name):
            try box.encode(account, forKey: .mention)
            try box.encode(name, forKey: .name)
        case .translated(let key, let english):
            try box.encode(key, forKey: .translated)
            try box.encode(english, forKey: .english)
        }
    }
}
