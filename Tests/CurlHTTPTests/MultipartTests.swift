import Testing

@testable import CurlHTTP

@Suite struct MultipartTests {
    private func form(_ file: String, name: String = "work.txt") -> Multipart {
        Multipart([
            .init("chat_id", Array("11".utf8)), .init("caption", Array("é".utf8)),
            .init("document", fileName: name, mediaType: "text/plain", Array(file.utf8)),
        ])
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

    @Test("a message and its file are two parts, under a neutral name and a boundary of their own")
    func parts() {
        let form = Multipart([
            .init(
                "payload_json", mediaType: "application/json",
                Array(#"{"content":"cohortbot-part-0"}"#.utf8)),
            .init(
                "files[0]", fileName: "../my work.pdf", mediaType: "application/pdf",
                Array("cohortbot-part-1".utf8)),
        ])
        let text = String(decoding: form.bytes, as: UTF8.self)
        #expect(form.contentType == "multipart/form-data; boundary=cohortbot-part-2")
        #expect(
            text.contains(
                "name=\"files[0]\"; filename=\"_my_work.pdf\"\r\nContent-Type: application/pdf"))
        #expect(text.contains(#"{"content":"cohortbot-part-0"}"#))
        #expect(text.hasSuffix("\r\n--cohortbot-part-2--\r\n"))
    }
}
