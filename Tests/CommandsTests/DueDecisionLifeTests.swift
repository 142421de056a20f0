import Testing

@Suite("Any life of reminders")
struct DueDecisionLifeTests {
    @Test("loses nothing, doubles nothing, and says nothing after its deadline", arguments: 0..<120)
    func life(seed: UInt64) {
        var life = RemindersLife(seed: seed)
        for _ in 0..<60 { life.step() }
        life.end()
        #expect(life.faults == [], "seed \(seed): \(life.log.joined(separator: "; "))")
    }
}
