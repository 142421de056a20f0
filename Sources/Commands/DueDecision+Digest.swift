import Chat
import Cohorts
import Dates
import FoundationEssentials
import HashTreeCollections

extension DueDecision {
    /// What is ahead, in one message in place of many.
    mutating func digest(for person: Person) {
        guard let reminding = person.reminding, let at = reminding.digestAt, at <= now,
            let digest = reminding.digest, digest.every != .off
        else { return }
        let zone = zone(of: person)
        if let end = quietEnd(for: person) {
            happens(DigestDecided(id: person.id, next: end))
            return
        }
        // From now, not from the last one: after downtime one comes, not one for each day.
        guard let next = digest.next(after: now.addingTimeInterval(Self.apart(digest)), in: zone)
        else { return }
        happens(DigestDecided(id: person.id, next: next))
        guard world.canReach(person) else { return }
        let horizon = now.addingTimeInterval(digest.every == .daily ? 7 * 86_400 : 14 * 86_400)
        let due = deadlines(of: person, until: horizon)
        let own = world.waitingReminders(of: person.id).filter {
            $0.next > now
                && $0.next <= now.addingTimeInterval(digest.every == .daily ? 86_400 : 7 * 86_400)
        }
        guard !due.isEmpty || !own.isEmpty else { return }
        let lines =
            due.prefix(DeadlineList.pageLength).map { deadline, due in
                Phrase("deadlines.digest-line", DueMessages.values(of: deadline, due: due))
            }
            + own.prefix(DeadlineList.pageLength).map { reminder in
                Phrase(
                    "reminders.digest-line",
                    [
                        "text": .user(String(reminder.text.prefix(80))),
                        "when": .moment(reminder.next),
                    ])
            }
        let more = due.count + own.count - lines.count
        roomMessages.append(
            Outgoing(
                to: .person(person.id, fallback: nil), reader: person.id,
                Phrase(
                    more > 0 ? "reminders.digest-more" : "reminders.digest",
                    [
                        "lines": .lines(lines), "more": .number(more),
                        "off": .code("/reminders digest off"), "list": .code("/deadline list"),
                    ]), urgency: .reminder))
    }

    /// Whoever travels west would else read two on one day.
    private static func apart(_ digest: Digest) -> Double {
        digest.every == .daily ? 12 * 3_600 : 3 * 86_400
    }

    private func deadlines(of person: Person, until horizon: Date) -> [(Deadline, Date)] {
        world.deadlines.values.compactMap { deadline in
            guard !deadline.isCancelled, let cohort = world.cohorts[deadline.cohort],
                cohort.members[person.id] != nil, !hasEnded(cohort)
            else { return nil }
            let due = world.due(deadline, for: person.id)
            guard due > now, due <= horizon, !world.isDone(person.id, with: deadline) else {
                return nil
            }
            return (deadline, due)
        }.sorted { ($0.1, $0.0.id) < ($1.1, $1.0.id) }
    }
}
