import Chat
import Testing

@testable import Cohorts

@Suite struct PackedItemTests {
    @Test(
        "every item comes back as it was, whatever its ids look like",
        arguments: [
            Agenda.Item.reminder(ShortID(.reminder, 0)), .reminder(ShortID(.reminder, 1 << 59)),
            .forget(ShortID(.reminder, 2_000_000)), .deadline(ShortID(.deadline, 40)),
            .own(ShortID(.deadline, 40), PersonID(rawValue: "p1")),
            .digest(PersonID(rawValue: "p1")), .reminder(ShortID(rawValue: "")),
            .reminder(ShortID(rawValue: "r")), .reminder(ShortID(rawValue: "r007")),
            .reminder(ShortID(rawValue: "rilou")), .forget(ShortID(rawValue: "d12")),
            .reminder(ShortID(rawValue: "r1234567890abcdefgh")),
        ])
    func roundTrip(item: Agenda.Item) {
        var large = LargeItems()
        let packed = large.pack(item)
        #expect(large.take(packed) == item)
    }
}
