public import FoundationEssentials

extension Allocator {
    /// A `scenario/1` file in, an `allocation/1` file out: one line, its fields in alphabetical order.
    ///
    /// - Parameters:
    ///   - json: the scenario as read from the file.
    ///   - seed: decides instead of the scenario's own.
    /// - Returns: the same bytes for the same scenario and seed.
    /// - Throws: what is wrong with the file, by the field's path.
    public static func allocation(
        forScenario json: Data, seed: UInt64? = nil
    ) throws(ScenarioFault) -> Data {
        let scenario = try Scenario(json: json)
        let allocation = Allocator(seed: seed ?? scenario.seed).allocate(scenario)
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        do {
            return try encoder.encode(allocation)
        } catch {
            throw .notJSON(reason: "\(error)")
        }
    }
}
