/// The name of one connected chat service, such as `telegram` or `console`.
///
/// Nothing above the platform modules compares against a particular one: a platform is a value that travels with
/// accounts and rooms so that Delivery knows which connection to use.
package struct Platform: RawRepresentable, Hashable, Sendable {
    package let rawValue: String

    package init(rawValue: String) { self.rawValue = rawValue }

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
