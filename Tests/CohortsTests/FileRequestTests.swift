import Chat
import Testing

@testable import Cohorts

@Suite("A request for a file")
struct FileRequestTests {
    @Test(
        "tells the message that asked as it was",
        arguments: [Place.private, .group(title: "Study group")])
    func incoming(place: Place) {
        let sender = Sender(
            EventSamples.account, name: "Lila", language: "pt", authority: .administrator)
        let request = FileRequest(
            file: .sent(EventSamples.attachment), limit: 9, command: "submit", given: [:],
            sender: sender, place: place)
        let job = Job(
            id: ShortID(rawValue: "j1"), task: .fetch(request), person: EventSamples.person,
            room: EventSamples.room, replyTo: "6", startedAt: EventSamples.now)
        #expect(
            request.incoming(for: job)
                == Incoming(
                    cause: Cause("job", "j1"), sender: sender, room: EventSamples.room,
                    place: place, content: .text(""), message: "6", sentAt: EventSamples.now))
    }
}
