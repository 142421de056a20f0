import FoundationEssentials
import PeerReview

/// `cohortbot review allocate`: a round in a file becomes who reviews whom.
package struct AllocationRequest {
    private let scenario: String
    private let out: String?
    private let seed: UInt64?
    private let say: (String) -> Void

    /// - Parameters:
    ///   - scenario: the `scenario/1` file.
    ///   - out: the `allocation/1` file; nil for `say`.
    ///   - seed: decides instead of the scenario's own.
    ///   - say: takes a line for standard output.
    package init(
        scenario: String, out: String?, seed: UInt64?,
        say: @escaping (String) -> Void = Terminal.standard.print
    ) {
        self.scenario = scenario
        self.out = out
        self.seed = seed
        self.say = say
    }

    /// - Throws: `Failure` 1 where the result breaks a rule, 64 where there is no such file, 65 for one that is no
    ///   scenario, 73 where the result cannot be written.
    package func run() throws {
        let json: Data
        do throws(NamedFileError) {
            json = Data(try NamedFile(scenario).bytes())
        } catch {
            throw Failure(64, ["--scenario: \(error.words)"])
        }
        let line = String(decoding: try allocation(of: json).json(), as: UTF8.self)
        guard let out else { return say(line) }
        do throws(NamedFileError) {
            try NamedFile(out).replace(with: Array((line + "\n").utf8))
        } catch {
            throw Failure(73, ["--out: \(error.words)"])
        }
    }

    /// What breaks a rule is not written, however it came about.
    private func allocation(of json: Data) throws -> Allocation {
        let round: Scenario
        do throws(ScenarioFault) {
            round = try Scenario(json: json)
        } catch {
            throw Failure(65, ["\(scenario): \(error)", error.nextStep])
        }
        let allocation = Allocator(seed: seed ?? round.seed).allocate(round)
        let broken = allocation.violations(in: round)
        guard broken.isEmpty else {
            throw Failure.unhealthy(
                "\(scenario): nothing was written, because the result breaks \(broken.count) rules, "
                    + "first \(broken[0]); please report this with the file")
        }
        return allocation
    }
}

extension ScenarioFault {
    /// What to do about it, as a sentence for the terminal.
    fileprivate var nextStep: String {
        switch self {
        case .notJSON: "Write one JSON object, as \(Scenario.format) describes it."
        case .missing(let path): "Add \(path)."
        case .wrong(let path, let expected): "Write \(expected) at \(path)."
        case .duplicate: "Give every learner and every submission an id of its own."
        }
    }
}
