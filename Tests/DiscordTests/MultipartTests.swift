import Testing

@testable import Discord

@Suite struct MultipartTests {
    @Test("a message and its file are two parts, under a neutral name and a boundary of their own")
    func parts() {
        let form = Multipart(
            payload: ["content": "cohortbot-part-0"], file: Array("cohortbot-part-1".utf8),
            name: "../my work.pdf", mediaType: "application/pdf")
        let text = String(decoding: form.bytes, as: UTF8.self)
        #expect(form.contentType == "multipart/form-data; boundary=cohortbot-part-2")
        #expect(
            text.contains(
                "name=\"files[0]\"; filename=\"_my_work.pdf\"\r\nContent-Type: application/pdf"))
        #expect(text.contains(#"{"content":"cohortbot-part-0"}"#))
        #expect(text.hasSuffix("\r\n--cohortbot-part-2--\r\n"))
    }
}
