import Chat
import Cohorts
package import Dates
import HashTreeCollections
import Texts

extension Bot {
    /// The last line: what waits for the next start.
    package func farewell(zones: ZoneDatabase) async -> String {
        let world = await decider.world
        let waiting = world.reminders.values.filter { $0.state == .waiting }
        guard let next = waiting.map(\.at).min() else { return "stopped; no reminders waiting" }
        let zone = waiting.first { $0.at == next }.flatMap { world.people[$0.person]?.zone }
        let reader = Reader(
            language: "en", zone: zone.flatMap { zones.zone(named: $0) } ?? .utc)
        let when = Sentences().render(
            .init("plain", ["text": .moment(next)]), for: reader, now: next
        ).plain
        let count = waiting.count == 1 ? "1 reminder" : "\(waiting.count) reminders"
        return "stopped; \(count) waiting, next \(when)"
    }
}
