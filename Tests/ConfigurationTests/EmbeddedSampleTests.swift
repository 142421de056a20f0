import Chat
import Testing
import Yams

@testable import Configuration

@Suite struct EmbeddedSampleTests {
    /// The repository's own directory, found from this file.
    private static let directory = [
        String(#filePath.split(separator: "/").dropLast(3).joined(separator: "/")), "bot-config",
    ].map { "/" + $0 }.joined()

    @Test("what is compiled in is bot-config, byte for byte")
    func equalsDisk() throws {
        let disk = ConfigurationFiles.disk
        var found: [String: [UInt8]] = [:]
        for name in try disk.list(Self.directory) {
            guard let inner = try? disk.list("\(Self.directory)/\(name)") else {
                found[name] = try disk.read("\(Self.directory)/\(name)")
                continue
            }
            for file in inner {
                found["\(name)/\(file)"] = try disk.read("\(Self.directory)/\(name)/\(file)")
            }
        }
        #expect(
            Dictionary(uniqueKeysWithValues: ConfigurationFiles.sampleFiles.map { ($0, $1) })
                == found)
    }

    @Test("it loads without a fault or a warning")
    func loads() throws {
        let loaded = ConfigurationLoader(
            directory: ConfigurationFiles.sampleDirectory, environment: [:], files: .sample,
            checks: checks
        ).load()
        #expect(
            loaded.faults.isEmpty && loaded.warnings.isEmpty, "\(loaded.faults) \(loaded.warnings)")
        let cohort = try #require(loaded.configuration?.cohorts.first)
        #expect(cohort.id == "sample")
        #expect(cohort.rooms.map(\.value.description) == ["console:main", "sandbox:main"])
        #expect(
            cohort.members.map(\.account.value.description) == [
                "console:lila", "console:marcos", "console:emma",
            ])
        #expect(cohort.members.map(\.role) == [.learner, .learner, .moderator])
        #expect(cohort.deadlines.count == 3 && cohort.threads.count == 4)
        #expect(cohort.deadlines.allSatisfy { $0.due.value.hasPrefix("in ") })
        #expect(loaded.configuration?.faq.count == 4 && loaded.configuration?.rubrics.count == 1)
    }

    @Test("with every key that is off switched on it loads but for the token that is named twice")
    func everyKeyOn() {
        let all = ConfigurationFiles(
            contents: Dictionary(
                uniqueKeysWithValues: ConfigurationFiles.sampleFiles.map {
                    ("bot-config/\($0)", Array(Self.switchedOn($1).utf8))
                }))
        let loaded = ConfigurationLoader(
            directory: "bot-config", environment: [:], files: all, checks: checks
        ).load()
        #expect(loaded.faults.map(\.words) == ["either \"env\" or \"file\", not both"])
    }

    @Test(
        "each key of the schema stands in the sample, explained by a comment", arguments: KeySet.all
    )
    func annotated(keys: KeySet) throws {
        let files = ConfigurationFiles.sampleFiles.filter {
            $0.key == keys.place || $0.key.hasPrefix(keys.place + "/")
        }
        var explained: Set<String> = []
        for (_, bytes) in files {
            var text = Self.switchedOn(bytes)
            if text.hasPrefix("---\n") {
                text = "\n" + String(text.dropFirst(4)).before("\n---\n")
            }
            let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
            guard let root = try Yams.compose(yaml: text) else { continue }
            for mapping in mappings(root, keys.path[...]) {
                for (key, _) in mapping {
                    guard let name = key.string, let line = key.mark?.line else { continue }
                    if isExplained(line, lines) { explained.insert(name) }
                }
            }
        }
        #expect(Set(keys.keys).subtracting(explained).isEmpty, "\(keys.place) \(keys.path)")
    }

    /// A comment on the line, or above it.
    private func isExplained(_ line: Int, _ lines: [Substring]) -> Bool {
        if lines[line - 1].split(separator: " # ").count > 1 { return true }
        if lines[line - 1].split(separator: "  # ").count > 1 { return true }
        return line > 1 && lines[line - 2].drop { $0 == " " }.hasPrefix("# ")
    }

    private func mappings(_ node: Node, _ path: ArraySlice<String>) -> [Node.Mapping] {
        switch (node, path.first) {
        case (.mapping(let mapping), nil): [mapping]
        case (.mapping(let mapping), "*"): mapping.flatMap { mappings($0.value, path.dropFirst()) }
        case (.mapping(let mapping), let key?):
            mapping.filter { $0.key.string == key }.flatMap { mappings($0.value, path.dropFirst()) }
        case (.sequence(let elements), "*"): elements.flatMap { mappings($0, path.dropFirst()) }
        default: []
        }
    }

    /// The file with its keys that are off, `#key:`, switched on.
    private static func switchedOn(_ bytes: [UInt8]) -> String {
        String(decoding: bytes, as: UTF8.self)
            .split(separator: "\n", omittingEmptySubsequences: false)
            .map { line in
                let space = line.prefix { $0 == " " }
                let rest = line.dropFirst(space.count)
                let isOff = rest.first == "#" && rest.dropFirst().first.map { $0.isLetter } == true
                return isOff ? space + rest.dropFirst() : line
            }
            .joined(separator: "\n")
    }
}

extension String {
    fileprivate func before(_ part: String) -> String {
        firstRange(of: part).map { String(self[..<$0.lowerBound]) } ?? self
    }
}
