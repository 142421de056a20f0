/// A day of the ISO week: Monday is 1, Sunday is 7.
public enum Weekday: Int, Hashable, Sendable, CaseIterable {
    case monday = 1
    case tuesday, wednesday, thursday, friday, saturday, sunday

    /// The weekday of a day counted from 1970-01-01, which was a Thursday.
    init(day: Int) {
        self = Self.allCases[(((day + 3) % 7) + 7) % 7]
    }
}
