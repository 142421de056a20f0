import Chat
import Foundation
import Testing

@testable import Operations

@Suite struct HealthReportTests {
    private let start = Date(timeIntervalSince1970: 1_000_000)
    private func later(_ seconds: TimeInterval) -> Date { start.addingTimeInterval(seconds) }

    @Test(
        "the bot lives while its clockwork ticked within thirty seconds",
        arguments: [
            (0.0, true), (29.9, true), (30, false), (3600, false),
        ])
    func liveness(age: TimeInterval, isLive: Bool) {
        var report = HealthReport(startedAt: start.addingTimeInterval(-500))
        report.tick(at: start)
        #expect(report.isLive(at: later(age)) == isLive)
    }

    @Test(
        "a platform is at fault when it is silent for longer than its limit",
        arguments: [
            (59.0, nil), (61, "telegram: no answer yet, for 61 s"),
        ])
    func silence(age: TimeInterval, fault: String?) {
        var report = HealthReport(startedAt: start)
        report.watch(.telegram, longestSilence: 60, at: start)
        report.watch(.console, longestSilence: nil, at: start)
        report.tick(at: later(age))
        #expect(report.faults(at: later(age)).first == fault)
    }

    @Test("a fault is shown until the platform answers again, and harms no other")
    func recovery() {
        var report = HealthReport(startedAt: start)
        report.watch(.telegram, longestSilence: 60, at: start)
        report.watch(.discord, longestSilence: 60, at: start)
        report.failure(of: .telegram, reason: "401 Unauthorized")
        #expect(report.faults(at: later(1)) == ["telegram: 401 Unauthorized"])
        report.success(of: .telegram, at: later(2))
        #expect(report.faults(at: later(3)).isEmpty)
        report.tick(at: later(90))
        report.success(of: .discord, at: later(90))
        #expect(report.faults(at: later(90)) == ["telegram: last answer 88 s ago"])
    }

    @Test("every fault has its line, the clockwork and the store first")
    func order() {
        var report = HealthReport(startedAt: start)
        report.watch(.telegram, longestSilence: nil, at: start)
        report.failure(of: .telegram, reason: "unreachable")
        report.store(fault: "no space left on device")
        #expect(
            report.faults(at: later(45)) == [
                "clockwork: last tick 45 s ago", "store: no space left on device",
                "telegram: unreachable",
            ])
        report.store(fault: nil)
        #expect(report.faults(at: later(1)) == ["telegram: unreachable"])
    }
}
