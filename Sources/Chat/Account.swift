/// The name of one connection to a chat service, such as `telegram`, `console`, or `telegram-maths` for a further bot.
///
/// Nothing above the platform modules compares against a particular one: a platform is a value that travels with
/// rooms so that Delivery knows which connection to use. Accounts belong to the service alone: a person is the same to
/// every bot on it, while a room is reached through one.
package struct Platform: RawRepresentable, Hashable, Sendable {
    package let rawValue: String

    package init(rawValue: String) { self.rawValue = rawValue }

    /// A further bot on a service, under a name of small letters, digits and `_`.
    package init(_ service: Platform, bot name: String) {
        rawValue = "\(service.rawValue)-\(name)"
    }

    /// What the connection speaks to: `telegram` for `telegram-maths`.
    package var service: Platform {
        guard let dash = rawValue.utf8.firstIndex(of: UInt8(ascii: "-")) else { return self }
        return Platform(rawValue: String(rawValue[..<dash]))
    }

    /// The name of a further bot; nil for the first of its service.
    package var bot: String? {
        guard let dash = rawValue.utf8.firstIndex(of: UInt8(ascii: "-")) else { return nil }
        return String(rawValue[dash...].dropFirst())
    }

    package static let telegram = Platform(rawValue: "telegram")
    package static let discord = Platform(rawValue: "discord")
    package static let console = Platform(rawValue: "console")
    package static let sandbox = Platform(rawValue: "sandbox")
}

/// One account on one platform, written `telegram:123`.
///
/// A person may hold several accounts; a `PersonID` ties them together.
package struct Account: Hashable, Sendable {
    package let platform: Platform
    package let id: String

    package init(_ platform: Platform, _ id: String) {
        self.platform = platform
        self.id = id
    }
}

extension Account: LosslessStringConvertible {
    /// Reads `platform:id`; nil where one of the two is missing.
    package init?(_ description: String) {
        let text = description.utf8
        guard let colon = text.firstIndex(of: UInt8(ascii: ":")) else { return nil }
        let (platform, id) = (description[..<colon], description[text.index(after: colon)...])
        guard !platform.isEmpty, !id.isEmpty else { return nil }
        self.init(Platform(rawValue: String(platform)), String(id))
    }

    package var description: String { platform.rawValue + ":" + id }
}

/// A person as the bot knows them, whatever accounts they use: a short id such as `p3`, never a name.
package struct PersonID: RawRepresentable, Hashable, Comparable, Sendable {
    package let rawValue: String

    package init(rawValue: String) { self.rawValue = rawValue }

    package static func < (a: PersonID, b: PersonID) -> Bool {
        (a.rawValue.utf8.count, a.rawValue) < (b.rawValue.utf8.count, b.rawValue)
    }
}
