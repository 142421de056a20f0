import Chat
import FoundationEssentials
import Testing

@testable import Cohorts

@Suite("News for reviewers")
struct ReviewerNewsTests {
    private static func id(_ text: String) -> ShortID { ShortID(rawValue: text) }

    @Test(
        "two pieces of news are one: no review twice, and none that came and went",
        arguments: [
            (ReviewerNews(isNudge: true), ReviewerNews(isNudge: true), ReviewerNews(isNudge: true)),
            (
                ReviewerNews(added: [id("v1")]), ReviewerNews(isNudge: true),
                ReviewerNews(isNudge: true, added: [id("v1")])
            ),
            (
                ReviewerNews(gone: [id("v1")], added: [id("v2")]),
                ReviewerNews(gone: [id("v2")], added: [id("v3")]),
                ReviewerNews(gone: [id("v1")], added: [id("v3")])
            ),
            (
                ReviewerNews(gone: [id("v1")], added: [id("v2")]),
                ReviewerNews(gone: [id("v1")], added: [id("v2")]),
                ReviewerNews(gone: [id("v1")], added: [id("v2")])
            ),
            (
                ReviewerNews(added: [id("v1"), id("v2")], isStart: true),
                ReviewerNews(gone: [id("v1")], arrived: 2),
                ReviewerNews(added: [id("v2")], isStart: true, arrived: 2)
            ),
            (ReviewerNews(arrived: 1), ReviewerNews(arrived: 2), ReviewerNews(arrived: 3)),
            (
                ReviewerNews(isNudge: true, added: [id("v1")], arrived: 2),
                ReviewerNews(isOver: true), ReviewerNews(isOver: true)
            ),
        ])
    func followed(first: ReviewerNews, next: ReviewerNews, both: ReviewerNews) {
        #expect(first.followed(by: next) == both)
    }

    @Test("what waits for two accounts of one person comes together")
    func naming() {
        let (kept, gone, other) = (
            PersonID(rawValue: "p2"), PersonID(rawValue: "p3"), PersonID(rawValue: "p1")
        )
        let now = EventSamples.now
        let waiting = [
            LaterNews(person: kept, until: now, news: ReviewerNews(isNudge: true)),
            LaterNews(person: gone, until: now + 60, news: ReviewerNews(added: [Self.id("v1")])),
            LaterNews(person: other, until: now, news: ReviewerNews(isNudge: true)),
        ]
        #expect(
            waiting.naming(kept, insteadOf: gone) == [
                waiting[2],
                LaterNews(
                    person: kept, until: now + 60,
                    news: ReviewerNews(isNudge: true, added: [Self.id("v1")])),
            ])
    }
}
