package import Chat
package import Cohorts

/// `/profile language`: which language the bot speaks to the caller.
package struct ProfileLanguage: Command {
    static let language = Field<String>.word("language", "A language's code: en, es, pt, fr or hi")

    package static let card = CommandCard(
        "profile language", for: .learner, "Set the language I use with you",
        fields: [language.card], examples: ["/profile language en"],
        meanings: ["language", "idioma", "langue"])

    package init() {}

    private static let names = [
        "english": "en", "español": "es", "espanol": "es", "spanish": "es", "português": "pt",
        "portugues": "pt", "portuguese": "pt", "français": "fr", "francais": "fr", "french": "fr",
        "hindi": "hi", "हिन्दी": "hi", "हिंदी": "hi",
    ]

    package func answer(to call: Call, in world: World) throws(Refusal) -> Decision {
        let words = try call[Self.language].lowercased()
        let code = Self.names[words] ?? words
        guard (2...8).contains(code.count),
            code.allSatisfy({ $0.isASCII && ($0.isLetter || $0 == "-") })
        else { throw .unreadable(Self.language.card, words: words) }
        return call.reply(Phrase("people.language-set", ["language": .code(code)]))
            .after([LanguageChosen(id: call.caller.person, language: code)])
    }
}
