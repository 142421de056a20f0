import Testing

@testable import Texts

@Suite("Plural rule")
struct PluralRuleTests {
    @Test(
        "a number takes the form its language gives it",
        arguments: [
            ("en", [0: "other", 1: "one", 2: "other", 21: "other", -1: "one", 1_000_000: "other"]),
            ("en-GB", [1: "one", 11: "other"]),
            ("es", [0: "other", 1: "one", 2: "other", 1_000_000: "many", 1_000_001: "other"]),
            ("fr", [0: "one", 1: "one", 2: "other", 2_000_000: "many"]),
            ("pt", [0: "one", 1: "one", 2: "other", 3_000_000: "many"]),
            ("pt-BR", [0: "one"]),
            ("pt-PT", [0: "other", 1: "one"]),
            ("hi", [0: "one", 1: "one", 2: "other", 1_000_000: "other"]),
        ])
    func forms(language: String, expected: [Int: String]) {
        let rule = PluralRule(language: language)
        for (number, category) in expected {
            #expect(rule.category(of: number).rawValue == category, "\(number)")
        }
    }

    @Test("no number is too large")
    func extremes() {
        #expect(PluralRule(language: "es").category(of: .min) == .other)
    }
}
