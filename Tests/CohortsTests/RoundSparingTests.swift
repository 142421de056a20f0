import Chat
import FoundationEssentials
import Testing

@testable import Cohorts

/// The round lasts ten hours: reminded after five, released after six.
@Suite("Who keeps a review at the release")
struct RoundSparingTests {
    private static let hour = 3_600.0
    private let start = EventSamples.now
    private let lila = PersonID(rawValue: "p1")
    private let marcos = PersonID(rawValue: "p2")

    private var round: Round {
        var round = Round(
            id: ShortID(rawValue: "n1"), cohort: EventSamples.cohort,
            assignment: ShortID(rawValue: "d1"), reviewsPerWork: 1, seed: 1,
            closesAt: start + 10 * Self.hour, state: .started, plannedBy: lila)
        round.startedAt = start
        return round
    }

    @Test(
        "who is told late has as long as the others, or half of what is left",
        arguments: [(5.0, 6.0), (7, 8), (8, 9), (9, 9.5), (9.5, 9.75)])
    func time(told: Double, until: Double) {
        #expect(
            round.timeToBegin(toldAt: start + told * Self.hour) == start + until * Self.hour)
    }

    @Test("what waits for somebody's morning spares them, news that asks nothing does not")
    func waiting() {
        var round = round
        round.spared = [Round.Spared(person: marcos, until: start + 8 * Self.hour)]
        round.later = [
            LaterNews(
                person: lila, until: start + 7 * Self.hour, news: ReviewerNews(isNudge: true)),
            LaterNews(
                person: PersonID(rawValue: "p3"), until: start + 7 * Self.hour,
                news: ReviewerNews(arrived: 1)),
        ]
        #expect(
            round.sparedUntil == [
                lila: start + 8 * Self.hour, marcos: start + 8 * Self.hour,
            ])
    }

    @Test("two accounts of one person are spared for as long as either was")
    func naming() {
        let spared = [(lila, 2.0), (marcos, 3.0)].map {
            Round.Spared(person: $0.0, until: start + $0.1)
        }
        #expect(
            spared.naming(lila, insteadOf: marcos)
                == [Round.Spared(person: lila, until: start + 3)])
    }
}
