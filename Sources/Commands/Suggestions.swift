package import Chat
package import Cohorts
import Dates
package import FoundationEssentials
import HashTreeCollections

/// Ways to complete a field of a command while it is typed: dates with an echo of how they are read, names and ids.
///
/// Pure, and from the same cards as everything else: what is offered depends on the field's kind alone. It shows nobody
/// anything that the command itself would not show them.
package struct Suggestions {
    /// What is shown for it, and what is sent when it is chosen.
    package struct Entry: Hashable, Sendable {
        package let label: Phrase
        package let value: String
    }

    /// No platform shows more.
    private static let most = 25
    private static let examples = [
        "tomorrow 18:00", "Friday 18:00", "next Monday 9:00", "in 2 hours", "every Monday 18:00",
    ]

    private let world: World
    private let call: Call

    /// `incoming` is the command as far as it was given.
    package init(_ incoming: Incoming, world: World, knowledge: Knowledge, now: Date) {
        self.world = world
        call = Call(
            caller: Caller(incoming, in: world, knowledge: knowledge), arguments: Arguments(),
            knowledge: knowledge, now: now, seed: 0)
    }

    /// Whether anything can be offered for such a field.
    package static func exist(for field: FieldCard) -> Bool {
        switch field.kind {
        case .moment, .assignment, .cohort, .zone, .reminder, .review: true
        case .word, .text, .number, .choice, .file: false
        }
    }

    /// The best first.
    package func entries(for field: FieldCard, typed: String) -> [Entry] {
        let typed = String(typed.prefix(200)).trimmed
        let found =
            switch field.kind {
            case .moment: moments(typed, field)
            case .assignment: assignments(typed)
            case .cohort: cohorts(typed)
            case .zone: zones(typed)
            case .reminder: reminders(typed)
            case .review: reviews(typed)
            case .word, .text, .number, .choice, .file: [Entry]()
            }
        return Array(found.prefix(Self.most))
    }

    /// What was typed so far, as the command would read it; examples before there is anything to read.
    private func moments(_ typed: String, _ field: FieldCard) -> [Entry] {
        let read = readings(of: typed, field)
        guard read.isEmpty else { return read }
        return Self.examples.filter { $0.lowercased().hasPrefix(typed.lowercased()) }
            .flatMap { readings(of: $0, field) }
    }

    private func readings(of words: String, _ field: FieldCard) -> [Entry] {
        guard !words.isEmpty else { return [] }
        var context = call.dateContext
        context.acceptsRepeats = field.mayRepeat
        switch call.knowledge.dates.read(words, in: context) {
        case .moment(let moment):
            guard let rule = moment.series?.rule else {
                return [Entry(label: Self.label(moment.date), value: words)]
            }
            let label = Phrase(
                "suggestions.series",
                ["when": .moment(moment.date), "repeats": .phrase(.repeats(rule))])
            return [Entry(label: label, value: words)]
        case .ask(let question):
            guard case .ambiguous(_, _, let options) = question.refusal(field, words: words) else {
                return []
            }
            return options.map { Entry(label: $0.label, value: $0.words) }
        case .none(.past(let moment)):
            return [
                Entry(
                    label: Phrase("suggestions.past", ["when": .moment(moment.date)]), value: words)
            ]
        case .none: return []
        }
    }

    private static func label(_ date: Date) -> Phrase {
        Phrase("suggestions.moment", ["when": .moment(date), "distance": .distance(date)])
    }

    /// What is ahead first, soonest first; then what is past, latest first.
    private func assignments(_ typed: String) -> [Entry] {
        guard let cohort = call.caller.cohort else { return [] }
        let own = world.deadlines.values.filter { deadline in
            deadline.cohort == cohort && !deadline.isCancelled
                && fits(typed, [deadline.title, deadline.id.rawValue])
        }.sorted { ($0.dueAt, $0.id) < ($1.dueAt, $1.id) }
        let ahead = own.filter { $0.dueAt > call.now }
        return (ahead + own.filter { $0.dueAt <= call.now }.reversed()).map { deadline in
            Entry(
                label: Phrase(
                    "suggestions.titled-moment",
                    ["title": .user(Self.cut(deadline.title)), "when": .moment(deadline.dueAt)]),
                value: deadline.id.rawValue)
        }
    }

    /// Their own ones, the room's, and one whose whole name they know.
    private func cohorts(_ typed: String) -> [Entry] {
        var found = world.cohorts(of: call.caller.person)
        let room = world.cohort(of: call.caller.room).flatMap { world.cohorts[$0] }
        let named = Join.cohort(named: typed, in: world)
        for cohort in [room, named] {
            if let cohort, !found.contains(where: { $0.id == cohort.id }) { found.append(cohort) }
        }
        return found.filter { fits(typed, [$0.name, $0.id.rawValue]) }.map { cohort in
            Entry(
                label: Phrase("plain", ["text": .user(Self.cut(cohort.name))]),
                value: cohort.id.rawValue)
        }
    }

    private func zones(_ typed: String) -> [Entry] {
        guard !typed.isEmpty else { return [] }
        let known = call.knowledge.dates.zones
        let names: [String]
        switch known.lookup(typed) {
        case .one(let zone): names = [zone.name]
        case .several(let zones): names = zones.map(\.name)
        case .none(let nearest):
            let begun = known.zones(ofCitiesBeginning: typed, limit: Self.most)
            names = begun.isEmpty ? nearest : begun
        }
        return names.map { name in
            Entry(label: Phrase("plain", ["text": .zone(name)]), value: name)
        }
    }

    private func reminders(_ typed: String) -> [Entry] {
        world.waitingReminders(of: call.caller.person).filter { reminder in
            fits(typed, [reminder.text, reminder.id.rawValue])
        }.map { reminder in
            Entry(
                label: Phrase(
                    "suggestions.titled-moment",
                    ["title": .user(Self.cut(reminder.text)), "when": .moment(reminder.next)]),
                value: reminder.id.rawValue)
        }
    }

    private func reviews(_ typed: String) -> [Entry] {
        let own = world.reviews(by: call.caller.person)
        return (own.filter { !$0.isSent } + own.filter(\.isSent)).compactMap { review in
            let title = world.title(of: review)
            guard fits(typed, [title, review.id.rawValue]) else { return nil }
            return Entry(
                label: Phrase(
                    "suggestions.review",
                    ["title": .user(Self.cut(title)), "id": .code(review.id.rawValue)]),
                value: review.id.rawValue)
        }
    }

    private func fits(_ typed: String, _ names: [String]) -> Bool {
        typed.isEmpty || names.contains { $0.lowercased().contains(typed.lowercased()) }
    }

    /// Leaves room for the moment that stands beside it.
    private static func cut(_ title: String) -> String {
        title.count > 50 ? title.prefix(49) + "…" : title
    }
}
