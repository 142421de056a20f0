import ForumSearch
import Commands
import Testing

@Suite struct FAQShowTests {
    private let late = FAQEntry(
        name: "late-penalty", title: "Late work", body: "One point per day.", language: "en",
        tags: ["late"])

    @Test(
        "an entry is found by name, title, tag or a part of its name",
        arguments: [
            ("/faq", "-> forum.faq-list"), ("/faq late-penalty", "-> forum.faq-entry"),
            ("/faq Late work", "-> forum.faq-entry"), ("/faq late", "-> forum.faq-entry"),
            ("/faq late penalty", "-> forum.faq-entry"), ("/faq pizza", "-> forum.faq-unknown"),
        ])
    func entry(words: String, outcome: String) {
        var scene = CommandsTestScene()
        scene.faq = [late]
        #expect(scene.says(words, by: "lila") == outcome)
    }

    @Test("other words are searched for; without entries there is nothing to list")
    func search() {
        var scene = CommandsTestScene()
        #expect(scene.says("/faq", by: "lila") == "-> forum.faq-empty")
        scene.faq = [late]
        scene.forum = ScriptedForum(.answered, finding: ["faq:late-penalty"])
        #expect(scene.says("/faq what if I miss it", by: "lila") == "-> forum.faq-entry")
    }
}
