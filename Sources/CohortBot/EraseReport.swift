import Chat
import Cohorts
import HashTreeCollections

/// What an erasure removed and what it kept, counted from the world before and after.
struct EraseReport {
    private let person: Person
    private let before: World
    private let after: World

    init(_ person: Person, before: World, after: World) {
        self.person = person
        self.before = before
        self.after = after
    }

    var lines: [String] {
        let memberships = before.cohorts.values.count { $0.members[person.id] != nil }
        let removed = [
            count(person.accounts.count, "account", "accounts"),
            count(memberships, "membership", "memberships"),
            count(before.reminders.count - after.reminders.count, "reminder", "reminders"),
            count(before.works.count - after.works.count, "work", "works"),
            count(
                before.namedFiles.subtracting(after.namedFiles).count, "file that they sent",
                "files that they sent"),
            count(before.reviews.count - after.reviews.count, "review", "reviews"),
            count(
                before.threads.count - after.threads.count, "question without an answer",
                "questions without an answer"),
            count(
                before.owed.count - after.owed.count, "message not yet sent",
                "messages not yet sent"),
        ]
        let reviews = before.reviews.values.count { review in
            review.reviewer == person.id && after.reviews[review.id] != nil
        }
        let threads = after.threads.values.count { $0 != before.threads[$0.id] }
        let kept = [
            count(reviews, "review that they gave", "reviews that they gave"),
            count(threads, "answered thread of the forum", "answered threads of the forum"),
        ]
        return [
            "\(person.id.rawValue) is erased: \(list(removed)).",
            "Kept without their name, because others read it: \(list(kept)).",
            "No older snapshot or journal is left in the state. Whoever writes to the bot again is somebody new to it.",
        ]
    }

    private func count(_ number: Int, _ one: String, _ many: String) -> String? {
        number == 0 ? nil : "\(number) \(number == 1 ? one : many)"
    }

    private func list(_ parts: [String?]) -> String {
        let known = parts.compactMap(\.self)
        return known.isEmpty ? "nothing" : known.joined(separator: ", ")
    }
}
