import Testing

@testable import ForumImport

@Suite("Markdown pages")
struct MarkdownPagesTests {
    @Test("a heading with text below is a question with its answer, one without is a chapter")
    func headings() throws {
        let text = """
            # FAQ
            ## Quizzes
            ### When is quiz 2? ##
            On **Friday**.

            ```sh
            # not a heading
            ```
            ### Who scores it?
            Peers.
            ## Credentials
            ### When is quiz 2?
            Never.
            """
        let forum = try ImportedForum.read(Array(text.utf8), name: "faq.md")
        #expect(
            forum.threads.map(\.title) == ["When is quiz 2?", "Who scores it?", "When is quiz 2?"])
        #expect(forum.threads.map(\.tags) == [["Quizzes"], ["Quizzes"], ["Credentials"]])
        #expect(
            forum.threads.first?.answer?.text == "On **Friday**.\n\n```sh\n# not a heading\n```")
        #expect(Set(forum.threads.map(\.id)).count == 3)
    }
}
