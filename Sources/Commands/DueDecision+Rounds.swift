import Chat
import Cohorts
import FoundationEssentials
import HashTreeCollections

extension DueDecision {
    /// A round of peer review: reviews that came, half of its window, reviewers after their quiet hours, its release, its
    /// close.
    mutating func look(at round: Round) {
        guard round.isRunning, let closesAt = round.closesAt else { return }
        tellAuthors(of: round)
        if closesAt <= now {
            roomMessages += RoundClosing(round, in: world).messages
            happens(RoundClosed(id: round.id, at: now))
            return
        }
        var notes = RoundNotes(round, in: world, at: now, zones: zones)
        // After a long absence one step is enough: who is nudged and released at once had no warning.
        if let half = round.moment(at: Round.nudge), half <= now,
            round.nudgedAt ?? .distantPast < half.addingTimeInterval(-ReviewNudge.pause)
        {
            notes.nudge()
            happens(RoundNudged(id: round.id, at: now))
        }
        notes.tellLate()
        for event in notes.events { happens(event) }
        roomMessages += notes.messages
        release(round)
    }

    /// Reviews of those who have not begun go to others, by a job.
    private mutating func release(_ round: Round) {
        guard let moment = round.moment(at: Round.release), moment <= now,
            round.releasedAt ?? .distantPast < moment, !world.isMending(round.id),
            !world.silent(in: round.id).isEmpty,
            let room = round.room ?? world.openRooms(of: round.cohort).first
        else { return }
        let number = world.nextNumber
        happens(
            JobStarted(
                job: Job(
                    id: ShortID(.job, number),
                    task: .mend(round: round.id, seed: round.seed, release: true),
                    person: round.plannedBy, room: room, replyTo: nil, startedAt: now),
                number: number))
    }

    /// One message to each author, of all reviews that came since the last time.
    private mutating func tellAuthors(of round: Round) {
        let told = round.toldAt ?? .distantPast
        let new = world.reviews(in: round.id).filter { ($0.sentAt ?? told) > told }
        guard !new.isEmpty else { return }
        let byWork = Dictionary(grouping: new, by: \.work)
        for id in byWork.keys.sorted() {
            guard let work = world.works[id] else { continue }
            roomMessages.append(
                Outgoing(
                    to: .person(work.author, fallback: nil), reader: work.author,
                    Phrase(
                        "reviews.arrived",
                        [
                            "title": .user(world.title(of: round)),
                            "count": .number(byWork[id]?.count ?? 0),
                            "received": .code("/review received \(work.assignment.rawValue)"),
                        ]), urgency: .reminder))
        }
        happens(ReviewsTold(id: round.id, at: now))
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
