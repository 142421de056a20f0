import Chat
import Cohorts
import Commands
import Dates
import FoundationEssentials
import HashTreeCollections
import Testing

@Suite struct CalendarCommandTests {
    /// What a program reads from the file that comes with the answer.
    private func events(_ decision: Decision?) throws -> [CalendarEvent] {
        let file = try #require(decision?.files.values.first)
        #expect(file.name == "cohort-deadlines.ics" && file.mediaType == "text/calendar")
        let read = try CalendarReader(zones: .system, floating: .utc).read(file.bytes)
        #expect(read.faults.isEmpty)
        return read.events
    }

    @Test("a room gets the cohort's deadlines, with the cohort's lead times as alarms")
    func room() throws {
        let decision = CommandsTestScene().decide("/calendar", by: "lila")
        #expect(decision.outcome == "-> calendar.file")
        let event = try #require(try events(decision).first)
        #expect(event.summary == "Assignment 2")
        #expect(event.due == Date(timeIntervalSince1970: 1_795_782_600))
        #expect(event.leads == CohortSettings.defaultLeads)
    }

    @Test("in private it is their own: their date, their lead times, nothing after they are done")
    func own() throws {
        var scene = CommandsTestScene()
        let before = try #require(
            try events(scene.decide("/calendar", by: "lila", privately: true)).first)
        let later = Date(timeIntervalSince1970: 1_795_900_000)
        scene.now += 60
        scene.does(
            "/deadline extend Assignment 2 | lila | \(later.formatted(.iso8601))", by: "ivan")
        let after = try #require(
            try events(scene.decide("/calendar", by: "lila", privately: true)).first)
        #expect(after.due == later && after.uid == before.uid)
        #expect(after.sequence > before.sequence)
        #expect(try events(scene.decide("/calendar", by: "lila")).first?.due == before.due)
        scene.does("/done d10", by: "lila", privately: true)
        let done = try events(scene.decide("/calendar", by: "lila", privately: true))
        #expect(done.first?.leads == [])
    }

    @Test("what was taken away is written as called off; with nothing ahead there is no file")
    func cancelled() throws {
        var scene = CommandsTestScene()
        scene.happen([DeadlineCancelled(id: CommandsTestScene.deadline, isCancelled: true)])
        #expect(scene.decide("/calendar", by: "lila").outcome == "-> calendar.empty")
        scene.does("/deadline add Quiz 2 | 1 Dec 18:00", by: "ivan")
        let read = try events(scene.decide("/calendar", by: "lila"))
        #expect(read.map(\.isCancelled) == [true, false])
    }

    @Test("every change raises the number of an entry's version, bringing it back as well")
    func versions() throws {
        var scene = CommandsTestScene()
        // A file is made only where something is ahead.
        scene.does("/deadline add Quiz 2 | 1 Dec 18:00", by: "ivan")
        let id = CommandsTestScene.deadline
        let steps: [(String, Double)] = [
            ("/deadline cancel d10", 0), ("/deadline restore d10", 0), ("/deadline cancel d10", 60),
            ("/deadline restore d10", 0), ("/deadline move d10 | 28 Nov 18:00", 60),
            // The machine's clock was set back.
            ("/deadline move d10 | 27 Nov 18:00", -90),
            ("/deadline extend d10 | lila | 30 Nov 18:00", 120), ("/deadline cancel d10", 60),
            ("/deadline restore d10", 60), ("/deadline extend d10 | lila | off", 60),
        ]
        var versions = [try version(of: id, in: scene)]
        for (words, seconds) in steps {
            scene.now += seconds
            let outcome = scene.does(words, by: "ivan")
            #expect(outcome.hasPrefix("deadline."), "\(words): \(outcome)")
            versions.append(try version(of: id, in: scene))
        }
        scene.happen([DeadlineDetailed(id: id, title: "Essay")])
        versions.append(try version(of: id, in: scene))
        #expect(zip(versions, versions.dropFirst()).allSatisfy { $0 < $1 }, "\(versions)")
    }

    private func version(of id: ShortID, in scene: CommandsTestScene) throws -> Int {
        let entries = try events(scene.decide("/calendar", by: "lila", privately: true))
        return try #require(entries.first { $0.uid.hasPrefix("\(id.rawValue)-") }).sequence
    }

    @Test("what repeats is there moment by moment, under UIDs that stay when one is over")
    func series() throws {
        var scene = CommandsTestScene()
        scene.does("/deadline add Live Q&A | every Wednesday 17:00", by: "ivan")
        let uids = try events(scene.decide("/calendar", by: "lila")).map(\.uid)
        #expect(uids.count == 27 && Set(uids).count == 27)
        let live = try #require(scene.world.deadlines.values.first { $0.repeats != nil })
        var next = Deadline(
            id: ShortID(rawValue: "d9z"), cohort: live.cohort, title: live.title, kind: live.kind,
            dueAt: live.dueAt.addingTimeInterval(7 * 86_400), addedBy: nil, addedAt: scene.now)
        next.repeats = live.repeats
        next.repeats?.nominal = next.dueAt
        scene.now = live.dueAt.addingTimeInterval(1)
        scene.happen([DeadlineRepeated(id: live.id, next: next, number: 900)])
        let later = try events(scene.decide("/calendar", by: "lila")).map(\.uid)
        #expect(Set(later).intersection(uids).count == 26)
    }

    @Test("a stranger in private is asked to join first")
    func stranger() {
        let said = CommandsTestScene().says("/calendar", by: "stranger", privately: true)
        #expect(said == "-> refusals.no-cohort-private")
    }
}
