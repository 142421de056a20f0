package import Chat

/// Who can speak in the console and where: the members and rooms of a trial.
package struct ConsoleCast: Hashable, Sendable {
    package var members: [ConsoleMember]
    package var rooms: [ConsoleRoom]

    /// The first member and the first room are where a session begins.
    package init(members: [ConsoleMember], rooms: [ConsoleRoom]) {
        self.members = members
        self.rooms = rooms
    }

    package func member(_ name: String) -> ConsoleMember? {
        members.first { $0.name.lowercased() == name.lowercased() }
    }

    /// The room of that name; `private` is the speaker's own chat with the bot.
    func room(_ name: String, for speaker: ConsoleMember) -> ConsoleRoom? {
        let name = name.lowercased()
        if name == "private" { return .private(speaker) }
        return rooms.first { $0.name.lowercased() == name }
    }

    /// The room behind an address, also a member's private one.
    func room(at address: RoomAddress) -> ConsoleRoom? {
        rooms.first { $0.address == address }
            ?? members.map(ConsoleRoom.private).first { $0.address == address }
    }

    var roomNames: String { (rooms.map(\.name) + ["private"]).joined(separator: ", ") }
    var memberNames: String { members.map(\.name).joined(separator: ", ") }
}

/// Somebody the person at the keyboard can speak as.
package struct ConsoleMember: Hashable, Sendable {
    /// What `/as` takes; also the account's id.
    package var name: String
    package var account: Account { Account(.console, name) }
    package var displayName: String
    package var authority: Authority

    package init(_ name: String, displayName: String? = nil, authority: Authority = .member) {
        self.name = name
        self.displayName = displayName ?? name
        self.authority = authority
    }
}

/// A room of the console: the group's, or one member's own with the bot.
package struct ConsoleRoom: Hashable, Sendable {
    /// What `/in` takes.
    package var name: String
    package var address: RoomAddress
    package var place: Place
    /// Whose private room it is.
    var owner: ConsoleMember?

    /// A group's room.
    package init(_ name: String, title: String? = nil) {
        self.name = name
        address = RoomAddress(.console, name)
        place = .group(title: title ?? name)
    }

    private init(of member: ConsoleMember) {
        name = "private"
        address = RoomAddress(.console, "@\(member.name)")
        place = .private
        owner = member
    }

    package static func `private`(_ member: ConsoleMember) -> ConsoleRoom {
        ConsoleRoom(of: member)
    }

    /// How it is called in front of a message.
    var heading: String { owner.map { "private to \($0.name)" } ?? name }
}
