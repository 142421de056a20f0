import Chat
import Dates
import FoundationEssentials

@testable import Texts

extension Sentences {
    /// English with these sentences beside the built-in ones, and any further languages.
    static func written(
        _ english: String, _ others: [String: String] = [:],
        overrides: [String: [String: Wording]] = [:],
        onMissing: @escaping @Sendable (MissingText) -> Void = { _ in }
    ) -> Sentences {
        let builtIn = LanguageFiles.english.files.filter {
            ["values", "times", "delivery"].contains($0.name)
        }
        let files = builtIn + [("written", Array(english.utf8))]
        return Sentences(
            [LanguageFiles(tag: "en", folder: "English", files: files)]
                + others.sorted { $0.key < $1.key }.map {
                    LanguageFiles(tag: $0, folder: $0, files: [("written", Array($1.utf8))])
                },
            overrides: overrides, onMissing: onMissing)
    }

    /// Monday 23 November 2026, 10:00 UTC.
    static let now = Date(timeIntervalSince1970: 1_795_428_000)

    func runs(
        _ key: String, _ values: [String: Phrase.Value] = [:], language: String = "en",
        zone: Zone = .utc
    ) -> [Run] {
        render(Phrase(key, values), for: Reader(language: language, zone: zone), now: Self.now).runs
    }

    func plain(
        _ key: String, _ values: [String: Phrase.Value] = [:], language: String = "en",
        zone: Zone = .utc
    ) -> String {
        Text(runs(key, values, language: language, zone: zone)).plain
    }
}
