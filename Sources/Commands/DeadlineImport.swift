package import Chat
package import Cohorts
import Dates
import FoundationEssentials
import HashTreeCollections

/// `/deadline import`: takes over the deadlines of a learning platform's calendar file, after showing what would change.
package struct DeadlineImport: Command {
    static let calendar = Field<Given>.file(
        "calendar", "The calendar file (.ics) of your learning platform",
        upTo: { _ in CalendarReader.mostBytes })

    package static let card = CommandCard(
        "deadline import", for: .instructor, "Take over deadlines from a calendar file",
        fields: [calendar.card], examples: ["/deadline import"], meanings: ["ics", "ical"])

    package init() {}

    package func answer(to call: Call, in world: World) throws(Refusal) -> Decision {
        let cohort = try call.cohort(in: world)
        let file = try Self.read(try call[Self.calendar], for: cohort, call)
        let takeover = CalendarTakeover(file, in: cohort, call, world)
        let report = CalendarReport(takeover, of: cohort)
        let events = takeover.events(firstNumber: world.nextNumber)
        guard !takeover.isEmpty else {
            return call.reply(report.phrase("calendar.nothing-new")).after(events)
        }
        // Nobody sees from a file's name what is in it.
        guard call.arguments.isConfirmed else {
            throw .confirm(report.phrase("calendar.plan"), fixed: [:])
        }
        var decision = call.reply(report.phrase("calendar.taken")).after(events)
        decision.messages += report.news(call, world)
        return decision
    }

    private static func read(
        _ given: Given, for cohort: Cohort, _ call: Call
    ) throws(Refusal) -> CalendarFile {
        let zones = call.knowledge.dates.zones
        let reader = CalendarReader(
            zones: zones, floating: zones.zone(named: cohort.zone) ?? call.caller.zone)
        let bytes: [UInt8]
        switch given {
        case .words(let words):
            // A link is not fetched: the bot goes nowhere that a message tells it to.
            guard !words.hasPrefix("http"), !words.hasPrefix("webcal") else {
                throw .because(Phrase("calendar.link"))
            }
            bytes = Array(words.utf8)
        case .file(let content, _): bytes = content.bytes ?? []
        }
        do throws(CalendarError) {
            return try reader.read(bytes)
        } catch {
            throw .because(error.phrase)
        }
    }
}

extension CalendarError {
    /// Why a file was refused, and what to do.
    fileprivate var phrase: Phrase {
        switch self {
        case .tooLarge: .fileTooLarge(CalendarReader.mostBytes)
        case .tooManyEvents:
            Phrase("calendar.too-many", ["limit": .number(CalendarReader.mostEvents)])
        case .tooDeep(let line): Phrase("calendar.too-deep", ["line": .number(line)])
        case .notACalendar: Phrase("calendar.none")
        }
    }
}
