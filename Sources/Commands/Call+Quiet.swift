import Chat
import Cohorts
import Dates
import FoundationEssentials
import HashTreeCollections

extension Call {
    /// The caller's quiet hours: their own, or their cohort's.
    func quietHours(in world: World) -> QuietHours {
        world.quietHours(
            of: world.people[caller.person], in: caller.cohort.flatMap { world.cohorts[$0] })
    }

    /// What must be said of a moment in the caller's quiet hours: when it comes instead.
    func quietNote(on date: Date, in world: World) -> Phrase {
        guard let window = quietHours(in: world).window(around: date, in: caller.zone) else {
            return Phrase("nothing")
        }
        return Phrase("reminders.note-quiet", ["when": .moment(window.end)])
    }

    /// Whether words mean the clock on the wall, which goes with a person to another zone, and not so many minutes from
    /// now: read on other clocks they then mean another instant.
    func followsClock(_ words: String, _ moment: Moment) -> Bool {
        if moment.notes.contains(.zoneFromText) { return false }
        var elsewhere = dateContext
        elsewhere.acceptsRepeats = true
        let offset = caller.zone.offset(at: now)
        guard let zone = Zone(secondsEast: offset > 0 ? offset - 7_200 : offset + 7_200) else {
            return true
        }
        elsewhere.zone = zone
        guard case .moment(let other) = knowledge.dates.read(words, in: elsewhere) else {
            return true
        }
        return other.date != moment.date
    }
}
