import Testing

@testable import Configuration

@Suite struct NearestWordTests {
    @Test(
        "a slip of the finger finds its word",
        arguments: [
            ("remindr", "reminder"), ("zoen", "zone"), ("NAME", "name"), ("tilte", "title"),
            ("langauges", "languages"),
        ])
    func slip(typed: String, meant: String) {
        let words = ["reminder", "zone", "name", "title", "languages", "lms"]
        #expect(NearestWord.to(typed, among: words) == meant)
    }

    @Test(
        "a word like none of them finds none",
        arguments: ["homepage", "", "xy", String(repeating: "z", count: 9_999)])
    func stranger(typed: String) {
        #expect(NearestWord.to(typed, among: ["zone", "name"]) == nil)
    }

    @Test("a swap of neighbours is one step, as is one letter too many, too few, or wrong")
    func steps() {
        for (a, b, steps) in [
            ("ab", "ba", 1), ("abc", "ab", 1), ("ab", "abc", 1), ("abc", "axc", 1), ("", "abc", 3),
            ("kitten", "sitting", 3),
        ] {
            #expect(NearestWord.distance(Array(a), Array(b)) == steps)
        }
    }
}
