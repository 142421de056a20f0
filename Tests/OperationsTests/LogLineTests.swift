import Foundation
import Testing

@testable import Operations

@Suite struct LogLineTests {
    private func line(_ event: String, _ facts: [String: String]) -> LogLine {
        LogLine(
            at: Date(timeIntervalSince1970: 1_795_470_388.185), level: "info", event: event,
            facts: facts)
    }

    @Test("text has time, level, event and the facts by name")
    func text() {
        #expect(
            line("reminder sent", ["update": "telegram:991", "cohort": "ml 1", "empty": ""])
                .written(as: .text)
                == "2026-11-23T21:46:28.185Z info     reminder sent cohort=\"ml 1\" empty=\"\""
                + " update=telegram:991\n")
    }

    @Test("JSON has the same as strings, the facts by name")
    func json() {
        #expect(
            line("reminder sent", ["update": "telegram:991", "cohort": "ml"]).written(as: .json)
                == #"{"ts":"2026-11-23T21:46:28.185Z","level":"info","event":"reminder sent","#
                + #""cohort":"ml","update":"telegram:991"}"# + "\n")
    }

    @Test(
        "whatever a fact holds, it stays one line that a parser reads back",
        arguments: [
            "two\nlines", "\u{1B}[2J", "\"quoted\" \\ back", "nul\0", "tab\t", "\u{2028}",
            "naïve 🙂",
            "\u{85}",
        ])
    func oneLine(value: String) throws {
        let text = line("x", ["fact": value]).written(as: .text)
        let json = line("x", ["fact": value]).written(as: .json)
        for written in [text, json] {
            #expect(written.unicodeScalars.count { $0.properties.generalCategory == .control } == 1)
            #expect(written.hasSuffix("\n"))
        }
        let read = try JSONDecoder().decode([String: String].self, from: Data(json.utf8))
        #expect(read["fact"] == value)
    }

    @Test("a fact cannot pass for the line's own time, level or event")
    func ownFields() throws {
        let json = line("x", ["level": "critical", "ts": "never"]).written(as: .json)
        let read = try JSONDecoder().decode([String: String].self, from: Data(json.utf8))
        #expect(read["level"] == "info")
        #expect(read["fact_level"] == "critical")
        #expect(read["fact_ts"] == "never")
    }
}
