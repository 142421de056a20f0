import FoundationEssentials

/// Text whose lines end with CRLF and go on in the next one after 75 bytes, never inside a character.
struct FoldedText {
    private(set) var text = ""

    mutating func line(_ line: String) {
        var width = 0
        for scalar in line.unicodeScalars {
            let size = UTF8.width(scalar)
            if width + size > 75 {
                text += "\r\n "
                width = 1
            }
            text.unicodeScalars.append(scalar)
            width += size
        }
        text += "\r\n"
    }

    /// A zone as the changes of its clocks, from the year before a moment to twenty years after it.
    mutating func write(_ zone: Zone, from start: Date) {
        let years = zone.local(start).year - 1...zone.local(start).year + 20
        line("BEGIN:VTIMEZONE")
        line("TZID:" + zone.calendarName)
        let changes = zone.changes(in: years)
        let first = changes.first
        write(
            "STANDARD", from: LocalTime(dayCount: 0), first?.before ?? zone.offset(at: start),
            first?.before ?? zone.offset(at: start), zone.name)
        for change in changes {
            let wall = LocalTime(wallSeconds: change.at + change.before)
            write(
                change.after > change.before ? "DAYLIGHT" : "STANDARD", from: wall, change.before,
                change.after, change.name)
        }
        line("END:VTIMEZONE")
    }

    private mutating func write(
        _ kind: String, from start: LocalTime, _ before: Int, _ after: Int, _ name: String
    ) {
        line("BEGIN:" + kind)
        line("DTSTART:" + CalendarTime.local(start).description)
        line("TZOFFSETFROM:" + Self.offset(before))
        line("TZOFFSETTO:" + Self.offset(after))
        line("TZNAME:" + CalendarWriter.escaped(name))
        line("END:" + kind)
    }

    private static func offset(_ seconds: Int) -> String {
        let minutes = Int(seconds.magnitude) / 60
        func padded(_ value: Int) -> String { value < 10 ? "0\(value)" : "\(value)" }
        return (seconds < 0 ? "-" : "+") + padded(minutes / 60) + padded(minutes % 60)
    }
}

extension Zone {
    /// The name without the colon of `UTC+05:30`, which would end a parameter.
    var calendarName: String { name.filter { $0 != ":" } }
}
