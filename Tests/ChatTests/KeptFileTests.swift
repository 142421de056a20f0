import Chat
import Testing

@Suite("A kept file")
struct KeptFileTests {
    @Test(
        "takes another name and keeps its ending",
        arguments: [
            ("file.pdf", "work-w7.pdf"), ("file.tar.gz", "work-w7.gz"), ("file", "work-w7"),
            ("", "work-w7"),
        ])
    func named(name: String, expected: String) {
        let file = KeptFile(digest: "ab", name: name, mediaType: "text/plain", size: 3)
        #expect(
            file.named("work-w7")
                == KeptFile(digest: "ab", name: expected, mediaType: "text/plain", size: 3))
    }
}
