import Chat

extension Platform {
    /// The platforms that a file may name.
    static let configurable: [Platform] = [.telegram, .discord, .console, .sandbox]

    /// Whether a further bot may be called so.
    static func isBotName(_ name: String) -> Bool {
        (1...16).contains(name.utf8.count)
            && name.utf8.allSatisfy {
                (97...122).contains($0) || (48...57).contains($0) || $0 == 0x5F
            }
    }

    func accepts(account id: String) -> Bool {
        switch self {
        case .telegram, .discord: Self.isNumber(id)
        default: Self.isName(id)
        }
    }

    var accountShape: String {
        switch self {
        case .telegram: "digits, which the person sees with /start"
        case .discord: "digits (Developer Mode, Copy User ID)"
        default: "a name in small letters such as lila"
        }
    }

    func accepts(room: RoomAddress) -> Bool {
        switch service {
        case .telegram, .discord:
            let chat =
                service == .telegram && room.chat.hasPrefix("-")
                ? room.chat.dropFirst() : room.chat[...]
            return Self.isNumber(chat) && (room.topic.map { Self.isNumber($0) } ?? true)
        default:
            return Self.isName(room.chat) && room.topic == nil
        }
    }

    var roomShape: String {
        switch service {
        case .telegram: "the group's number, which begins with -, and perhaps /topic"
        case .discord: "digits (Developer Mode, Copy Channel ID)"
        default: "a name in small letters such as main"
        }
    }

    private static func isNumber(_ text: some StringProtocol) -> Bool {
        (1...20).contains(text.utf8.count) && text.utf8.allSatisfy { (48...57).contains($0) }
    }

    private static func isName(_ text: String) -> Bool {
        (1...64).contains(text.utf8.count)
            && text.utf8.allSatisfy {
                (97...122).contains($0) || (48...57).contains($0) || $0 == 0x2D || $0 == 0x5F
            }
    }
}
