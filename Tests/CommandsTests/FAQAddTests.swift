import Chat
import Cohorts
import Commands
import ForumSearch
import HashTreeCollections
import Testing

@Suite struct FAQAddTests {
    private func scene() -> CommandsTestScene {
        var scene = CommandsTestScene()
        scene.does("/ask How is lateness counted?", by: "lila")
        scene.does("/ask Where is the rubric?", by: "lila")
        scene.does("/forum answer q11 Per day.", by: "marcos")
        return scene
    }

    @Test("an answered question becomes an entry beside those of the files")
    func add() throws {
        var scene = scene()
        let marked = try #require(scene.decide("/forum answer q12 In week 1.", by: "marcos"))
        #expect(marked.messages[0].buttons.joined().map(\.data) == ["/faq add q12"])
        #expect(scene.does("/faq add q11", by: "emma") == "thread.entry -> forum.entry-made")
        #expect(
            scene.world.threads[ShortID(rawValue: "q11")]?.entry == "how-is-lateness-counted")
        #expect(scene.says("/faq", by: "lila") == "-> forum.faq-list")
        #expect(scene.says("/faq how-is-lateness-counted", by: "lila") == "-> forum.faq-entry")
        #expect(scene.says("/faq lateness", by: "lila") == "-> forum.faq-entry")
    }

    @Test("needs an answer, a free name and a moderator")
    func edges() {
        var scene = scene()
        #expect(scene.says("/faq add q12", by: "emma") == "-> forum.no-answer")
        #expect(scene.says("/faq add q99", by: "emma") == "-> forum.no-thread")
        #expect(scene.says("/faq add q11", by: "lila").hasPrefix("-> refusals.not-allowed"))
        scene.faq = [FAQEntry(name: "late", title: "Late", body: "x", language: "en", tags: [])]
        #expect(scene.says("/faq add q11 Late", by: "emma") == "-> forum.entry-taken")
        #expect(
            scene.does("/faq add q11 Late work", by: "emma") == "thread.entry -> forum.entry-made")
        #expect(scene.world.threads[ShortID(rawValue: "q11")]?.entry == "late-work")
    }
}
