import Chat
import Testing

@testable import Discord

@Suite struct OpenInteractionTests {
    static func interaction(_ kind: Interaction.Kind = .command("ping", fields: [:])) -> Interaction
    {
        Interaction(
            id: "9", token: "t", application: "1", kind: kind,
            sender: Sender(Account(.discord, "77"), name: "Lila"), room: RoomAddress(.discord, "5"),
            place: .group(title: "general"))
    }

    @Test("a prompt answer is the first response, what follows are further messages")
    func prompt() {
        var open = OpenInteraction(Self.interaction(), began: 100)
        #expect(open.acknowledge == 101.5)
        #expect(open.way(isPrivate: false, at: 100.1) == .first)
        open.answered()
        #expect(open.way(isPrivate: true, at: 500) == .further)
        #expect(open.way(isPrivate: true, at: 971) == .elsewhere)
    }

    @Test("after three seconds without a word Discord wants none")
    func late() {
        let open = OpenInteraction(Self.interaction(), began: 100)
        #expect(open.way(isPrivate: false, at: 102.7) == .first)
        #expect(open.way(isPrivate: false, at: 102.9) == .elsewhere)
    }

    @Test("what was acknowledged is filled, but nothing private is put where all look")
    func deferred() {
        var open = OpenInteraction(Self.interaction(), began: 100)
        open.acknowledged(isPrivate: true)
        #expect(open.isEmpty && open.way(isPrivate: true, at: 110) == .fill)
        #expect(open.way(isPrivate: false, at: 110) == .fill)
        open.acknowledged(isPrivate: false)
        #expect(open.way(isPrivate: true, at: 110) == .elsewhere)
        #expect(open.way(isPrivate: false, at: 110) == .fill)
    }

    @Test("an acknowledged press has nothing to fill")
    func press() {
        var open = OpenInteraction(Self.interaction(.press("/again")), began: 100)
        open.acknowledged(isPrivate: true)
        #expect(!open.isEmpty && open.way(isPrivate: false, at: 110) == .further)
        open.refused()
        #expect(open.way(isPrivate: false, at: 110) == .elsewhere && open.isOver(at: 110))
    }

    @Test("parts that are out are not sent again")
    func parts() {
        var open = OpenInteraction(Self.interaction(), began: 0)
        open.sent(1, of: 3, key: "k")
        #expect(open.firstPart(of: "k") == 1 && open.firstPart(of: "other") == 0)
        open.sent(3, of: 3, key: "k")
        #expect(open.firstPart(of: "k") == 0)
    }
}
