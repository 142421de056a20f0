import Testing

@testable import Journal

@Suite struct FormatTests {
    @Test("it is one line of JSON")
    func written() {
        let format = Format(number: 1, madeBy: "cohortbot 0.1")
        let text = #"{"format":1,"made_by":"cohortbot 0.1"}"# + "\n"
        #expect(String(decoding: format.bytes, as: UTF8.self) == text)
        #expect(Format(format.bytes) == format)
    }

    @Test("a later one may say more, and its number is read")
    func later() {
        let text = #"{"format":4,"made_by":"cohortbot 0.9","epoch":3}"# + "\n"
        #expect(Format(Array(text.utf8)) == Format(number: 4, madeBy: "cohortbot 0.9"))
    }

    @Test(
        "anything else is not one",
        arguments: ["", "{}", #"{"format":1}"#, #"{"format":1,"made_by":"a""#])
    func malformed(text: String) {
        #expect(Format(Array(text.utf8)) == nil)
    }
}
