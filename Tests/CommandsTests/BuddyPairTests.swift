import Chat
import Cohorts
import Commands
import FoundationEssentials
import HashTreeCollections
import Testing

@Suite struct BuddyPairTests {
    /// So many people look, and have not found each other.
    private func looking(_ count: Int) -> CommandsTestScene {
        var scene = CommandsTestScene()
        scene.joinGuests(upTo: max(4, count))
        for number in 0..<count {
            scene.happen([
                BuddySought(
                    cohort: CommandsTestScene.cohort, person: PersonID(rawValue: "p\(number + 1)"),
                    at: scene.now)
            ])
        }
        return scene
    }

    @Test("of three who look all go together, at once, and it can be taken back")
    func trio() {
        var scene = looking(3)
        #expect(
            scene.tells("/buddy pair", by: "ivan") == [
                "ivan: buddies.brought", "lila: buddies.trio", "marcos: buddies.trio",
                "emma: buddies.trio",
            ])
        #expect(scene.looking == [])
        let id = scene.world.buddies(of: CommandsTestScene.cohort).groups[0].id.rawValue
        #expect(scene.tells("/undo \(id)", by: "lila") == ["lila: reminders.nothing-to-undo"])
        #expect(
            scene.tells("/undo \(id)", by: "ivan") == [
                "ivan: buddies.apart-again", "lila: buddies.taken-back",
                "marcos: buddies.taken-back",
                "emma: buddies.taken-back",
            ])
        #expect(Set(scene.looking) == ["lila", "marcos", "emma"])
        scene.tells("/buddy pair", by: "ivan")
        let next = scene.world.buddies(of: CommandsTestScene.cohort).groups[0].id.rawValue
        scene.now += 601
        #expect(scene.tells("/undo \(next)", by: "ivan") == ["ivan: buddies.have-begun"])
    }

    @Test("where more than five would read it, the figures come first")
    func many() {
        var scene = looking(7)
        #expect(scene.tells("/buddy pair", by: "emma") == ["emma: buddies.confirm-pair"])
        #expect(scene.together == [])
        #expect(scene.tells("yes", by: "emma").count == 8)
        #expect(scene.together.map(\.count).sorted() == [2, 2, 3])
        #expect(Set(scene.together.joined()).count == 7)
    }

    @Test("an odd one makes a pair a trio; the pair stays when that is taken back")
    func third() {
        var scene = CommandsTestScene()
        for name in ["lila", "marcos", "emma"] { scene.tells("/buddy", by: name) }
        #expect(scene.together == [["lila", "marcos"]] && scene.looking == ["emma"])
        #expect(
            scene.tells("/buddy pair", by: "ivan") == [
                "ivan: buddies.brought", "lila: buddies.trio", "marcos: buddies.trio",
                "emma: buddies.trio",
            ])
        let pairing = scene.world.buddies(of: CommandsTestScene.cohort).groups[0].pairing
        #expect(
            scene.tells("/undo \(pairing?.rawValue ?? "")", by: "ivan") == [
                "ivan: buddies.apart-again", "emma: buddies.taken-back", "lila: buddies.left-trio",
                "marcos: buddies.left-trio",
            ])
        #expect(scene.together == [["lila", "marcos"]] && scene.looking == ["emma"])
    }

    @Test("who has passed on somebody does not get them again; alone, they stay on the list")
    func alone() {
        var scene = CommandsTestScene()
        for name in ["lila", "marcos"] { scene.tells("/buddy", by: name) }
        scene.tells("/buddy pass", by: "lila")
        scene.tells("/buddy", by: "lila")
        #expect(
            scene.tells("/buddy pair", by: "ivan")
                == ["ivan: buddies.brought-nobody", "marcos: buddies.alone", "lila: buddies.alone"])
        #expect(Set(scene.looking) == ["lila", "marcos"])
    }

    @Test(
        "who was together before and parted in peace goes together again only where nobody else is")
    func again() {
        var scene = CommandsTestScene()
        for name in ["lila", "marcos"] { scene.tells("/buddy", by: name) }
        scene.tells("/leave", by: "lila")
        scene.tells("/join sample", by: "lila")
        #expect(scene.tells("/buddy", by: "lila") == ["lila: buddies.looking"])
        var alone = scene
        alone.tells("/buddy pair", by: "ivan")
        #expect(alone.together == [["lila", "marcos"]])
        for name in ["emma", "ivan"] {
            scene.happen([
                BuddySought(
                    cohort: CommandsTestScene.cohort, person: scene.person(name), at: scene.now)
            ])
        }
        scene.tells("/buddy pair", by: "ivan")
        #expect(!scene.together.contains(["lila", "marcos"]) && scene.together.count == 2)
    }

    @Test("the same number gives the same pairs")
    func seed() {
        let scene = looking(5)
        var (one, other) = (scene, scene)
        other.seed = 99
        one.tells("/buddy pair 4711", by: "ivan")
        other.tells("/buddy pair 4711", by: "ivan")
        #expect(one.together == other.together && one.together.count == 2)
    }

    @Test("it is not for learners, and where nobody looks it says so")
    func nobody() {
        var scene = CommandsTestScene()
        #expect(scene.tells("/buddy pair", by: "ivan") == ["ivan: buddies.nobody"])
        #expect(scene.tells("/buddy pair", by: "lila") == ["lila: refusals.not-allowed-private"])
    }
}
