/// What differs between the commands that are registered and those that should be.
package struct CommandDifference: Hashable, Sendable {
    package private(set) var missing: [String] = []
    /// Registered by an earlier program, and no longer known.
    package private(set) var stale: [String] = []
    package private(set) var changed: [String] = []

    package var isEmpty: Bool { missing.isEmpty && stale.isEmpty && changed.isEmpty }

    init(registered: [JSON], wanted: [JSON]) {
        let old = Self.byName(registered)
        let new = Self.byName(wanted)
        for (name, command) in new.sorted(by: { $0.key < $1.key }) {
            guard let known = old[name] else {
                missing.append(name)
                continue
            }
            if known != command { changed.append(name) }
        }
        stale = old.keys.filter { new[$0] == nil }.sorted()
    }

    /// One line for people; empty where nothing differs.
    package var words: String {
        [("missing", missing), ("no longer known", stale), ("changed", changed)]
            .filter { !$0.1.isEmpty }
            .map { "\($0.0): \($0.1.joined(separator: ", "))" }
            .joined(separator: "; ")
    }

    private static func byName(_ commands: [JSON]) -> [String: JSON] {
        Dictionary(
            commands.compactMap { command in
                guard let name = command["name"]?.string else { return nil }
                let isSlash = command["type"]?.int ?? 1 == 1
                return (isSlash ? "/" + name : name, normal(command))
            }
        ) { first, _ in first }
    }

    /// Only what we set, without what Discord fills in by itself.
    private static func normal(_ entry: JSON) -> JSON {
        var members: [String: JSON] = [:]
        for name in [
            "type", "name", "description", "name_localizations", "description_localizations",
            "default_member_permissions", "required", "autocomplete",
        ] {
            switch entry[name] {
            case .bool(false)?, .string("")?, nil: break
            case .object(let inner)? where inner.isEmpty: break
            case let value?: members[name] = value
            }
        }
        members["type"] = members["type"] ?? 1
        // A number on the way there, a text on the way back.
        members["default_member_permissions"] =
            entry["default_member_permissions"]?.bits.map { .string(String($0)) }
        let options = entry["options"]?.array.map(normal) ?? []
        if !options.isEmpty { members["options"] = .array(options) }
        let choices = entry["choices"]?.array ?? []
        if !choices.isEmpty {
            members["choices"] = .array(
                choices.map { ["name": $0["name"] ?? "", "value": $0["value"] ?? ""] })
        }
        return .object(members)
    }
}
