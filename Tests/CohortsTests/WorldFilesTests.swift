import Chat
import Foundation
import HashTreeCollections
import Testing

@testable import Cohorts

@Suite("The files that a world names")
struct WorldFilesTests {
    private let now = EventSamples.now
    private let cohort = EventSamples.cohort

    private func file(_ digest: String, size: Int = 10) -> KeptFile {
        KeptFile(digest: digest, name: "work-w1.pdf", mediaType: "application/pdf", size: size)
    }

    private func handedIn(_ work: String, by person: String, _ digest: String) -> WorkFileHandedIn {
        WorkFileHandedIn(
            id: ShortID(rawValue: work), cohort: cohort, assignment: ShortID(rawValue: "d1"),
            author: PersonID(rawValue: person), file: file(digest), content: "", at: now, number: 40
        )
    }

    private func met(_ id: String, _ account: String) -> PersonMet {
        PersonMet(
            id: PersonID(rawValue: id), account: Account(.telegram, account), name: id,
            language: nil, at: now, number: 41)
    }

    private func world(_ events: any Event...) -> World {
        var world = World()
        for event in events { event.apply(to: &world) }
        return world
    }

    @Test("works, owed messages, questions and jobs name them, each as long as it is there")
    func named() {
        var world = world(
            met("p10", "1001"),
            handedIn("w1", by: "p1", "work"),
            MessagesOwed(messages: [
                "1.0": Outgoing(to: .room(EventSamples.room), Phrase("x"), file: file("owed"))
            ]),
            QuestionAsked(
                question: Question(
                    person: EventSamples.person, room: EventSamples.room, command: "x", given: [:],
                    field: "y", askedAt: now, file: .kept(file("asked")))),
            JobStarted(
                job: Job(
                    id: ShortID(rawValue: "j1"),
                    task: .fetch(
                        FileRequest(
                            file: .kept(file("job")), limit: 1, command: "x", given: [:],
                            sender: Sender(EventSamples.account, name: "Lila"), place: .private)),
                    person: EventSamples.person, room: EventSamples.room, replyTo: nil,
                    startedAt: now), number: 42))
        MessageWaits(
            waiting: WaitingMessage(
                key: "2.0", person: EventSamples.person,
                message: Outgoing(
                    to: .person(EventSamples.person, fallback: nil), Phrase("x"),
                    file: file("waits")), since: now)
        ).apply(to: &world)
        #expect(world.namedFiles == ["work", "owed", "asked", "job", "waits"])
        MessageSent(key: "1.0", message: nil).apply(to: &world)
        JobFinished(id: ShortID(rawValue: "j1")).apply(to: &world)
        handedIn("w1", by: "p1", "newer").apply(to: &world)
        #expect(world.namedFiles == ["newer", "asked", "waits"])
        #expect(world.works.values.map(\.version) == [2])
    }

    @Test("a cohort's files are counted, a work that is about to be replaced is not")
    func bytes() {
        let world = world(handedIn("w1", by: "p1", "a"), handedIn("w2", by: "p2", "b"))
        #expect(world.fileBytes(of: cohort, without: nil) == 20)
        #expect(world.fileBytes(of: cohort, without: ShortID(rawValue: "w2")) == 10)
        #expect(world.fileBytes(of: CohortID(rawValue: "other"), without: nil) == 0)
    }

    @Test(
        "who is erased takes along the files that only they handed in, and messages that carry them"
    )
    func erased() {
        var world = world(
            met("p1", "1"), met("p2", "2"), handedIn("w1", by: "p1", "own"),
            handedIn("w2", by: "p2", "same"), handedIn("w3", by: "p1", "same"),
            MessagesOwed(messages: [
                "1.0": Outgoing(to: .room(EventSamples.room), Phrase("x"), file: file("own")),
                "1.1": Outgoing(to: .room(EventSamples.room), Phrase("x"), file: file("same")),
            ]))
        PersonErased(id: PersonID(rawValue: "p1"), at: now).apply(to: &world)
        #expect(world.namedFiles == ["same"])
        #expect(Array(world.owed.keys) == ["1.1"])
    }
}
