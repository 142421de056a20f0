import Chat
import Cohorts
import FoundationEssentials
import HashTreeCollections

extension DueDecision {
    /// What study buddies are told after their quiet hours.
    mutating func lookAtBuddies(of cohort: Cohort) {
        var notes = BuddyNotes(cohort, in: world, at: now, zones: zones)
        notes.tellLate()
        say(notes.messages, keeping: notes.events)
    }
}
