import Testing

@testable import Cohorts

@Suite("Identifiers")
struct IdentifiersTests {
    @Test(
        "are read as people type them",
        arguments: ["r7f", "R7F", "#r7f", "`r7f`", "\"r7f\"", " r7f ", "(r7f)"])
    func typedForms(_ text: String) {
        #expect(ShortID(typed: text) == ShortID(rawValue: "r7f"))
    }

    @Test(
        "stay short, whatever is typed",
        arguments: ["", "👩‍🎓", String(repeating: "a", count: 100_000)])
    func typedIsBounded(_ text: String) {
        #expect(ShortID(typed: text).rawValue.utf8.count <= 16)
    }

    @Test(
        "count in base 32 after the letter of their kind",
        arguments: [(0, "d0"), (31, "dz"), (32, "d10"), (1_023, "dzz"), (1_024, "d100")])
    func numbers(_ number: Int, _ written: String) {
        #expect(ShortID(.deadline, number).rawValue == written)
        #expect(ShortID(typed: written) == ShortID(.deadline, number))
    }

    @Test("are in the order of their numbers")
    func order() {
        let ids = (0..<3_000).map { ShortID(.reminder, $0) }
        #expect(ids.sorted() == ids)
        #expect(Set(ids).count == ids.count)
    }

    @Test(
        "of a cohort are made from its name",
        arguments: [
            ("Machine Learning 2026", "machine-learning-2026"), ("  ML -- week 1! ", "ml-week-1"),
            ("Łódź", "d"), ("机器学习", "cohort"), ("", "cohort"), ("---", "cohort"),
        ])
    func cohortNames(_ name: String, _ id: String) {
        #expect(CohortID(named: name).rawValue == id)
    }

    @Test("of a cohort are 1 to 40 of a-z, 0-9 and hyphen, whatever its name", arguments: 0..<20)
    func anyNameMakesAnID(_ seed: UInt64) {
        var chance = Chance(state: seed)
        for _ in 0..<100 {
            let name = chance.name()
            let id = CohortID(named: name).rawValue
            #expect((1...40).contains(id.utf8.count), "\(name.debugDescription)")
            #expect(
                id.unicodeScalars.allSatisfy {
                    ("a"..."z").contains($0) || ("0"..."9").contains($0) || $0 == "-"
                }, "\(name.debugDescription)")
        }
    }

    /// Names of up to 119 scalars from all over Unicode, the same for the same seed.
    private struct Chance {
        var state: UInt64

        mutating func next(below limit: UInt32) -> UInt32 {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return UInt32(truncatingIfNeeded: state >> 33) % limit
        }

        mutating func name() -> String {
            var name = ""
            for _ in 0..<next(below: 120) {
                let limits: [UInt32] = [0x80, 0x250, 0x3000, 0x11_0000]
                let limit = limits[Int(next(below: 4))]
                if let scalar = Unicode.Scalar(next(below: limit)) {
                    name.unicodeScalars.append(scalar)
                }
            }
            return name
        }
    }
}
