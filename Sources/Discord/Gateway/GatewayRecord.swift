/// What outlives a process: how often Discord was asked for a new session, and where the last one stood.
///
/// A bot that starts over and over within a day would use up its 1,000 sessions, and Discord then resets its token. A
/// session that is taken up again costs none, and tells what was missed meanwhile.
package struct GatewayRecord: Hashable, Sendable {
    package struct Session: Hashable, Sendable {
        package var id: String
        package var resumeURL: String
        /// The last event whose effects are safe.
        package var sequence: Int
        /// When it was heard of last, in seconds since 1970.
        package var seen: Double

        package init(id: String, resumeURL: String, sequence: Int, seen: Double) {
            self.id = id
            self.resumeURL = resumeURL
            self.sequence = sequence
            self.seen = seen
        }
    }

    /// The moments of the last day's identifications, in seconds since 1970.
    package var identifications: [Double]
    package var session: Session?
    /// The newest message whose effects are safe: what was written after it is asked for once a session is lost.
    package var newest: String?
    /// The channels of private chats that may hold something newer; nobody's name or id.
    package var privateRooms: [String]

    package init(
        identifications: [Double] = [], session: Session? = nil, newest: String? = nil,
        privateRooms: [String] = []
    ) {
        self.privateRooms = privateRooms
        self.identifications = identifications
        self.session = session
        self.newest = newest
    }
}

/// Keeps the record. A store that cannot must not stop the bot: it then counts anew, nothing worse.
package protocol GatewayStore: Sendable {
    func load() async -> GatewayRecord?
    func save(_ record: GatewayRecord) async
}

extension GatewayRecord {
    /// One line of JSON, for a small file.
    package var bytes: [UInt8] {
        JSON.members([
            "identifications": .array(identifications.map { .double($0) }),
            "session": session.map {
                [
                    "id": .string($0.id), "url": .string($0.resumeURL), "seq": .int($0.sequence),
                    "seen": .double($0.seen),
                ]
            },
            "newest": newest.map { .string($0) },
            "private": privateRooms.isEmpty ? nil : .array(privateRooms.map { .string($0) }),
        ]).bytes
    }

    /// Nil for what this never wrote; the count then begins anew.
    package init?(_ bytes: [UInt8]) {
        guard case .object(let members)? = JSONReader.read(bytes) else { return nil }
        identifications = members["identifications"]?.array.compactMap(\.double) ?? []
        newest = members["newest"]?.string
        privateRooms = members["private"]?.array.compactMap(\.string) ?? []
        session = members["session"].flatMap { json in
            guard let id = json["id"]?.string, let url = json["url"]?.string,
                let sequence = json["seq"]?.int, let seen = json["seen"]?.double
            else { return nil }
            return Session(id: id, resumeURL: url, sequence: sequence, seen: seen)
        }
    }
}
