import Dates
import FoundationEssentials
import Testing

@testable import Cohorts

@Suite struct LeadPlanTests {
    /// Due at 05:00 on the second day; leads of a day, six and two hours.
    private let due = Date(timeIntervalSince1970: 1_795_410_000 + 86_400)
    private let hour = 3_600.0

    private func plan(
        quiet: QuietHours = .off, decided: Set<Int> = [], since: Date = .distantPast
    ) -> LeadPlan {
        LeadPlan(
            due: due, leads: [86_400, 21_600, 7_200], decided: decided, since: since, quiet: quiet,
            zone: .utc)
    }

    private func before(_ hours: Double) -> Date { due.addingTimeInterval(-hours * hour) }

    @Test("each lead is told at its moment, and what was missed is told once")
    func steps() {
        #expect(plan().step(at: before(24.1)) == .nothing)
        #expect(plan().step(at: before(24)) == .tell([86_400], nominal: before(24)))
        #expect(plan(decided: [86_400]).step(at: before(7)) == .nothing)
        #expect(plan().step(at: before(1)) == .tell([86_400, 21_600, 7_200], nominal: before(2)))
        #expect(
            plan(decided: [86_400]).step(at: due) == .missed([21_600, 7_200], nominal: before(2)))
        #expect(plan(since: before(5)).step(at: before(3)) == .nothing)
    }

    @Test("quiet hours postpone to their end, and never past the deadline")
    func quiet() {
        // 20:00 to 22:00: the six hours' lead at 23:00 is not in them, a look at 21:00 is.
        let evening = QuietHours(from: 20 * 60, until: 22 * 60)
        #expect(
            plan(quiet: evening).step(at: before(8)) == .postpone([86_400], until: before(7)))
        // 22:00 to 07:00 covers the deadline at 05:00: 21:55 for both leads in it.
        let night = QuietHours(from: 22 * 60, until: 7 * 60)
        let early = before(7).addingTimeInterval(-300)
        #expect(
            plan(quiet: night, decided: [86_400]).step(at: before(20))
                == .postpone([21_600, 7_200], until: early))
        #expect(
            plan(quiet: night, decided: [86_400]).step(at: early)
                == .tell([21_600, 7_200], nominal: early))
        #expect(
            plan(quiet: night, decided: [86_400, 21_600, 7_200]).step(at: before(6)) == .nothing)
        // Only heard of in the night: at once, rather than never.
        #expect(
            plan(quiet: night, decided: [86_400]).step(at: before(6))
                == .tell([21_600], nominal: before(6)))
    }
}
