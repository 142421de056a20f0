import Chat
import Testing

@testable import CohortBot

@Suite("A file's kind")
struct FileKindTests {
    @Test(
        "is what its content says, and of texts and archives what the name says if it is on the list",
        arguments: [
            ("%PDF-1.7 …", "essay.docx", "pdf"), ("plain", "essay.pdf", "txt"),
            ("plain", "", "txt"), ("plain", "notes.MD", "md"), ("plain", "page.html", "txt"),
            ("plain", "run.sh", "txt"), ("plain", "md", "txt"), ("plain", "../../x.csv", "csv"),
            ("PK\u{3}\u{4}…", "essay.docx", "docx"), ("PK\u{3}\u{4}…", "essay.exe", "zip"),
            ("PK\u{3}\u{4}…", "", "zip"), ("GIF89a", "x.png", "gif"),
            ("MZ\u{0}\u{1}", "setup.exe", "bin"), ("\u{7F}ELF\u{0}", "essay.pdf", "bin"),
        ])
    func kind(content: String, name: String, ending: String) {
        let kind = FileKind(of: Array(content.utf8), claimed: Attachment(id: "F", name: name))
        #expect(kind.ending == ending)
        #expect(!kind.mediaType.isEmpty)
    }
}
