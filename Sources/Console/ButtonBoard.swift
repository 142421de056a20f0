import Chat

/// What can be pressed and what is asked, room by room, as a value.
///
/// The last message with buttons in a room has them; a question without buttons takes them away, because a number
/// typed then is its answer.
struct ButtonBoard {
    private struct Shown {
        var message: String
        var rows: [[Button]]
    }

    private struct Question {
        var message: String
        var asked: Account
        var text: String
    }

    private var shown: [RoomAddress: Shown] = [:]
    private var questions: [RoomAddress: Question] = [:]

    /// The bot sent a message.
    mutating func take(_ message: Message, id: String) {
        let room = message.room.wholeChat
        if message.buttons.contains(where: { !$0.isEmpty }) {
            shown[room] = Shown(message: id, rows: message.buttons)
        } else if message.asks != nil {
            shown[room] = nil
        }
        if let asked = message.asks {
            questions[room] = Question(message: id, asked: asked, text: message.text.plain)
        }
    }

    func rows(in room: RoomAddress) -> [[Button]] { shown[room]?.rows ?? [] }

    /// The button of that number, counted from 1, and the message it stands under.
    func press(_ number: Int, in room: RoomAddress) -> (message: String, data: String)? {
        guard let shown = shown[room] else { return nil }
        let buttons = shown.rows.flatMap(\.self)
        guard buttons.indices.contains(number - 1) else { return nil }
        return (shown.message, buttons[number - 1].data)
    }

    /// The question that this person's next words answer; it is answered once, as a reply field would be.
    mutating func answered(by account: Account, in room: RoomAddress) -> Quote? {
        guard let question = questions[room], question.asked == account else { return nil }
        questions[room] = nil
        return Quote(
            message: question.message, author: nil, authorName: "bot", text: question.text,
            isOurs: true)
    }
}
