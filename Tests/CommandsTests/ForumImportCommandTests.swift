import Chat
import Cohorts
import Commands
import FoundationEssentials
import HashTreeCollections
import Testing

@Suite struct ForumImportCommandTests {
    private static let attachment = Attachment(id: "F", name: "forum.csv", size: 9)
    private static let first =
        "id,title,body,answer\n1,Where is the umbrella?,I lost it.,In the office.\n2,Who sells it?,,\n"

    /// Sends a file, says yes where that is asked for, and lets it come true.
    private func takes(
        _ file: String, as words: String = "/forum import", _ scene: inout CommandsTestScene
    ) -> [String] {
        scene.takesPlace(scene.decide(words, by: "emma", with: Self.attachment))
        let plan = scene.fetches(Array(file.utf8), named: "file.csv")
        guard plan.hasSuffix("forum.import-plan") else { return [plan] }
        scene.takesPlace(scene.decide(.press("=0"), by: "emma"))
        return [plan, scene.fetches(Array(file.utf8), named: "file.csv")]
    }

    @Test("it shows what a file holds, takes it in after a yes, and keeps who said it")
    func takenIn() throws {
        var scene = CommandsTestScene()
        #expect(
            takes(Self.first, &scene)
                == ["question.asked -> forum.import-plan", "threads.imported -> forum.imported"])
        #expect(
            scene.world.threads.values.map(\.headline).sorted()
                == ["Where is the umbrella?", "Who sells it?"])
        let imports = try #require(scene.world.cohorts[CommandsTestScene.cohort]?.imports)
        #expect(imports.map(\.key) == ["csv"])
        #expect(imports["csv"]?.by == scene.person("emma"))
        #expect(imports["csv"]?.at == scene.now)
    }

    @Test("the same file again doubles nothing, under another name it is another forum")
    func again() {
        var scene = CommandsTestScene()
        _ = takes(Self.first, &scene)
        #expect(takes(Self.first, &scene) == ["-> forum.import-nothing"])
        let newer = Self.first.replacing("In the office.", with: "At gate seven.")
        #expect(takes(newer, &scene).last == "threads.imported -> forum.imported")
        #expect(scene.world.threads.count == 2)
        #expect(
            takes(Self.first, as: "/forum import Physics", &scene).last
                == "threads.imported -> forum.imported")
        #expect(scene.world.threads.count == 4)
        let imports = scene.world.cohorts[CommandsTestScene.cohort]?.imports ?? [:]
        #expect(imports.keys.sorted() == ["csv", "physics"])
    }

    @Test("what is no forum, or no file, or not a moderator's to take in, is refused")
    func refused() {
        var scene = CommandsTestScene()
        #expect(takes("{", &scene) == ["-> forum.import-unreadable"])
        #expect(
            scene.does("/forum import https://example.org/forum", by: "emma")
                == "-> forum.import-no-file")
        #expect(scene.does("/forum import x", by: "lila") == "-> refusals.not-allowed")
        #expect(scene.world.threads.isEmpty)
    }

    @Test("whoever attested is forgotten when erased, and named anew when joined with another")
    func forgotten() {
        var scene = CommandsTestScene()
        _ = takes(Self.first, &scene)
        let emma = scene.person("emma")
        scene.happen([PersonErased(id: emma, at: scene.now)])
        let imports = scene.world.cohorts[CommandsTestScene.cohort]?.imports
        #expect(imports?.count == 1 && imports?["csv"]?.by == nil)
    }
}
