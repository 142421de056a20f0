import Testing

@testable import ForumSearch

@Suite("Tokenizer")
struct TokenizerTests {
    @Test(
        "texts become words",
        arguments: [
            ("When is Quiz 2 due?", ["when", "is", "quiz", "2", "due"]),
            ("L'été à São Paulo", ["l", "été", "à", "são", "paulo"]),
            ("don't  —  wait…", ["don", "t", "wait"]),
            ("मैं असाइनमेंट कब भेजूँ", ["मैं", "असाइनमेंट", "कब", "भेजूँ"]),
            ("课程作业", ["课程", "程作", "作业"]),
            ("問 題です", ["問", "題で", "です"]),
            ("Quiz課題 2", ["quiz", "課題", "2"]),
            ("作", ["作"]),
            ("שאלה על הקורס", ["שאלה", "על", "הקורס"]),
            ("", []),
            ("🎉 !!! \u{301}", []),
        ])
    func words(text: String, words: [String]) {
        #expect(Tokenizer.tokens(of: text).map(\.text) == words)
    }

    @Test("a token knows where it stands")
    func places() {
        let text = "Où est-ce, 作业 Quiz"
        let bytes = Array(text.utf8)
        let written = Tokenizer.tokens(of: text).map {
            String(decoding: bytes[$0.place], as: UTF8.self)
        }
        #expect(written == ["Où", "est", "ce", "作业", "Quiz"])
    }

    @Test("an endless word is cut")
    func endless() {
        let tokens = Tokenizer.tokens(of: String(repeating: "a", count: 100_000))
        #expect(tokens.map(\.text.count) == [Tokenizer.longestWord])
    }
}
