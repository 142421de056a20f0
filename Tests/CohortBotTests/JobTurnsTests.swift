import Chat
import Cohorts
import FoundationEssentials
import Testing

@testable import CohortBot

@Suite("The turns of jobs")
struct JobTurnsTests {
    private func fetch(_ id: String, by person: String) -> Job {
        job(
            id, by: person,
            .fetch(
                FileRequest(
                    file: .sent(Attachment(id: "F")), limit: 1, command: "submit", given: [:],
                    sender: Sender(Account(.telegram, person), name: person), place: .private)))
    }

    private func match(_ id: String) -> Job {
        job(id, by: "emma", .match(round: ShortID(rawValue: "n1"), seed: 1, start: true))
    }

    private func job(_ id: String, by person: String, _ task: Job.Task) -> Job {
        Job(
            id: ShortID(rawValue: id), task: task, person: PersonID(rawValue: person),
            room: RoomAddress(.telegram, "1"), replyTo: nil,
            startedAt: Date(timeIntervalSince1970: 0))
    }

    /// Everything that may begin now.
    private func begin(_ turns: inout JobTurns, _ jobs: [Job]) -> [String] {
        var begun: [String] = []
        while let job = turns.next(among: jobs) { begun.append(job.id.rawValue) }
        return begun
    }

    @Test("one round is matched at a time, the oldest first, and files are fetched beside it")
    func kinds() {
        var turns = JobTurns()
        let jobs = [match("j3"), match("j1"), fetch("j2", by: "lila")]
        #expect(begin(&turns, jobs) == ["j1", "j2"])
        turns.ended(jobs[1])
        #expect(begin(&turns, [jobs[0], jobs[2]]) == ["j3"])
    }

    @Test("a person's files come one after the other, and four people's at once")
    func files() {
        var turns = JobTurns()
        let jobs =
            [fetch("jb", by: "lila"), fetch("j9", by: "lila")]
            + (0..<5).map { fetch("jc\($0)", by: "person\($0)") }
        #expect(begin(&turns, jobs) == ["j9", "jc0", "jc1", "jc2"])
        turns.ended(jobs[1])
        #expect(begin(&turns, jobs.filter { $0.id != jobs[1].id }) == ["jb"])
    }

    @Test("what cannot end waits for the disk, and holds up its person's next file")
    func parked() {
        var turns = JobTurns()
        let jobs = [fetch("j1", by: "lila"), fetch("j2", by: "lila"), match("j3")]
        #expect(begin(&turns, jobs) == ["j1", "j3"])
        turns.park(jobs[0])
        turns.ended(jobs[0])
        #expect(begin(&turns, jobs) == [])
        turns.release()
        #expect(begin(&turns, jobs) == ["j1"])
    }
}
