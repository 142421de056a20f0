import Yams

/// What menus show of commands to people who have their application in another language, as far as it is written.
///
/// Apart from the sentences, because a menu speaks the application's language and not the one that somebody chose with
/// the bot, and because what is missing here may stand in English.
package struct MenuTexts: Sendable {
    /// BCP 47.
    package static let languages = ["es", "fr", "hi", "pt"]

    private var texts: [String: [Part: [String: String]]] = [:]

    private enum Part: String, CaseIterable {
        case names, summaries, prompts
    }

    /// Reads what is compiled in; a part that cannot be read is missing.
    package init() {
        for (language, bytes) in Self.files {
            let root = try? Yams.compose(yaml: String(decoding: bytes, as: UTF8.self), .basic)
            for part in Part.allCases {
                for (key, value) in root?[part.rawValue]?.mapping ?? [:] {
                    guard let key = key.scalar?.string, let text = value.scalar?.string else {
                        continue
                    }
                    texts[language, default: [:]][part, default: [:]][key] = text
                }
            }
        }
    }

    private static var files: [(String, [UInt8])] {
        [
            ("es", PackageResources.menu_es_yaml), ("fr", PackageResources.menu_fr_yaml),
            ("hi", PackageResources.menu_hi_yaml), ("pt", PackageResources.menu_pt_yaml),
        ]
    }

    /// How a command's word, a field or an entry is called.
    package func name(_ english: String, in language: String) -> String? {
        texts[language]?[.names]?[english]
    }

    /// What a command does.
    package func summary(of command: String, in language: String) -> String? {
        texts[language]?[.summaries]?[command]
    }

    /// What a field asks for.
    package func prompt(_ english: String, in language: String) -> String? {
        texts[language]?[.prompts]?[english]
    }
}
