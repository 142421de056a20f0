import Testing

@testable import Delivery

@Suite("Rate window")
struct RateWindowTests {
    @Test("no window of its length ever holds more than its limit")
    func neverMore() {
        var window = RateWindow(limit: 3, seconds: 10)
        var taken: [Double] = []
        var moment = 0.0
        for step in 0..<60 {
            moment += Double(step % 7)
            moment = max(moment, window.opens)
            window.take(at: moment)
            taken.append(moment)
        }
        for start in taken {
            #expect(taken.count { $0 >= start && $0 < start + 10 } <= 3)
        }
    }

    @Test("it opens when the oldest event leaves it")
    func opens() {
        var window = RateWindow(limit: 2, seconds: 10)
        #expect(window.opens < 0)
        window.take(at: 100)
        window.take(at: 104)
        #expect(window.opens == 110)
        window.take(at: 110)
        #expect(window.opens == 114)
        #expect(!window.isEmpty(at: 119))
        #expect(window.isEmpty(at: 120))
    }
}
