import Chat
import Cohorts
import FoundationEssentials
import HashTreeCollections

extension DueDecision {
    /// A round of peer review: reviews that came, half of its window, people after their quiet hours, its release, its
    /// close.
    mutating func look(at round: Round) {
        guard let closesAt = round.closesAt else { return }
        if round.isRunning, closesAt <= now {
            close(round)
            return
        }
        var notes = RoundNotes(round, in: world, at: now, zones: zones)
        if round.isRunning, notes.tellAuthors() { happens(ReviewsTold(id: round.id, at: now)) }
        // After a long absence this is the first warning; the release waits for those who have just read it.
        if round.isRunning, let half = round.moment(at: Round.nudge), half <= now,
            round.nudgedAt ?? .distantPast < half.addingTimeInterval(-ReviewNudge.pause)
        {
            notes.nudge()
            happens(RoundNudged(id: round.id, at: now))
        }
        notes.tellLate()
        say(notes.messages, keeping: notes.events)
        release(round.id)
    }

    /// Takes up what notes say in private, and what they keep for later.
    mutating func say(_ messages: [Outgoing], keeping events: [any Event]) {
        for event in events { happens(event) }
        roomMessages += messages
    }

    private mutating func close(_ round: Round) {
        happens(RoundClosed(id: round.id, at: now))
        var notes = RoundNotes(
            world.rounds[round.id] ?? round, in: world, at: now, zones: zones)
        notes.close()
        say(notes.messages, keeping: notes.events)
    }

    /// Reviews of those who have not begun go to others, by a job; of those who heard of them late once they had their
    /// time.
    private mutating func release(_ id: ShortID) {
        guard let round = world.rounds[id], round.isRunning,
            let moment = round.moment(at: Round.release), moment <= now,
            !world.isMending(round.id)
        else { return }
        let spared = round.sparedUntil
        let last = round.releasedAt ?? .distantPast
        let isDue = world.releasable(in: round, at: now)
            .contains { last < max(moment, spared[$0] ?? moment) }
        guard isDue, let room = round.room ?? world.openRooms(of: round.cohort).first else {
            return
        }
        let number = world.nextNumber
        happens(
            JobStarted(
                job: Job(
                    id: ShortID(.job, number),
                    task: .mend(round: round.id, seed: round.seed, release: true),
                    person: round.plannedBy, room: room, replyTo: nil, startedAt: now),
                number: number))
    }
}

extension World {
    /// Whether the round's reviews are being handed on right now.
    func isMending(_ round: ShortID) -> Bool {
        jobs.values.contains { job in
            if case .mend(round, _, release: true) = job.task { true } else { false }
        }
    }
}
