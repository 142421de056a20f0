import Dates
import FoundationEssentials

/// `cohortbot when`: asks the date engine alone, about one text or about lines of JSON.
package struct WhenSession {
    private let engine: WhenEngine
    private let terminal = Terminal.standard

    /// Takes the reference as RFC 3339 writes it, else the clock's time; the zone as an IANA name, a distance from UTC
    /// or a place, else the one where most people of the country live, else UTC.
    /// - Throws: `Failure` 64 with the option that is wrong.
    package init(
        _ setup: Setup, reference: String?, zone: String?, language: String?, country: String?
    ) throws {
        var context = DateContext(
            now: SystemClock().now(), zone: .utc, language: language ?? "en", country: country)
        let engine = WhenEngine(zones: setup.zones, standard: context)
        guard country.map({ engine.isCountry($0) }) ?? true else {
            throw Failure.wrongUsage(
                "--country takes two letters, such as IN, not '\(country ?? "")'")
        }
        if let zone {
            guard let found = engine.zone(named: zone) else {
                throw Failure.wrongUsage(engine.complaint(about: zone))
            }
            context.zone = found
        } else if let country, let principal = engine.principalZone(of: country) {
            context.zone = principal
        }
        if let reference {
            do throws(WhenFault) {
                context.now = try engine.instant(reference, in: context.zone)
            } catch {
                throw Failure.wrongUsage("--reference: \(error.words)")
            }
        }
        self.engine = WhenEngine(zones: setup.zones, standard: context)
    }

    /// What one text means, for the person who typed it.
    package func answer(_ text: String) {
        let answer = engine.answer(text, in: engine.standard)
        for line in answer.lines(in: engine.standard) { terminal.print(line) }
    }

    /// The same as a line of JSON.
    package func answerAsJSON(_ text: String) {
        let answer = engine.answer(text, in: engine.standard)
        terminal.print(WhenAnswer(answer, zone: engine.standard.zone).json)
    }

    /// Answers every line of standard input in its place, as soon as it is there, until the input ends.
    package func answerLines() {
        var lines = InputLines()
        let input = ByteChunks()
        while let chunk = try? input.next() {
            show(lines.take(chunk))
        }
        if let last = lines.finish() { show([last]) }
    }

    private func show(_ lines: [InputLines.Line]) {
        guard !lines.isEmpty else { return }
        terminal.show(lines.map { engine.answer($0) + "\n" }.joined())
    }
}

extension Failure {
    static func wrongUsage(_ line: String) -> Failure { Failure(64, [line]) }
}
