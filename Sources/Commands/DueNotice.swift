import Chat
import Cohorts
import FoundationEssentials
import HashTreeCollections

/// One thing that somebody is to be told because its time has come.
struct DueNotice {
    enum Subject {
        case reminder(Reminder, to: Destination)
        case deadline(Deadline, due: Date)
        /// A deadline that passed before anybody could be told.
        case over(Deadline, due: Date)
    }

    let subject: Subject
    let person: PersonID
    /// The place of the person in the order in which they come up.
    var place = 0
    /// When it was to be said.
    let nominal: Date
    /// By how many seconds it is late, where that is worth a word.
    let late: Int?

    init(_ subject: Subject, for person: PersonID, nominal: Date, late: Int?) {
        self.subject = subject
        self.person = person
        self.nominal = nominal
        self.late = late
    }

    /// The room in which it is said where it is not said in private.
    var room: RoomAddress? {
        if case .reminder(_, to: .room(let room)) = subject { room } else { nil }
    }

    /// Whether it belongs into one message with what else was missed.
    var isMissed: Bool {
        if case .over = subject { return true }
        return late != nil
    }
}

/// What people read about everything that is due for them now.
struct DueMessages {
    private let world: World
    private let now: Date

    init(world: World, now: Date) {
        self.world = world
        self.now = now
    }

    /// Adds what one person reads: what was missed in one message, and each other thing in its own.
    func add(_ notices: ArraySlice<DueNotice>, _ messages: inout [Outgoing]) {
        var together: Set<RoomAddress?> = []
        if notices.count > 1 {
            // Each place by itself: what somebody asked for in one group is nothing for another.
            let missed = Dictionary(grouping: notices.filter(\.isMissed), by: \.room)
            for notice in notices where notice.isMissed {
                guard let own = missed[notice.room], own.count > 1,
                    together.insert(notice.room).inserted
                else { continue }
                messages.append(message(of: own, to: notice.person))
            }
        }
        for notice in notices where !notice.isMissed || !together.contains(notice.room) {
            messages.append(message(for: notice))
        }
    }

    private func message(for notice: DueNotice) -> Outgoing {
        let person = notice.person
        switch notice.subject {
        case .reminder(let reminder, let destination):
            return message(for: reminder, notice, to: destination)
        case .deadline(let deadline, let due):
            var values = DueMessages.values(of: deadline, due: due)
            values["late"] = notice.late.map { .duration($0) }
            var message = Outgoing(
                to: .person(person, fallback: nil), reader: person,
                Phrase(
                    notice.late == nil ? "deadlines.reminder" : "deadlines.reminder-late", values),
                buttons: SnoozeChoice.buttons(id: deadline.id, now: now, before: due),
                urgency: .reminder)
            message.expires = due
            return message
        case .over(let deadline, let due):
            var message = Outgoing(
                to: .person(person, fallback: nil), reader: person,
                Phrase("deadlines.missed", DueMessages.values(of: deadline, due: due)),
                urgency: .reminder)
            message.expires = now.addingTimeInterval(86_400)
            return message
        }
    }

    private func message(
        for reminder: Reminder, _ notice: DueNotice, to destination: Destination
    ) -> Outgoing {
        var phrase = Phrase(
            notice.late == nil ? "reminders.fired" : "reminders.fired-late",
            [
                "text": .user(reminder.text), "when": .moment(notice.nominal),
                "late": notice.late.map { .duration($0) } ?? Self.inTime,
            ])
        // Asked for in a group by someone without a private chat: the group has read it already.
        if case .room = destination, let person = world.people[notice.person],
            let account = person.accounts.first
        {
            phrase = Phrase(
                "reminders.fired-in-room",
                ["person": .mention(account, name: person.name), "reminder": .phrase(phrase)])
        }
        return Outgoing(
            to: destination, reader: notice.person, phrase,
            buttons: SnoozeChoice.buttons(id: reminder.id, now: now), urgency: .reminder)
    }

    /// Of most reminders, so one value stands for all of them.
    private static let inTime = Phrase.Value.duration(0)

    /// Everything that was missed, in the order in which it was to be said.
    private func message(of notices: [DueNotice], to id: PersonID) -> Outgoing {
        let ordered = notices.sorted { $0.nominal < $1.nominal }
        let lines = ordered.map { notice in
            switch notice.subject {
            case .reminder(let reminder, _):
                Phrase(
                    "reminders.missed-line",
                    [
                        "text": .user(String(reminder.text.prefix(200))),
                        "when": .moment(notice.nominal), "id": .code(reminder.id.rawValue),
                    ])
            case .deadline(let deadline, let due):
                Phrase("deadlines.missed-line", Self.values(of: deadline, due: due))
            case .over(let deadline, let due):
                Phrase("deadlines.missed-over", Self.values(of: deadline, due: due))
            }
        }
        let ids = ordered.compactMap { notice in
            if case .reminder(let reminder, _) = notice.subject {
                reminder.id.rawValue
            } else {
                nil
            }
        }
        let late = ordered.compactMap(\.late).max() ?? 0
        let first = ordered.compactMap { notice in
            if case .reminder(_, let destination) = notice.subject { destination } else { nil }
        }.first
        var message = Outgoing(
            to: first ?? .person(id, fallback: world.people[id].flatMap(world.fallbackRoom)),
            reader: id,
            Phrase(
                "reminders.missed",
                [
                    "count": .number(lines.count), "late": .duration(late), "lines": .lines(lines),
                    "snooze": .phrase(
                        ids.first.map {
                            Phrase(
                                "reminders.missed-snooze",
                                ["snooze": .code("/reminders snooze \($0) 1h")])
                        } ?? Phrase("nothing")),
                ]), urgency: .reminder)
        message.expires = expiry(of: ordered)
        return message
    }

    /// A message of deadlines alone is of no use after the last of them.
    private func expiry(of notices: [DueNotice]) -> Date? {
        var last = now.addingTimeInterval(86_400)
        for notice in notices {
            switch notice.subject {
            case .reminder: return nil
            case .deadline(_, let due): last = max(last, due)
            case .over: continue
            }
        }
        return last
    }

    /// A deadline's title, moment and link.
    static func values(of deadline: Deadline, due: Date) -> [String: Phrase.Value] {
        [
            "title": .user(deadline.title), "when": .moment(due), "distance": .distance(due),
            "id": .code(deadline.id.rawValue), "link": .phrase(deadline.linkPhrase),
        ]
    }
}

extension Deadline {
    /// Where it is handed in, on a line of its own; nothing where no link is known.
    var linkPhrase: Phrase {
        link.map { Phrase("deadlines.link", ["link": .link(label: $0, url: $0)]) }
            ?? Phrase("nothing")
    }
}
