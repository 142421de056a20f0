import Chat
import Cohorts
import FoundationEssentials
import HashTreeCollections
import Testing

@testable import Commands

@Suite("/link")
struct LinkTests {
    private var scene = CommandsTestScene()
    private static let phone = Account(.telegram, "77")

    /// Lila on the other app.
    private func decideThere(
        _ words: String, as account: Account = phone, privately: Bool = true
    ) -> Decision? {
        let room = RoomAddress(account.platform, privately ? account.id : "-100")
        let incoming = Incoming(
            cause: Cause("telegram", "9"), sender: Sender(account, name: "Lila T"), room: room,
            place: privately ? .private : .group(title: "g"), content: .text(words), message: "1",
            sentAt: scene.now)
        return Dispatcher(
            incoming, world: scene.world, knowledge: scene.knowledge, now: scene.now, seed: 9
        ).decide()
    }

    private mutating func meetThere() {
        scene.happen([
            PersonMet(
                id: scene.world.nextPerson, account: Self.phone, name: "Lila T", language: "pt",
                at: scene.now, number: scene.world.nextNumber),
            PrivateRoomOpened(
                id: scene.world.nextPerson, room: RoomAddress(.telegram, Self.phone.id)),
        ])
    }

    private mutating func code() -> String {
        scene.does("/link", by: "lila", privately: true)
        return scene.world.people[scene.person("lila")]?.link?.code ?? ""
    }

    @Test("a code is given in private, and brought from another app makes both one person")
    mutating func linked() throws {
        #expect(scene.says("/link", by: "lila") == "person.link-code -> people.link-code")
        let code = code()
        meetThere()
        let lila = scene.person("lila")
        let there = try #require(scene.world.accounts[Self.phone])
        let decision = try #require(decideThere("/link \(code.lowercased())"))
        #expect(Optional(decision).outcome == "person.linked -> people.linked, people.linked-there")
        #expect(decision.messages.map(\.reader) == [lila, lila])
        scene.takesPlace(decision)
        #expect(scene.world.accounts[Self.phone] == lila)
        #expect(scene.world.people[there] == nil)
        let person = try #require(scene.world.people[lila])
        #expect(person.accounts == [CommandsTestScene.account("lila"), Self.phone])
        #expect(person.privateRoom == RoomAddress(.telegram, "77"))
        #expect(person.otherRoom == CommandsTestScene.privateRoom("lila"))
        // A code is good once.
        #expect(decideThere("/link \(code)").outcome == "-> people.link-unknown")
    }

    @Test("brought in a group, the code is answered in private all the same")
    mutating func inGroup() throws {
        let code = code()
        meetThere()
        let decision = try #require(decideThere("/link \(code)", privately: false))
        let lila = scene.person("lila")
        #expect(
            decision.messages.first?.to
                == .person(lila, fallback: RoomAddress(.telegram, "-100")))
    }

    @Test("a code is refused on the same app, to its maker, too late, and when it was never given")
    mutating func refused() {
        let code = code()
        #expect(scene.says("/link \(code)", by: "lila") == "-> people.link-own")
        #expect(scene.says("/link \(code)", by: "marcos") == "-> people.link-same-app")
        #expect(decideThere("/link ABCD-EFGH").outcome == "-> people.link-unknown")
        scene.now.addTimeInterval(Link.lifetime)
        #expect(decideThere("/link \(code)").outcome == "-> people.link-unknown")
    }

    @Test("whoever handed in with both accounts is told why they cannot be one")
    mutating func reviews() throws {
        let code = code()
        meetThere()
        let there = try #require(scene.world.accounts[Self.phone])
        for (number, author) in [(90, scene.person("lila")), (91, there)] {
            scene.happen([
                WorkHandedIn(
                    id: ShortID(.work, number), cohort: CommandsTestScene.cohort,
                    assignment: CommandsTestScene.deadline, author: author, content: "x",
                    at: scene.now, number: number)
            ])
        }
        #expect(decideThere("/link \(code)").outcome == "-> people.link-reviews")
    }
}
