import Foundation
import Logging
import Synchronization
import Testing

@testable import Operations

@Suite struct OperatorLogTests {
    private final class Lines: Sendable {
        private let lines = Mutex<[String]>([])
        func append(_ line: String) { lines.withLock { $0.append(line) } }
        var all: [String] { lines.withLock { $0 } }
    }

    private let lines = Lines()
    private let secrets = Secrets()

    private func logger(_ format: LogLine.Format) -> Logger {
        Logger(label: "telegram") { [lines, secrets] label in
            OperatorLog(
                label: label, format: format, secrets: secrets,
                now: { Date(timeIntervalSince1970: 0) }, write: lines.append)
        }
    }

    @Test("a call's facts stand beside the logger's own, and the part that logs is the source")
    func facts() {
        var logger = logger(.json)
        logger[metadataKey: "cohort"] = "ml"
        logger.notice("update done", metadata: ["ms": "3", "cohort": "dl"])
        #expect(
            lines.all == [
                #"{"ts":"1970-01-01T00:00:00.000Z","level":"notice","event":"update done","#
                    + #""cohort":"dl","ms":"3","source":"telegram"}"# + "\n"
            ])
    }

    @Test("what is below the level is not written")
    func level() {
        logger(.text).debug("detail")
        #expect(lines.all.isEmpty)
    }

    @Test(
        "no secret reaches a line, whether in the event, a name or a fact",
        arguments: [
            LogLine.Format.text, .json,
        ])
    func redaction(format: LogLine.Format) {
        secrets.register("99:hush-hush")
        logger(format).error(
            "failed 99:hush-hush",
            metadata: [
                "99:hush-hush": "x", "url": "/bot99:hush-hush/getMe", "list": ["99:hush-hush"],
            ])
        #expect(lines.all.count == 1)
        #expect(!lines.all.joined().contains("hush"))
        #expect(lines.all.joined().contains("/bot[secret]/getMe"))
    }
}
