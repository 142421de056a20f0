import Chat

/// A message as Discord takes it, in one or more parts.
struct MessageBody: Sendable {
    private let parts: [DiscordMarkdown.Part]
    private let message: Message

    init(_ message: Message) {
        parts = DiscordMarkdown.parts(message.text)
        self.message = message
    }

    var count: Int { parts.count }

    /// The body of one part for a channel; the reply stands at the first, the buttons under the last.
    ///
    /// A lost answer never doubles a message: the nonce is made of the message's own key, and Discord answers its second
    /// use with the first message.
    func part(_ index: Int, replyTo: String? = nil) -> JSON {
        var members = content(index)
        if let replyTo, index == 0 {
            members["message_reference"] = [
                "message_id": .string(replyTo), "fail_if_not_exists": false,
            ]
        }
        if !message.key.isEmpty {
            members["nonce"] = .string(Nonce.of(message.key, part: index))
            members["enforce_nonce"] = true
        }
        return .object(members)
    }

    /// The body of one part as an answer to an interaction.
    func answer(_ index: Int, isPrivate: Bool) -> JSON {
        var members = content(index)
        // Without previews, and for one reader.
        if isPrivate { members["flags"] = 68 }
        return .object(members)
    }

    private func content(_ index: Int) -> [String: JSON] {
        let part = parts[index]
        var notified = part.notifies
        // Whoever is asked something shall notice, also where the words do not name them.
        if let asked = message.asks, asked.platform == .discord, index == 0,
            !notified.contains(asked.id)
        {
            notified.append(asked.id)
        }
        return [
            "content": .string(part.content),
            "allowed_mentions": [
                "parse": [], "users": .array(notified.map { .string($0) }),
                "replied_user": .bool(message.asks != nil && index == 0),
            ],
            "components": index == parts.count - 1 ? ButtonRows.json(message.buttons) : [],
            // No previews of links: one of a work may show who wrote it.
            "flags": 4,
        ]
    }
}

/// What Discord knows a message by before it has an id.
enum Nonce {
    /// 24 characters of the 25 that are allowed. Equal for equal keys, also in another process.
    static func of(_ key: String, part: Int) -> String {
        let text = "\(key)#\(part)"
        return [0xCBF2_9CE4_8422_2325, 0x9AE1_6A3B_2F90_404F].map { seed in
            String(hash(text, seed), radix: 36)
        }.joined().prefix(24).description
    }

    /// FNV-1a (Fowler, Noll, Vo), with a last mix so that neighbouring keys share no digits.
    private static func hash(_ text: String, _ seed: UInt64) -> UInt64 {
        var word = text.utf8.reduce(seed) { ($0 ^ UInt64($1)) &* 0x0000_0100_0000_01B3 }
        word = (word ^ (word >> 30)) &* 0xBF58_476D_1CE4_E5B9
        return word ^ (word >> 31)
    }
}

/// Buttons as rows of components: at most five rows of five, each with an id of its own.
enum ButtonRows {
    private static let most = 5
    private static let longestLabel = 80
    private static let longestData = 90

    static func json(_ rows: [[Button]]) -> JSON {
        var number = 0
        // A row that is too long goes on in the next; what has no place in 25 is left out, last first.
        let lines = rows.flatMap { row in
            stride(from: 0, to: row.count, by: most).map {
                Array(row[$0..<min($0 + most, row.count)])
            }
        }
        return .array(
            lines.filter { !$0.isEmpty }.prefix(most).map { line in
                [
                    "type": 1,
                    "components": .array(
                        line.compactMap { button in
                            defer { number += 1 }
                            return json(button, number)
                        }),
                ]
            })
    }

    private static func json(_ button: Button, _ number: Int) -> JSON {
        let label = String(button.label.prefix(longestLabel))
        return [
            "type": 2, "style": 2, "label": .string(label.isEmpty ? "·" : label),
            "custom_id": .string(id(button.data, number)),
        ]
    }

    /// Two buttons of a message may say the same, but not have the same id: the number in front tells them apart.
    private static func id(_ data: String, _ number: Int) -> String {
        "\(number)|\(data.prefix(longestData))"
    }

    /// What a pressed button says; ids that carry no number are taken whole.
    static func data(of id: String) -> String {
        guard let bar = id.firstIndex(of: "|"), id[..<bar].allSatisfy(\.isWholeNumber) else {
            return id
        }
        return String(id[id.index(after: bar)...])
    }
}
