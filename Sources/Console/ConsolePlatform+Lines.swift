import Chat

extension ConsolePlatform {
    /// Carries out one line; false where it ends the session.
    func take(_ line: String, _ inbox: any Inbox) async -> Bool {
        guard !settings.isTerminal, let prefix = SpeakerPrefix(line, among: settings.cast.members)
        else {
            return await take(
                ConsoleLine(line, isScript: !settings.isTerminal), from: speaker, in: room, inbox)
        }
        guard let speaker = settings.cast.member(prefix.speaker) else { return true }
        var place = room.owner == nil ? room : ConsoleRoom.private(speaker)
        if let name = prefix.room {
            guard let room = settings.cast.room(name, for: speaker) else {
                say(unknownRoom(name))
                return true
            }
            place = room
        }
        return await take(
            ConsoleLine(prefix.rest, isScript: true), from: speaker, in: place, inbox)
    }

    private func take(
        _ line: ConsoleLine, from speaker: ConsoleMember, in room: ConsoleRoom, _ inbox: any Inbox
    ) async -> Bool {
        switch line {
        case .nothing: break
        case .quit: return false
        case .speak(let name): speak(as: name)
        case .go(let name): go(to: name)
        case .skip(let words): say(await settings.skip(words))
        case .attach(let path): attach(path)
        case .showButtons:
            let buttons = PlainScreen.buttons(board.rows(in: room.address))
            say(buttons.isEmpty ? "There is no button to press here." : buttons)
        case .number(let number, let text):
            if let (message, data) = board.press(number, in: room.address) {
                await hear(.press(data), from: speaker, in: room, message: message, to: inbox)
            } else {
                await write(text, from: speaker, in: room, inbox)
            }
        case .message(let text): await write(text, from: speaker, in: room, inbox)
        }
        return true
    }

    private func write(
        _ text: String, from speaker: ConsoleMember, in room: ConsoleRoom, _ inbox: any Inbox
    ) async {
        let isCommand = text.drop(while: \.isWhitespace).first == "/"
        let quote = isCommand ? nil : board.answered(by: speaker.account, in: room.address)
        let attachment = attached
        attached = nil
        await hear(
            .text(text), from: speaker, in: room, replyTo: quote, attachment: attachment, to: inbox)
    }

    private func attach(_ path: String) {
        guard !path.isEmpty else { return say("Which file? For example: /attach essay.pdf") }
        let name = path.split(separator: "/").last.map(String.init) ?? path
        attached = Attachment(id: path, name: name)
        say("\(name) goes along with the next message.")
    }

    private func speak(as name: String?) {
        guard let name, let member = settings.cast.member(name) else {
            let unknown = name.map { "There is no member \"\($0)\". " } ?? ""
            return say("\(unknown)You are \(speaker.name). Members: \(settings.cast.memberNames).")
        }
        speaker = member
        if room.owner != nil { room = .private(member) }
        say("You are \(member.name) now, in \(room.name).")
    }

    private func go(to name: String?) {
        guard let name, let new = settings.cast.room(name, for: speaker) else {
            return say(
                name.map(unknownRoom)
                    ?? "You are in \(room.name). Rooms: \(settings.cast.roomNames).")
        }
        room = new
        say("You are in \(room.name) now, as \(speaker.name).")
    }

    private func unknownRoom(_ name: String) -> String {
        "There is no room \"\(name)\". Rooms: \(settings.cast.roomNames)."
    }
}
