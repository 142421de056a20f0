import Testing

@testable import ForumSearch

@Suite("Thesaurus")
struct ThesaurusTests {
    static let insiders = Thesaurus(.insiders)

    @Test(
        "newcomers' words and insiders' words stand for each other",
        arguments: [
            (["homework"], [0: ["assign"]]),
            (["assign"], [0: ["homework"]]),
            (["my", "certif"], [1: ["credenti"]]),
            (["video", "lectur"], [1: ["mooc"]]),
            (["mooc", "video"], [0: ["lectur", "onlin", "class"]]),
            (["discuss", "forum"], [0: ["peer"]]),
            (["lectur"], [:]),
            ([], [:]),
        ])
    func pairs(words: [String], synonyms: [Int: [String]]) {
        let found = Self.insiders.synonyms(for: words.map { [$0] })
        #expect(found.mapValues { $0.sorted() } == synonyms.mapValues { $0.sorted() })
    }

    @Test("an empty expression or one that means itself is no rule")
    func useless() {
        let useless: [Synonyms.Pair] = [.init("", "quiz"), .init("assignments", "Assignment")]
        let thesaurus = Thesaurus(Synonyms(useless))
        #expect(thesaurus.synonyms(for: [["assign"]]).isEmpty)
    }
}
