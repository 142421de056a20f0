import Chat

@testable import Configuration

/// Zones and dates as small as the tests need them.
let checks = ConfigurationChecks(
    isZone: {
        ["UTC", "Europe/London", "Europe/Lisbon", "Asia/Kolkata", "America/Sao_Paulo"].contains($0)
    },
    nearestZones: { $0.hasPrefix("Europe/Lis") ? ["Europe/Lisbon"] : [] },
    momentFault: { text, _ in
        text.hasPrefix("in ") ? nil : "no date in \"\(text)\"; write 2026-12-01 18:00"
    },
    wordingFault: { _, key, _ in key == "no.such" ? "no sentence \"no.such\"" : nil })

/// A configuration out of files in memory, their paths counted from `bot-config/`.
func load(_ files: [String: String], _ environment: [String: String] = [:]) -> LoadedConfiguration {
    load(bytes: files.mapValues { Array($0.utf8) }, environment)
}

func load(bytes: [String: [UInt8]], _ environment: [String: String] = [:]) -> LoadedConfiguration {
    let contents = Dictionary(
        uniqueKeysWithValues: bytes.map { ($0.hasPrefix("/") ? $0 : "bot-config/\($0)", $1) })
    return ConfigurationLoader(
        directory: "bot-config", environment: environment,
        files: ConfigurationFiles(contents: contents), checks: checks
    ).load()
}

/// The faults of one cohort's file, without the path before them.
func cohortFaults(_ yaml: String) -> [String] {
    load(["cohorts/ml.yaml": yaml]).faults.map {
        $0.description.replacing("bot-config/cohorts/ml.yaml:", with: "")
    }
}
