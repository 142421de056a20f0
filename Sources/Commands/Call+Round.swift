import Chat
import Cohorts
import HashTreeCollections

extension Call {
    /// The assignment that a field names and its running round.
    /// - Throws: that there is none, or that it is over.
    func runningRound(
        of field: Field<String>, in world: World
    ) throws(Refusal) -> (deadline: Deadline, round: Round) {
        let (deadline, round) = try round(of: field, in: world)
        guard round.isRunning else {
            let title = Phrase.Value.user(deadline.title)
            throw .because(
                round.closedAt == nil
                    ? Phrase(
                        "reviews.not-started",
                        ["title": title, "start": .code("/review start \(deadline.title)")])
                    : Phrase("reviews.round-over", ["title": title]))
        }
        return (deadline, round)
    }

    func round(
        of field: Field<String>, in world: World
    ) throws(Refusal) -> (deadline: Deadline, round: Round) {
        let cohort = try cohort(in: world)
        let deadline = try deadline(try self[field], of: cohort, in: world)
        guard let round = world.round(for: deadline.id) else {
            throw .because(
                Phrase(
                    "reviews.plan-first",
                    [
                        "title": .user(deadline.title),
                        "plan": .code("/review plan \(deadline.title)"),
                    ]))
        }
        return (deadline, round)
    }

    /// Accepts the mending of a running round as a job; `isRelease` hands on the reviews of the silent.
    func mending(
        _ round: ShortID, isRelease: Bool = false, in room: RoomAddress? = nil, number: Int
    ) -> JobStarted {
        let job = Job(
            id: ShortID(.job, number),
            task: .mend(round: round, seed: seed % 10_000, release: isRelease),
            person: caller.person, room: room ?? caller.room, replyTo: nil, startedAt: now)
        return JobStarted(job: job, number: number)
    }

    /// The review of the caller's own work that they see under a number.
    func received(
        _ number: Field<Int?>, of field: Field<String>, in world: World
    ) throws(Refusal) -> (deadline: Deadline, review: Review, number: Int) {
        let cohort = try cohort(in: world)
        let deadline = try deadline(try self[field], of: cohort, in: world)
        let received =
            world.work(of: caller.person, for: deadline.id)
            .map { world.received($0.id) } ?? []
        guard !received.isEmpty else {
            throw .because(Phrase("reviews.none-received", ["title": .user(deadline.title)]))
        }
        guard let n = try self[number] ?? (received.count == 1 ? 1 : nil) else {
            throw .missing(number.card)
        }
        guard received.indices.contains(n - 1) else {
            throw .because(
                Phrase(
                    "reviews.no-such-comment", ["n": .number(n), "count": .number(received.count)]))
        }
        return (deadline, received[n - 1], n)
    }
}
