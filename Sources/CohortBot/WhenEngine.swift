import Dates
import FoundationEssentials

/// The date engine as `cohortbot when` offers it: a text and what its meaning depends on, to a moment, a question or
/// nothing.
struct WhenEngine: Sendable {
    let reader: DateReader
    /// What applies where a line does not say otherwise.
    let standard: DateContext

    init(zones: ZoneDatabase, standard: DateContext) {
        reader = DateReader(zones: zones)
        var standard = standard
        (standard.acceptsRepeats, standard.acceptsRanges) = (true, true)
        self.standard = standard
    }

    func answer(_ text: String, in context: DateContext) -> DateAnswer {
        reader.readSentence(text, in: context)
    }

    /// What a line of JSON asks, answered as a line of JSON; one that asks nothing is answered with what is wrong.
    func answer(_ line: InputLines.Line) -> String {
        do throws(WhenFault) {
            guard let bytes = line.bytes else {
                throw WhenFault("longer than \(InputLines.longestQuestion) bytes")
            }
            let question = try WhenQuestion(json: bytes)
            let context = try context(of: question)
            return WhenAnswer(answer(question.text, in: context), zone: context.zone).json
        } catch {
            return WhenAnswer(error: "line \(line.number): \(error.words)").json
        }
    }

    private func context(of question: WhenQuestion) throws(WhenFault) -> DateContext {
        var context = standard
        if let language = question.language { context.language = language }
        if let country = question.country {
            guard isCountry(country) else { throw WhenFault("no country is called '\(country)'") }
            context.country = country
        }
        if let name = question.zone, name.lowercased() != "floating" {
            guard let zone = zone(named: name) else {
                throw WhenFault("no zone is called '\(name)'")
            }
            context.zone = zone
        } else if let country = question.country, let zone = principalZone(of: country) {
            context.zone = zone
        }
        if let time = question.referenceTime {
            context.now = try instant(time, in: context.zone)
        }
        switch question.prefer {
        case nil, "future": context.acceptsPast = false
        case "none", "past", "current_period": context.acceptsPast = true
        case let other?: throw WhenFault("prefer is future, past or none, not '\(other)'")
        }
        return context
    }

    /// The zone of an IANA name, a distance from UTC, or a place that has only one.
    func zone(named name: String) -> Zone? {
        if let zone = reader.zones.zone(named: name) { return zone }
        switch reader.zones.lookup(name) {
        case .one(let zone): return zone
        case .several, .none: return nil
        }
    }

    /// The zone in which most people of a country live, where nobody says which one.
    func principalZone(of country: String) -> Zone? {
        reader.zones.zones(ofCountry: country).first
    }

    /// Whether it is a country by the two letters of ISO 3166.
    func isCountry(_ code: String) -> Bool { reader.zones.isCountry(code) }

    /// What to say of a zone that nobody knows or that is several.
    func complaint(about name: String) -> String {
        switch reader.zones.lookup(name) {
        case .several(let zones):
            "--zone \(name) may be " + zones.map(\.name).joined(separator: ", ")
        case .none(let nearest) where !nearest.isEmpty:
            "no zone is called '\(name)'; the nearest are " + nearest.joined(separator: ", ")
        case .one, .none: "no zone is called '\(name)'"
        }
    }

    /// RFC 3339, or the same without a distance from UTC, on the clocks of a zone; a day alone begins at midnight.
    func instant(_ text: String, in zone: Zone) throws(WhenFault) -> Date {
        let signs = Set("-:.+TtZz ")
        var context = DateContext(now: .distantPast, zone: zone, language: "en", acceptsPast: true)
        context.now = Date(timeIntervalSince1970: 0)
        guard text.utf8.count <= 40, text.prefix(4).allSatisfy(\.isNumber), text.utf8.count >= 8,
            text.allSatisfy({ $0.isASCII && $0.isNumber || signs.contains($0) }),
            case .moment(let moment) = reader.read(text, in: context), moment.end == nil
        else { throw WhenFault("'\(text.prefix(60))' is no time as RFC 3339 writes it") }
        return moment.grain == .day
            ? moment.zone.instants(of: moment.local.startOfDay).date : moment.date
    }
}

/// Why a line was not answered as a question.
struct WhenFault: Error, Equatable {
    let words: String

    init(_ words: String) { self.words = words }
}
