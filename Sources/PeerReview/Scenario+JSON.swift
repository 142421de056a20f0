public import FoundationEssentials

extension Scenario {
    /// Reads `scenario/1`, so strictly that a slip of the pen is named and does not become another round.
    public init(json: Data) throws(ScenarioFault) {
        do {
            self = try JSONDecoder().decode(Scenario.self, from: json)
        } catch let error as DecodingError {
            // The decoder does not say where the text ends to be JSON.
            if let fault = JSONSyntax.fault(in: json) {
                throw .notJSON(
                    reason: "line \(fault.line), column \(fault.column): expected \(fault.expected)"
                )
            }
            throw ScenarioFault(error)
        } catch {
            throw .notJSON(reason: "\(error)")
        }
        try check()
    }

    /// Ids that are there twice, and numbers that mean nothing.
    ///
    /// Ids that nobody has are no fault: who has left the cohort is still an author, and part of the history.
    private func check() throws(ScenarioFault) {
        // Beyond that no round goes, and the sums of the matching stay numbers.
        try require((0...10_000).contains(k), "k")
        var seen: Set<String> = []
        for (index, learner) in learners.enumerated() {
            let path = "learners[\(index)]"
            guard seen.insert(learner.id).inserted else {
                throw .duplicate(path: path + ".id", id: learner.id)
            }
            try require((0...4).contains(learner.level), path + ".level")
            try require((0...1).contains(learner.reliability), path + ".reliability")
            try require(learner.maxLoad ?? 0 >= 0, path + ".max_load")
            try require(
                (-1440...1440).contains(learner.utcOffsetMinutes), path + ".utc_offset_minutes")
        }
        seen = []
        for (index, work) in submissions.enumerated() where !seen.insert(work.id).inserted {
            throw .duplicate(path: "submissions[\(index)].id", id: work.id)
        }
    }

    private func require(_ holds: Bool, _ path: String) throws(ScenarioFault) {
        if !holds { throw .wrong(path: path, expected: ScenarioFault.expected(at: path)) }
    }
}

extension ScenarioFault {
    init(_ error: DecodingError) {
        switch error {
        case .keyNotFound(let key, let context):
            self = .missing(path: Self.path(context.codingPath + [key]))
        case .typeMismatch(_, let context), .valueNotFound(_, let context),
            .dataCorrupted(let context):
            let path = Self.path(context.codingPath)
            guard !path.isEmpty else {
                // Only the whole file has no path: it is no JSON, or no object.
                self = .notJSON(reason: context.debugDescription)
                return
            }
            self = .wrong(path: path, expected: Self.expected(at: path))
        @unknown default:
            self = .notJSON(reason: "\(error)")
        }
    }

    private static func path(_ keys: [any CodingKey]) -> String {
        keys.reduce("") { path, key in
            if let index = key.intValue { return path + "[\(index)]" }
            return path.isEmpty ? key.stringValue : path + "." + key.stringValue
        }
    }

    /// What belongs at a path, by its last name.
    static func expected(at path: String) -> String {
        let name = path.split(separator: ".").last.map { $0.prefix { $0 != "[" } } ?? ""
        let isPolicy = path.hasPrefix("policy.")
        return switch name {
        case "format": Scenario.format
        case "k": "a whole number from 0 to 10000"
        case "seed", "round": "a whole number, 0 or more"
        case "level": "a whole number from 0 to 4"
        case "reliability": "a number from 0 to 1"
        case "utc_offset_minutes": "whole minutes from UTC, -1440 to 1440"
        case "max_load": "a whole number, 0 or more, or null"
        case "active", "late": "true or false"
        case "languages": "a list of language tags"
        case "authors": "a list of learner ids"
        case "language": isPolicy ? "required or preferred" : "a language tag or null"
        case "same_group": "excluded or allowed"
        case "state": "done or open"
        case "conflicts": "a pair of learner ids"
        case "learners", "submissions", "history", "kept":
            path.hasSuffix("]") ? "an object" : "a list"
        case "policy": "an object"
        default: "text"
        }
    }
}
