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
        let done = Choice(Phrase("reminders.done"), command("/done ", id, ""))
        let (soon, hour, tomorrow) = (soon.button(id), hour.button(id), tomorrow.button(id))
        let left = allCases.count { choice in
            due.map { now.addingTimeInterval(choice.longest) < $0 } ?? true
        }
        // Written out, for a minute may need ten thousand: the shorter ones are left where the longer are not.
        return switch left {
        case 3...: [[done, soon], [hour, tomorrow]]
        case 2: [[done, soon], [hour]]
        case 1: [[done, soon]]
        default: [[done]]
        }
    }

    private func button(_ id: ShortID) -> Choice {
        let ending =
            switch self {
            case .soon: " 20m"
            case .hour: " 1h"
            case .tomorrow: " tomorrow"
            }
        return Choice(label, Self.command("/reminders snooze ", id, ending))
    }

    /// Of one piece of memory.
    private static func command(_ name: String, _ id: ShortID, _ ending: String) -> String {
        let length = name.utf8.count + id.rawValue.utf8.count + ending.utf8.count
        return String(unsafeUninitializedCapacity: length) { bytes in
            var end = bytes.initialize(fromContentsOf: name.utf8)
            end = bytes[end...].initialize(fromContentsOf: id.rawValue.utf8)
            return bytes[end...].initialize(fromContentsOf: ending.utf8)
        }
    }
}
