import Testing

@testable import Delivery

@Suite("Pacing")
struct PacingTests {
    /// When messages go that are all there at the beginning.
    func moments(_ count: Int, isGroup: Bool) -> [Double] {
        var pace = ChatPace(.platform, isGroup: isGroup)
        var moment = 1_000.0
        return (0..<count).map { _ in
            moment = max(moment, pace.opens(.platform))
            pace.take(at: moment, .platform)
            return moment - 1_000
        }
    }

    @Test("a chat gets three at once, then one a second")
    func oneChat() {
        #expect(moments(6, isGroup: false) == [0, 0, 0, 1, 2, 3])
    }

    @Test("a group gets at most twenty in any minute")
    func oneGroup() {
        let moments = moments(60, isGroup: true)
        #expect(moments[19] == 17)
        #expect(moments[20] == 60)
        for start in moments { #expect(moments.count { $0 >= start && $0 < start + 60 } <= 20) }
    }

    @Test("a chat that was left alone has its burst again")
    func rest() {
        var pace = ChatPace(.platform, isGroup: true)
        for moment in [0.0, 0, 0] { pace.take(at: moment, .platform) }
        #expect(pace.opens(.platform) == 1)
        #expect(!pace.isRested(at: 3))
        #expect(pace.isRested(at: 60))
        #expect(pace.opens(.platform) <= 60)
    }
}
