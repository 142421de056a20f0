import Chat
import Cohorts
import Dates
import FoundationEssentials
import HashTreeCollections

/// A moment on the clocks of the zones in which most members of a cohort live.
struct MainClocks {
    let phrase: Phrase

    /// At most three zones beside the one in which the moment is shown anyway, the commonest first.
    init(of cohort: Cohort, at date: Date, but shown: Zone, _ call: Call, _ world: World) {
        var counts: [String: Int] = [:]
        for id in cohort.members.keys {
            counts[world.people[id]?.zone ?? cohort.zone, default: 0] += 1
        }
        var offsets: Set<Int> = [shown.offset(at: date)]
        var lines: [Phrase] = []
        for (name, _) in counts.sorted(by: { ($1.value, $0.key) < ($0.value, $1.key) }) {
            guard lines.count < 3, let zone = call.knowledge.dates.zones.zone(named: name),
                offsets.insert(zone.offset(at: date)).inserted
            else { continue }
            let local = zone.local(date)
            lines.append(
                Phrase(
                    "deadlines.clock",
                    [
                        "day": .phrase(Phrase("times.weekday-\(local.weekday.rawValue)")),
                        "time": .code(String(local.description.dropFirst(11).prefix(5))),
                        "zone": .zone(zone.name),
                    ]))
        }
        phrase =
            lines.isEmpty ? Phrase("nothing") : Phrase("deadlines.clocks", ["lines": .list(lines)])
    }
}
