package import Chat
package import Cohorts
import Dates
import FoundationEssentials
import HashTreeCollections

/// `/calendar`: the deadlines ahead as a file that every calendar program reads.
///
/// In private they are the learner's own, of all their cohorts, to their own dates and with their own lead times; in a
/// room the cohort's, as all may know them.
package struct CalendarCommand: Command {
    package static let card = CommandCard(
        "calendar", for: .learner, "Get the deadlines as a calendar file",
        meanings: ["export", "ics", "ical"])

    package init() {}

    package func answer(to call: Call, in world: World) throws(Refusal) -> Decision {
        let person = call.caller.place.isPrivate ? call.caller.person : nil
        let own = person.map { world.cohorts(of: $0) } ?? []
        let cohorts = own.isEmpty ? [try call.cohort(in: world)] : own
        let writing = CalendarWriting(
            for: own.isEmpty ? nil : person, zones: call.knowledge.dates.zones, now: call.now, world
        )
        let entries = cohorts.flatMap(writing.entries)
        let names = cohorts.map { Phrase("plain", ["text": .user($0.name)]) }
        let values: [String: Phrase.Value] = [
            "count": .number(entries.count { !$0.isCancelled }), "cohorts": .list(names),
        ]
        guard entries.contains(where: { !$0.isCancelled }) else {
            return call.reply(Phrase("calendar.empty", values))
        }
        let text = CalendarWriter().write(
            entries, name: cohorts.count == 1 ? cohorts[0].name : nil, at: call.now)
        return call.reply(Phrase("calendar.file", values)).sending(
            MadeFile(
                name: "cohort-deadlines.ics", mediaType: "text/calendar", bytes: Array(text.utf8)))
    }
}
