import Dates
import Testing

@Suite struct RecurrenceTests {
    @Test(
        "a rule is printed as it was read",
        arguments: [
            "FREQ=DAILY", "FREQ=WEEKLY;INTERVAL=2;BYDAY=MO,WE;WKST=SU",
            "FREQ=MONTHLY;COUNT=10;BYDAY=-1FR", "FREQ=MONTHLY;BYMONTHDAY=1,-1",
            "FREQ=YEARLY;UNTIL=20301231T235959Z;BYWEEKNO=20,-1", "FREQ=YEARLY;BYYEARDAY=1,100,-1",
            "FREQ=YEARLY;UNTIL=20301231;BYDAY=1SU;BYMONTH=4",
            "FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1",
            "FREQ=DAILY;UNTIL=20301231T080000;BYSECOND=0,30;BYMINUTE=0,20;BYHOUR=9,17",
        ])
    func roundTrip(text: String) throws {
        #expect(try Recurrence(text).description == text)
        #expect(try Recurrence("rrule:" + text.lowercased()).description == text)
    }

    @Test(
        "what is no rule is said to be so",
        arguments: [
            ("", .missingFrequency), ("BYDAY=MO", .missingFrequency),
            ("FREQ=SOMETIMES", .malformed("FREQ=SOMETIMES")),
            ("FREQ=HOURLY", .unsupported("FREQ=HOURLY")), ("FREQ", .malformed("FREQ")),
            ("FREQ=DAILY;INTERVAL=0", .malformed("INTERVAL=0")),
            ("FREQ=DAILY;COUNT=-1", .malformed("COUNT=-1")),
            ("FREQ=DAILY;COUNT=99999999999999999999", .malformed("COUNT=99999999999999999999")),
            ("FREQ=DAILY;COUNT=2;UNTIL=20300101", .contradiction("COUNT and UNTIL")),
            ("FREQ=DAILY;FREQ=WEEKLY", .contradiction("FREQ")),
            ("FREQ=DAILY;BYDAY=XX", .malformed("BYDAY=XX")),
            ("FREQ=DAILY;BYDAY=", .malformed("BYDAY=")),
            ("FREQ=MONTHLY;BYDAY=0MO", .malformed("BYDAY=0MO")),
            ("FREQ=WEEKLY;BYDAY=1MO", .contradiction("BYDAY with a number")),
            ("FREQ=MONTHLY;BYWEEKNO=3", .contradiction("BYWEEKNO")),
            ("FREQ=MONTHLY;BYMONTHDAY=0", .malformed("BYMONTHDAY=0")),
            ("FREQ=MONTHLY;UNTIL=20300231", .malformed("UNTIL=20300231")),
            ("FREQ=DAILY;X-FOO=1", .unsupported("X-FOO")),
            (String(repeating: "A", count: 2_001), .tooLong),
        ] as [(String, RecurrenceFault)])
    func faults(text: String, fault: RecurrenceFault) {
        #expect(throws: fault) { try Recurrence(text) }
    }
}
