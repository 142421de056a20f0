import Testing

@testable import Discord

@Suite struct IdentifyBudgetTests {
    @Test("what Discord says is used up is not asked for")
    func exhausted() {
        var budget = IdentifyBudget()
        budget.note(remaining: 0, resetAfter: 100, at: 10)
        #expect(budget.opens(from: 10) == 110)
        budget.note(remaining: 3, resetAfter: 100, at: 10)
        #expect(budget.opens(from: 10) == 10)
    }

    @Test("in a day no more than the half of what Discord allows, whatever happens")
    func day() {
        var budget = IdentifyBudget()
        var (now, count) = (0.0, 0)
        while now < 86_400 {
            now = budget.opens(from: now)
            guard now < 86_400 else { break }
            budget.take(at: now)
            count += 1
        }
        #expect(count == IdentifyBudget.mostADay)
    }

    @Test("moments of a wrong clock do not lock the bot out")
    func future() {
        let budget = IdentifyBudget([1_000_000])
        #expect(budget.opens(from: 10) == 10)
    }
}
