import Testing

@testable import PeerReview

@Suite("JSON syntax")
struct JSONSyntaxTests {
    @Test(
        "what is JSON has no fault",
        arguments: [
            "{}", "[]", " [1, -2.5e+10, true, false, null, \"a\\\"b\", {\"c\": [[]]}]\n", "0",
            "\"\\u00e9é\"",
        ])
    func whole(text: String) { #expect(JSONSyntax.fault(in: text.utf8) == nil) }

    @Test(
        "the first place that is wrong is named with what could be there",
        arguments: [
            ("", 1, 1, "a value"), ("{", 1, 2, "a name in quotes"), ("{\"k\" 1}", 1, 6, "':'"),
            ("{\"k\": 1\n \"l\": 2}", 2, 2, "',' or '}'"), ("[1 2]", 1, 4, "',' or ']'"),
            ("[1,]", 1, 4, "a value"), ("{\"k\":1}\n\nx", 3, 1, "the end of the file"),
            ("{\"k\": \"ab", 1, 10, "'\"'"), ("[tru]", 1, 5, "true"), ("[-]", 1, 3, "a digit"),
            ("{k: 1}", 1, 2, "a name in quotes"), ("[\"\\", 1, 4, "'\"'"),
        ])
    func faults(text: String, line: Int, column: Int, expected: String) {
        #expect(
            JSONSyntax.fault(in: text.utf8)
                == JSONSyntax.Fault(line: line, column: column, expected: expected))
    }

    @Test("nesting without end is a fault and no crash")
    func depth() {
        let text = String(repeating: "[", count: 100_000)
        #expect(JSONSyntax.fault(in: text.utf8)?.expected == "no further nesting")
    }
}
