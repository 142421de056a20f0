import HashTreeCollections
package import Chat

package enum MessageEvents {
    static let all: [any Event.Type] = [
        MessageSent.self, MessagesOwed.self, MessageGivenUp.self, QuestionAsked.self,
        QuestionClosed.self,
    ]
}

/// An owed message is out.
package struct MessageSent: Event {
    package static let kind = "message.sent"
    package let key: String
    /// The platform's id of the message.
    package let message: String?

    package init(key: String, message: String?) {
        self.key = key
        self.message = message
    }

    package func apply(to world: inout World) {
        guard let outgoing = world.owed[key] else { return }
        world.owed[key] = nil
        guard let asks = outgoing.asks, let person = world.accounts[asks],
            case .room(let room) = outgoing.to
        else { return }
        let place = Question.Place(person: person, room: room)
        if world.questions[place]?.key == key { world.questions[place]?.message = message }
    }
}

/// Answers that changed nothing and could not be sent before their updates must be confirmed: owed from now on.
package struct MessagesOwed: Event {
    package static let kind = "message.owed"
    package let messages: [String: Outgoing]

    package init(messages: [String: Outgoing]) { self.messages = messages }

    package func apply(to world: inout World) {
        for (key, message) in messages { world.owed[key] = message }
    }
}

/// A message can not be delivered; the reason is one of a fixed vocabulary and never its text.
package struct MessageGivenUp: Event {
    package static let kind = "message.given-up"
    package let key: String
    package let reason: String

    package init(key: String, reason: String) {
        self.key = key
        self.reason = reason
    }

    package func apply(to world: inout World) { world.owed[key] = nil }
}

/// The bot asked for something that a command lacked.
package struct QuestionAsked: Event {
    package static let kind = "question.asked"
    package let question: Question

    package init(question: Question) { self.question = question }

    package func apply(to world: inout World) {
        let place = Question.Place(person: question.person, room: question.room)
        world.questions[place] = question
    }
}

/// The question is answered, or something else was said instead.
package struct QuestionClosed: Event {
    package static let kind = "question.closed"
    package let place: Question.Place

    package init(place: Question.Place) { self.place = place }

    package func apply(to world: inout World) { world.questions[place] = nil }
}
