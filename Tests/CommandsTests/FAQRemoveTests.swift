import Chat
import Cohorts
import Commands
import ForumSearch
import HashTreeCollections
import Testing

@Suite struct FAQRemoveTests {
    @Test("an entry made in chat goes, one of a file does not, and the thread stays")
    func remove() {
        var scene = CommandsTestScene()
        scene.faq = [FAQEntry(name: "late", title: "Late", body: "x", language: "en", tags: [])]
        scene.does("/ask Where is the rubric?", by: "lila")
        scene.does("/forum answer q11 In week 1.", by: "marcos")
        scene.does("/faq add q11 rubric", by: "emma")
        #expect(scene.says("/faq remove late", by: "emma") == "-> forum.entry-of-file")
        #expect(scene.says("/faq remove pizza", by: "emma") == "-> forum.no-entry")
        #expect(
            scene.does("/faq remove rubric", by: "emma") == "thread.entry -> forum.entry-removed")
        #expect(scene.world.threads[ShortID(rawValue: "q11")]?.entry == nil)
        #expect(scene.world.threads[ShortID(rawValue: "q11")]?.answer != nil)
    }
}
