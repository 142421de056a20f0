import Dates
import FoundationEssentials
import Glibc

// Phrases as people type them, one by one, and a large calendar; in CPU time, which a busy machine does not stretch.

func microseconds(_ work: () -> Void) -> Double {
    var start = timespec()
    var end = timespec()
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &start)
    work()
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &end)
    return Double(end.tv_sec - start.tv_sec) * 1e6 + Double(end.tv_nsec - start.tv_nsec) / 1e3
}

func shown(_ value: Double) -> String { "\((value * 10).rounded() / 10)" }

let zones = ZoneDatabase.system
let toronto = zones.zone(named: "America/Toronto") ?? .utc
let reader = DateReader(zones: zones)

/// The best of twenty readings of each phrase: what else runs on the machine is not the reader's.
func phrases() -> [Double] {
    var times: [Double] = []
    for (language, texts) in benchmarkPhrases {
        var context = DateContext(
            now: Date(timeIntervalSince1970: 1_795_446_000), zone: toronto, language: language)
        (context.acceptsRepeats, context.acceptsRanges) = (true, true)
        for text in texts {
            _ = reader.read(text, in: context)
            times.append(
                (0..<20).map { _ in microseconds { _ = reader.read(text, in: context) } }.min() ?? 0
            )
        }
    }
    return times.sorted()
}

let sorted = phrases()
print(
    "dates: \(sorted.count) phrases, µs of CPU each: p50", shown(sorted[sorted.count / 2]),
    " p99", shown(sorted[sorted.count * 99 / 100]), " max", shown(sorted.last ?? 0))

for piece in ["in 3 days ", "next friday 5pm ", "1 ", "a ", "हर सोमवार "] {
    let text = String(String(repeating: piece, count: 4_000).prefix(4_000))
    var context = DateContext(now: Date(timeIntervalSince1970: 0), zone: toronto, language: "hi")
    context.acceptsRanges = true
    let time =
        (0..<5).map { _ in
            microseconds {
                _ = reader.readPrefix(text, in: context)
                _ = reader.readSuffix(text, in: context)
                _ = reader.readSentence(text, in: context)
            }
        }.min() ?? 0
    print("dates: 4,000 characters of '\(piece)', all three ways: \(shown(time)) µs")
}

/// As learning platforms write them: folded, escaped, in a zone, every tenth one repeated.
func calendar(events: Int) -> [UInt8] {
    var text = "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//LMS//EN\r\n"
    for index in 0..<events {
        text += """
            BEGIN:VEVENT\r
            UID:event-\(index)@lms.example.org\r
            DTSTAMP:20261101T000000Z\r
            DTSTART;TZID=America/Toronto:2026120\(index % 9 + 1)T18\(10 + index % 50)00\r
            SUMMARY:Assignment \(index)\\, part two of the essay\r
            DESCRIPTION:Read the chapter and hand in your essay before the deadline; l\r
             ate work costs points\r
            SEQUENCE:\(index % 4)\r
            \(index % 10 == 0 ? "RRULE:FREQ=WEEKLY;COUNT=10;BYDAY=MO" : "LOCATION:online")\r
            END:VEVENT\r\n
            """
    }
    return Array((text + "END:VCALENDAR\r\n").utf8)
}

let bytes = calendar(events: 5_000)
var count = 0
let time =
    (0..<5).map { _ in
        microseconds {
            count =
                (try? CalendarReader(zones: zones, floating: .utc).read(bytes))?.events.count ?? 0
        }
    }.min() ?? 0
print(
    "dates: .ics of \(count) events, \(bytes.count / 1_024) KiB, read in \(shown(time / 1_000)) ms")
