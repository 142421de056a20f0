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

    /// Done, and the ways to be told again that lie before what is due, two in a row.
    static func buttons(id: ShortID, now: Date, before due: Date? = nil) -> [[Choice]] {
        var rows: [[Choice]] = []
        var row = [Choice(Phrase("reminders.done"), command("/done ", id))]
        for choice in allCases {
            if let due, now.addingTimeInterval(choice.longest) >= due { continue }
            if row.count == 2 {
                rows.append(row)
                row = []
            }
            row.append(Choice(choice.label, command("/reminders snooze ", id, choice)))
        }
        rows.append(row)
        return rows
    }

    /// Of one piece of memory: a minute may need forty thousand.
    private static func command(_ name: String, _ id: ShortID, _ choice: SnoozeChoice? = nil)
        -> String
    {
        var command = ""
        command.reserveCapacity(48)
        command += name
        command += id.rawValue
        if let choice {
            command += " "
            command += choice.rawValue
        }
        return command
    }
}
