import PeerReview

/// A round as a worldwide course has it: clocks, second languages, levels and two earlier rounds.
struct OpenCourse {
    private var state: UInt64

    private static let homes: [(zone: String, offset: Int, language: String?, share: Int)] = [
        ("Asia/Kolkata", 330, "hi", 66), ("America/New_York", -300, nil, 52),
        ("Europe/Berlin", 60, "de", 37), ("America/Sao_Paulo", -180, "pt", 25),
        ("America/Los_Angeles", -480, nil, 23), ("Europe/London", 0, nil, 23),
        ("America/Mexico_City", -360, "es", 19), ("Africa/Cairo", 120, "ar", 15),
        ("Asia/Karachi", 300, nil, 15), ("Asia/Shanghai", 480, "zh", 15),
        ("Australia/Sydney", 660, nil, 6), ("Asia/Kathmandu", 345, nil, 4),
    ]

    init(seed: UInt64) { state = seed }

    mutating func round(learners n: Int, k: Int) -> Scenario {
        let levels = [0, 0, 0, 1, 1, 1, 2, 2, 3, 4]
        var learners: [Learner] = []
        var works: [Submission] = []
        for index in 0..<n {
            let home = pick()
            var languages = ["en"]
            if let own = home.language, roll(100) < 78 { languages.append(own) }
            let written = languages.count > 1 && roll(100) < 4 ? languages[1] : "en"
            learners.append(
                Learner(
                    id: "u\(index)", zone: home.zone, utcOffsetMinutes: home.offset,
                    languages: languages, level: levels[roll(levels.count)],
                    reliability: Double(40 + roll(61)) / 100))
            works.append(Submission(id: "s\(index)", authors: ["u\(index)"], language: written))
        }
        var scenario = Scenario(
            name: "n = \(n)", seed: 1, k: k, round: 3, learners: learners, submissions: works)
        for round in 1...2 {
            for index in 0..<n {
                for _ in 0..<k {
                    let author = roll(n)
                    guard author != index else { continue }
                    scenario.history.append(
                        PastReview(round: round, reviewer: "u\(index)", author: "u\(author)"))
                }
            }
        }
        scenario.conflicts = (0..<n / 50).map { _ in Conflict("u\(roll(n))", "u\(roll(n))") }
        return scenario
    }

    private mutating func pick() -> (zone: String, offset: Int, language: String?, share: Int) {
        var left = roll(Self.homes.reduce(0) { $0 + $1.share })
        for home in Self.homes {
            left -= home.share
            if left < 0 { return home }
        }
        return Self.homes[0]
    }

    private mutating func roll(_ count: Int) -> Int {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        return Int(state >> 33) % count
    }
}
