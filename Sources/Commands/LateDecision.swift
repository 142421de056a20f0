package import Chat
package import Cohorts
import FoundationEssentials
import HashTreeCollections

/// What becomes of a message that arrives long after it was typed, because the bot was away.
///
/// Nothing old is carried out blindly, and nobody is flooded with old news: what would change something is held and
/// asked about once, what only asked is dropped with one note for the room.
package struct LateDecision {
    /// Seconds after which a message is old (`interfaces.md`).
    package static let oldAfter = 600.0

    private let incoming: Incoming
    private let meant: Decision
    private let place: Question.Place
    private let world: World

    /// Nil where the message is not old, or is something that holds however old it is.
    ///
    /// `meant` is what would have come of it in time.
    package init?(
        _ incoming: Incoming, meant: Decision, at place: Question.Place, in world: World
    ) {
        guard Self.isOld(incoming) else { return nil }
        self.incoming = incoming
        self.meant = meant
        self.world = world
        self.place = place
    }

    /// Presses come with no time of their own, and what happened to a chat has happened.
    package static func isOld(_ incoming: Incoming) -> Bool {
        switch incoming.content {
        case .text, .edited: incoming.heardAt.timeIntervalSince(incoming.sentAt) > oldAfter
        case .command, .press, .botAdded, .botRemoved, .moved: false
        }
    }

    /// Holds it or drops it; `isNoted`: the room was told a moment ago that old questions stay unanswered.
    package func decide(isNoted: Bool) -> Decision {
        guard let text = incoming.text, !meant.isRead, meant.kind != Decision.asking,
            (world.backlogs[place]?.held.count ?? 0) < Backlog.most
        else { return isNoted ? Decision(kind: "late") : dropped }
        let held = HeldMessage(
            text: text, sentAt: incoming.sentAt, message: incoming.message,
            replyTo: incoming.replyTo, attachment: incoming.attachment)
        return Decision(kind: "late", events: [BacklogHeld(place: place, message: held)])
    }

    /// A word to the room, so that everybody knows and nobody waits.
    private var dropped: Decision {
        Decision(
            kind: "late",
            messages: [
                Outgoing(
                    to: .room(incoming.room), reader: incoming.place.isPrivate ? place.person : nil,
                    Phrase("backlog.unanswered"),
                    replyTo: incoming.place.isPrivate ? nil : incoming.message)
            ])
    }
}

extension Backlog {
    /// Asks whether everything held is still wanted; nil where that was asked.
    package var question: Decision? {
        guard !isAsked, !held.isEmpty else { return nil }
        let lines = held.map { message in
            Phrase(
                "backlog.line",
                [
                    "words": .user(String(message.words.prefix(Self.shown))),
                    "when": .moment(message.sentAt),
                ])
        }
        let ask = Outgoing(
            to: .room(room), reader: person,
            Phrase(
                "backlog.ask",
                [
                    "count": .number(held.count), "lines": .lines(lines),
                    "do": .code("/missed do"), "drop": .code("/missed drop"),
                ]),
            buttons: [
                [
                    Choice(Phrase("backlog.do"), "/missed do"),
                    Choice(Phrase("backlog.drop"), "/missed drop"),
                ]
            ],
            replyTo: held.last?.message)
        return Decision(kind: "late", events: [BacklogAsked(place: place)], messages: [ask])
    }

    /// How many characters of a message are quoted.
    private static let shown = 100
}

extension HeldMessage {
    /// What it is recognised by: its text, or the name of a file that came without one.
    fileprivate var words: String { text.isEmpty ? attachment?.name ?? "" : text }
}
