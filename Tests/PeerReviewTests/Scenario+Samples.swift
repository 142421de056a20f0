import PeerReview

extension Scenario {
    /// A round in which everyone hands in one work and nothing speaks against anybody.
    static func plain(learners n: Int, k: Int) -> Scenario {
        Scenario(
            k: k,
            learners: (0..<n).map { Learner(id: "u\($0)", languages: ["en"], level: $0 % 5) },
            submissions: (0..<n).map {
                Submission(id: "s\($0)", authors: ["u\($0)"], language: "en")
            })
    }

    /// A round of any shape that follows from its seed.
    static func random(seed: UInt64) -> Scenario {
        var dice = Dice(seed: seed)
        let n = dice.roll(2...40)
        let offsets = [-480, -300, -180, 0, 60, 120, 330, 345, 480]
        let isMultilingual = dice.roll(0...2) == 0
        let hasGroups = dice.roll(0...3) == 0
        let learners = (0..<n).map { index in
            var languages = ["en"]
            if isMultilingual, dice.roll(0...3) == 0 { languages = ["hi"] }
            if isMultilingual, dice.roll(0...3) == 0 { languages = ["en", "hi"] }
            return Learner(
                id: "u\(index)", utcOffsetMinutes: offsets[dice.roll(0...8)], languages: languages,
                level: dice.roll(0...4), group: hasGroups ? "g\(dice.roll(0...6))" : nil,
                active: dice.roll(0...11) > 0, maxLoad: dice.roll(0...14) == 0 ? 1 : nil)
        }
        let submissions = learners.indices.compactMap { index -> Submission? in
            guard dice.roll(0...9) > 0 else { return nil }
            var authors = ["u\(index)"]
            let second = dice.roll(0...(n * 4))
            if second < n, second != index { authors.append("u\(second)") }
            return Submission(
                id: "s\(index)", authors: authors, language: learners[index].languages.first)
        }
        func pair() -> (String, String) { ("u\(dice.roll(0...n - 1))", "u\(dice.roll(0...n - 1))") }
        var scenario = Scenario(
            k: dice.roll(1...4), round: 2,
            policy: Policy(language: dice.roll(0...3) == 0 ? .preferred : .required),
            learners: learners, submissions: submissions)
        scenario.conflicts = (0..<dice.roll(0...4)).map { _ in
            let (a, b) = pair()
            return Conflict(a, b)
        }
        scenario.history = (0..<dice.roll(0...3 * n)).map { _ in
            let (a, b) = pair()
            return PastReview(round: 1, reviewer: a, author: b)
        }
        return scenario
    }
}

extension Scenario {
    /// A round small enough to try all its allocations.
    static func small(seed: UInt64) -> Scenario {
        var dice = Dice(seed: seed)
        let n = dice.roll(2...6)
        var scenario = Scenario.plain(learners: n, k: n > 4 ? dice.roll(1...2) : dice.roll(1...3))
        for index in 0..<n {
            scenario.learners[index].utcOffsetMinutes = [-480, -180, 0, 330][dice.roll(0...3)]
            scenario.learners[index].level = dice.roll(0...4)
            if dice.roll(0...5) == 0 { scenario.learners[index].languages = ["hi"] }
            if dice.roll(0...9) == 0 { scenario.learners[index].maxLoad = 1 }
        }
        if dice.roll(0...1) == 0 { scenario.policy.language = .preferred }
        scenario.history = (0..<dice.roll(0...2 * n)).map { _ in
            PastReview(
                round: 1, reviewer: "u\(dice.roll(0...n - 1))", author: "u\(dice.roll(0...n - 1))")
        }
        if dice.roll(0...2) == 0 { scenario.conflicts = [Conflict("u0", "u1")] }
        return scenario
    }
}

/// Chance for tests: the same numbers for the same seed.
struct Dice {
    private var state: UInt64

    init(seed: UInt64) { state = seed &* 0x9E37_79B9_7F4A_7C15 | 1 }

    mutating func roll(_ range: ClosedRange<Int>) -> Int {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        return range.lowerBound + Int(state >> 33) % range.count
    }
}
