import Chat
import Foundation
import Synchronization
import Testing

@testable import Texts

@Suite("Sentences")
struct SentencesTests {
    @Test("what is compiled in has no fault")
    func builtInIsSound() {
        #expect(Sentences().faults.map(\.description) == [])
        #expect(Sentences().languages.contains("en"))
    }

    @Test("every language has every sentence with the same placeholders")
    func languagesAgree() {
        let sentences = Sentences()
        for language in sentences.languages {
            #expect(sentences.keys(in: language) == sentences.keys(in: "en"), "\(language)")
            for key in sentences.keys(in: language).sorted() where !key.hasPrefix("times.moment") {
                #expect(
                    sentences.placeholders(of: key, in: language)
                        == sentences.placeholders(of: key),
                    "\(language): \(key)")
            }
        }
    }

    @Test("every language names seven days, twelve months and two halves of a day")
    func calendarsAreWhole() {
        let sentences = Sentences()
        for tag in sentences.languages {
            let language = sentences.language(for: tag)
            #expect(language.weekdays.count == 7, "\(tag)")
            #expect(language.months.count == 12, "\(tag)")
            #expect(language.halves.count == 2, "\(tag)")
        }
    }

    @Test("a language is found by its tag, its parent, or is English")
    func languageFallsBack() {
        let sentences = Sentences.written("hello: Hello", ["pt": "hello: Olá"])
        for (tag, said) in [
            ("pt", "Olá"), ("pt-BR", "Olá"), ("PT_br", "Olá"), ("en-GB", "Hello"), ("xx", "Hello"),
            ("", "Hello"),
        ] {
            #expect(sentences.plain("hello", language: tag) == said, "\(tag)")
        }
    }

    @Test("a sentence that a language lacks comes in English, and is reported")
    func missingInLanguage() {
        let missing = Box()
        let sentences = Sentences.written(
            "days:\n  n: { one: '{n} day', other: '{n} days' }", ["pt": "hello: Olá"],
            onMissing: missing.add)
        #expect(sentences.plain("days", ["n": 0], language: "pt") == "0 days")
        #expect(missing.all == [.sentence(key: "days", language: "pt")])
    }

    @Test("a sentence that nobody wrote is its key in brackets, and is reported")
    func missingEverywhere() {
        let missing = Box()
        let sentences = Sentences.written("", onMissing: missing.add)
        #expect(sentences.plain("no.such") == "[no.such]")
        #expect(missing.all == [.sentence(key: "no.such", language: "en")])
    }

    @Test("a value that the phrase lacks leaves its placeholder, and is reported")
    func missingValue() {
        let missing = Box()
        let sentences = Sentences.written("saved: 'Saved: {text}.'", onMissing: missing.add)
        #expect(sentences.plain("saved") == "Saved: {text}.")
        #expect(missing.all == [.value(placeholder: "text", key: "saved")])
    }

    @Test("a moderator's override takes the place of the built-in sentence")
    func overrideApplies() {
        let sentences = Sentences.written(
            "saved: 'Saved: {text}.'", overrides: ["en": ["saved": "Noted: *{text}*!"]])
        #expect(sentences.faults.isEmpty)
        #expect(sentences.fault(of: "{text}", insteadOf: "saved", in: "en") == nil)
        #expect(sentences.plain("saved", ["text": .user("rest")]) == "Noted: rest!")
    }

    @Test(
        "a wrong override is a fault and changes nothing",
        arguments: [
            ("saved", "Saved!", "texts: saved: {text} is missing"),
            ("saved", "{text} {when}", "texts: saved: there is no {when} here"),
            ("saved", "*{text}", "texts: saved: a closing * is missing"),
            ("svaed", "x", "texts: svaed: there is no such sentence"),
        ])
    func overrideIsChecked(key: String, text: String, fault: String) {
        let sentences = Sentences.written(
            "saved: 'Saved: {text}.'", overrides: ["en": [key: Wording(text: text)]])
        #expect(sentences.faults.map(\.description) == [fault])
        #expect(sentences.plain("saved", ["text": .user("rest")]) == "Saved: rest.")
        let reason = sentences.fault(of: Wording(text: text), insteadOf: key, in: "en")
        #expect(reason.map { "texts: \(key): \($0)" } == fault)
    }

    @Test("an override may be in a language that has no sentences of its own")
    func overrideOfNewLanguage() {
        let sentences = Sentences.written(
            "saved: 'Saved: {text}.'", overrides: ["de": ["saved": "Gemerkt: {text}."]])
        #expect(
            sentences.plain("saved", ["text": .user("rest")], language: "de") == "Gemerkt: rest.")
    }
}

/// What `onMissing` heard.
final class Box: Sendable {
    private let heard = Mutex<[MissingText]>([])
    var all: [MissingText] { heard.withLock { $0 } }
    @Sendable func add(_ missing: MissingText) { heard.withLock { $0.append(missing) } }
}
