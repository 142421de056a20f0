import Testing

@testable import Texts

@Suite struct MenuTextsTests {
    private let texts = MenuTexts()

    @Test("every language says what its menu shows", arguments: MenuTexts.languages)
    func complete(language: String) {
        #expect(texts.name("deadline", in: language) != nil)
        #expect(texts.summary(of: "deadline add", in: language) != nil)
        #expect(texts.prompt("Your question", in: language) != nil)
        // Words that other readers of YAML take for yes and no.
        for word in ["n", "by", "of"] { #expect(texts.name(word, in: language) != nil) }
    }

    @Test("what nobody wrote is nil, and so is any other language")
    func missing() {
        #expect(texts.name("xyz", in: "es") == nil && texts.summary(of: "xyz", in: "hi") == nil)
        #expect(texts.name("deadline", in: "en") == nil && texts.prompt("", in: "de") == nil)
    }
}
