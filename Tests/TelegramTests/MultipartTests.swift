import Testing

@testable import Telegram

@Suite struct MultipartTests {
    private func form(_ file: String, name: String = "work.txt") -> Multipart {
        Multipart(
            fields: [("chat_id", Array("11".utf8)), ("caption", Array("é".utf8))],
            file: Array(file.utf8), as: "document", name: name, mediaType: "text/plain")
    }

    @Test("fields come first, then the file, each under its name")
    func body() {
        let expected = [
            "--cohortbot-part-0", #"Content-Disposition: form-data; name="chat_id""#, "", "11",
            "--cohortbot-part-0", #"Content-Disposition: form-data; name="caption""#, "", "é",
            "--cohortbot-part-0",
            #"Content-Disposition: form-data; name="document"; filename="work.txt""#,
            "Content-Type: text/plain", "", "My work", "--cohortbot-part-0--", "",
        ].joined(separator: "\r\n")
        #expect(String(decoding: form("My work").bytes, as: UTF8.self) == expected)
        #expect(form("").contentType == "multipart/form-data; boundary=cohortbot-part-0")
    }

    @Test("no file can end its part early")
    func boundary() {
        let file = (0..<3).map { "x\r\n--cohortbot-part-\($0)--\r\n" }.joined()
        #expect(form(file).boundary == "cohortbot-part-3")
    }

    @Test(
        "a name holds nothing that a server could read otherwise",
        arguments: [
            ("review-1.pdf", "review-1.pdf"), ("a\"; x=\"b\r\n.txt", "a___x__b__.txt"),
            ("../../etc/passwd", "_.._etc_passwd"), ("", "file"), ("..", "file"),
            ("é.ics", "__.ics"),
        ])
    func names(name: String, expected: String) {
        let body = String(decoding: form("x", name: name).bytes, as: UTF8.self)
        #expect(body.contains("filename=\"\(expected)\"\r\n"))
    }
}
