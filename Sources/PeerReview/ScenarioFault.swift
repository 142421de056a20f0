/// What is wrong with a scenario file, by the field's path: `learners[3].level`.
public enum ScenarioFault: Error, Hashable, Sendable {
    case notJSON(reason: String)
    case missing(path: String)
    /// The value is not of the kind that belongs there; `expected` completes "expected …".
    case wrong(path: String, expected: String)
    /// A second learner or work of the same id: nobody could tell who is meant.
    case duplicate(path: String, id: String)
}

extension ScenarioFault: CustomStringConvertible {
    /// One line of English for the terminal.
    public var description: String {
        switch self {
        case .notJSON(let reason): "not JSON: \(reason)"
        case .missing(let path): "\(path): missing"
        case .wrong(let path, let expected): "\(path): expected \(expected)"
        case .duplicate(let path, let id): "\(path): '\(id)' is there twice"
        }
    }
}
