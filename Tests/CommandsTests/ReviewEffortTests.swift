import Testing

@testable import Commands

@Suite("What a comment names")
struct ReviewEffortTests {
    @Test(
        "one strength and one suggestion are found in five languages, however short",
        arguments: [
            "Good plots. Name the axes.", "Well argued. Shorten part two.", "Clear, but long.",
            "Good work! Add a source.", "I like it. Why 2020?",
            "Está muy claro, pero faltan fuentes.", "Buen trabajo; yo añadiría un ejemplo.",
            "Bom trabalho, mas falta uma conclusão.", "Gostei. Poderia ser mais curto.",
            "C'est clair, mais il manque une source.", "Bon travail, j'ajouterais un exemple.",
            "बहुत अच्छा काम, लेकिन एक उदाहरण जोड़ें।", "स्पष्ट है। और उदाहरण चाहिए।",
        ])
    func enough(comment: String) { #expect(ReviewEffort(comment).isEnough) }

    @Test(
        "what is missing is known, so that only that is asked for",
        arguments: [
            ("good job", true, false), ("ok", false, false),
            ("Good job. Thank you all.", true, false),
            ("Well done! Great!", true, false), ("", false, false),
            ("👍👍", false, false),
            ("Add sources.", false, true), ("muy bien", true, false), ("très bien", true, false),
            ("अच्छा", true, false),
        ])
    func missing(comment: String, strength: Bool, suggestion: Bool) {
        let effort = ReviewEffort(comment)
        #expect(effort.hasStrength == strength)
        #expect(effort.hasSuggestion == suggestion)
    }

    @Test("a long comment in any language is trusted")
    func long() {
        let words = Array(repeating: "слово", count: ReviewEffort.trusted)
        #expect(ReviewEffort(words.joined(separator: " ")).isEnough)
        #expect(!ReviewEffort(words.dropLast().joined(separator: " ")).isEnough)
    }
}
