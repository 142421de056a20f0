import Chat
import Cohorts
import Dates
import FoundationEssentials

/// The few ways to be told again later that fit on a button; the same word in every language.
enum SnoozeChoice: String, CaseIterable {
    case soon = "20m"
    case hour = "1h"
    case tomorrow

    /// When that is.
    func moment(after now: Date, in zone: Zone) -> Date {
        switch self {
        case .soon: now.addingTimeInterval(1_200)
        case .hour: now.addingTimeInterval(3_600)
        case .tomorrow:
            zone.instants(of: zone.local(now).startOfDay.adding(days: 1).adding(seconds: 9 * 3_600))
                .date
        }
    }

    var label: Phrase {
        switch self {
        case .soon: Phrase("reminders.snooze-soon")
        case .hour: Phrase("reminders.snooze-hour")
        case .tomorrow: Phrase("reminders.snooze-tomorrow")
        }
    }

    /// How long it is at most.
    private var longest: Double {
        switch self {
        case .soon: 1_200
        case .hour: 3_600
        case .tomorrow: 33 * 3_600
        }
    }

    /// Done, and the ways to be told again that lie before what is due.
    static func buttons(id: ShortID, now: Date, before due: Date? = nil) -> [[Choice]] {
        let later = allCases.filter { choice in
            due.map { now.addingTimeInterval(choice.longest) < $0 } ?? true
        }.map { Choice($0.label, "/reminders snooze \(id.rawValue) \($0.rawValue)") }
        let all = [Choice(Phrase("reminders.done"), "/done \(id.rawValue)")] + later
        return stride(from: 0, to: all.count, by: 2).map { Array(all[$0..<min($0 + 2, all.count)]) }
    }
}
