import FoundationEssentials

/// An export in JSON: one of Discourse, Telegram or DiscordChatExporter, told apart by its keys.
struct JSONExport {
    private let root: Root

    init(_ bytes: [UInt8]) throws(ImportFault) {
        do {
            root = try JSONDecoder().decode(Root.self, from: Data(bytes))
        } catch {
            throw ImportFault(
                line: Self.lineOfFault(bytes), "is no JSON that can be read to its end")
        }
    }

    func forum() throws(ImportFault) -> ImportedForum {
        switch root {
        case .topics(let topics): return DiscourseTopic.forum(topics)
        case .telegram(let chats): return TelegramExport.forum(chats)
        case .discord(let export): return export.forum
        case .unknown:
            throw ImportFault(
                "is JSON, but neither Discourse topics (\"post_stream\"), nor a Telegram export "
                    + "(\"messages\" with \"date\"), nor one of DiscordChatExporter (\"channel\")")
        }
    }

    private enum Root: Decodable {
        case topics([DiscourseTopic])
        case telegram([TelegramExport])
        case discord(DiscordExport)
        case unknown

        enum Key: String, CodingKey {
            case post_stream, topics, topic_list, channel, messages, chats, list
        }

        init(from decoder: any Decoder) throws {
            if let topics = try? decoder.singleValueContainer().decode([DiscourseTopic].self) {
                self = .topics(topics)
                return
            }
            let object = try decoder.container(keyedBy: Key.self)
            if object.contains(.post_stream) {
                self = .topics([try DiscourseTopic(from: decoder)])
            } else if object.contains(.topics) {
                self = .topics(try object.decode([DiscourseTopic].self, forKey: .topics))
            } else if object.contains(.topic_list) {
                let list = try object.nestedContainer(keyedBy: Key.self, forKey: .topic_list)
                self = .topics(try list.decode([DiscourseTopic].self, forKey: .topics))
            } else if object.contains(.channel), object.contains(.messages) {
                self = .discord(try DiscordExport(from: decoder))
            } else if object.contains(.messages) {
                self = .telegram([try TelegramExport(from: decoder)])
            } else if object.contains(.chats) {
                let chats = try object.nestedContainer(keyedBy: Key.self, forKey: .chats)
                self = .telegram(try chats.decode([TelegramExport].self, forKey: .list))
            } else {
                self = .unknown
            }
        }
    }

    /// The line on which the JSON stops to be any; nil where it is whole and only its shape is wrong.
    private static func lineOfFault(_ bytes: [UInt8]) -> Int? {
        var depth = 0
        var line = 1
        var inText = false
        var escaped = false
        var lastOpen = 1
        for byte in bytes {
            if byte == 0x0A { line += 1 }
            if inText {
                if escaped {
                    escaped = false
                } else if byte == UInt8(ascii: "\\") {
                    escaped = true
                } else if byte == UInt8(ascii: "\"") {
                    inText = false
                }
                continue
            }
            switch byte {
            case UInt8(ascii: "\""):
                (inText, lastOpen) = (true, line)
            case UInt8(ascii: "{"), UInt8(ascii: "["): depth += 1
            case UInt8(ascii: "}"), UInt8(ascii: "]"):
                depth -= 1
                if depth < 0 { return line }
            default: break
            }
        }
        return inText ? lastOpen : depth > 0 ? line : nil
    }
}

/// A text or a number, as a text: exports do not agree on what an id is.
struct LooseText: Decodable, Hashable {
    let text: String

    init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        if let text = try? container.decode(String.self) {
            self.text = text
        } else if let number = try? container.decode(Int64.self) {
            text = String(number)
        } else {
            text = ""
        }
    }
}

/// A value that is left out instead of failing the file where its shape is another.
struct Lenient<Value: Decodable>: Decodable {
    let value: Value?

    init(from decoder: any Decoder) throws { value = try? Value(from: decoder) }
}
