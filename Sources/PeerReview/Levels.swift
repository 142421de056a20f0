/// The goals as numbers that add up: each level outweighs all that the lower ones can sum up to.
struct Levels {
    let foreign: Int
    let mutual: Int
    let repeated: Int
    let moved: Int
    let uneven: Int

    /// - Parameters:
    ///   - roster: the round.
    ///   - demand: the reviews to give.
    ///   - heaviest: the greatest load that somebody may have.
    ///   - unit: what all levels are multiples of.
    init(_ roster: Roster, _ demand: Demand, heaviest: Int, unit: Int = 1) {
        let total = demand.total + 1
        let soft = (total * (720 + demand.missingExperience) / unit + 1) * unit
        // A level that nothing is on takes no room, and where all of them are too much for one number, a higher
        // one outweighs many hundreds instead of all.
        var ratio = total
        while true {
            let isForeign = roster.scenario.policy.language == .preferred
            let foreign = soft
            let (mutual, a) = foreign.multipliedReportingOverflow(by: isForeign ? ratio : 1)
            let (repeated, b) = mutual.multipliedReportingOverflow(by: ratio)
            let (moved, c) = repeated.multipliedReportingOverflow(
                by: roster.scenario.history.isEmpty ? 1 : ratio)
            let (uneven, d) = moved.multipliedReportingOverflow(by: roster.hasOpen ? ratio : 1)
            let (_, e) = uneven.multipliedReportingOverflow(by: 16 * (heaviest + 1))
            if !(a || b || c || d || e) || ratio < 4 {
                self.foreign = foreign
                self.mutual = mutual
                self.repeated = repeated
                self.moved = moved
                self.uneven = uneven
                return
            }
            ratio /= 2
        }
    }

    func weight(_ cost: Roster.Cost) -> Int {
        cost.soft + (cost.foreign ? foreign : 0) + (cost.repeated ? repeated : 0)
            + (cost.moved ? moved : 0)
    }
}
