import Chat
import Cohorts
import Dates
import FoundationEssentials
import HashTreeCollections
import PeerReview

/// Who of those who look for a study buddy in a cohort goes with whom.
///
/// Two who look are brought together at once: both have asked for it, a buddy today is worth more than a nearer one next
/// week, and a small group may have nobody who would do it for them. What is left to a moderator are those whom nobody
/// new fits, and an odd one, who makes a pair a trio.
struct BuddyMatching {
    private let cohort: Cohort
    private let buddies: StudyBuddies
    private let world: World
    private let now: Date
    private let zones: ZoneDatabase

    /// So many are looked at together, those first who have looked longest; it takes a few milliseconds.
    static let most = 200
    private static let steps = 4_000

    init(_ cohort: Cohort, in world: World, at now: Date, zones: ZoneDatabase) {
        self.cohort = cohort
        buddies = world.buddies(of: cohort.id)
        self.world = world
        self.now = now
        self.zones = zones
    }

    /// The pair of somebody who looks with whoever fits them best of those who look as well: with a language in common,
    /// whom they have not met yet, nearest on the clock; nil where nobody fits.
    func atOnce(_ person: PersonID) -> BuddiesBrought? {
        let others = buddies.seekers.filter { $0 != person }.prefix(Self.most)
        let best = others.compactMap { other in
            gap(person, other).map { (person: other, gap: $0) }
        }.min { $0.gap < $1.gap }
        guard let best else { return nil }
        let group = BuddyGroup(
            id: ShortID(.buddies, world.nextNumber), members: [person, best.person], since: now)
        return BuddiesBrought(cohort: cohort.id, groups: [group], number: world.nextNumber)
    }

    /// Everybody who looks, as a moderator brings them together.
    struct Plan {
        /// New pairs and trios, then pairs that become trios.
        let groups: [BuddyGroup]
        let alone: [PersonID]
        /// Pairs of people who have met before.
        let repeats: Int
        /// Between the clocks of those who are new to each other.
        let meanZoneGapHours: Double
        /// Who will read something because of it.
        var reached: Int { groups.reduce(alone.count) { $0 + $1.members.count } }
    }

    func plan(seed: UInt64, by moderator: PersonID) -> Plan {
        let people = buddies.seekers.prefix(Self.most).map {
            world.learner($0, in: cohort, at: now, zones: zones)
        }
        let pairing = Allocator(seed: seed, steps: Self.steps).pair(
            people, conflicts: conflicts(of: nil), earlier: earlier(of: nil))
        let first = ShortID(.buddies, world.nextNumber)
        var groups = pairing.groups.enumerated().map { index, members in
            BuddyGroup(
                id: ShortID(.buddies, world.nextNumber + index),
                members: members.map { PersonID(rawValue: $0) }, since: now, pairing: first,
                by: moderator)
        }
        var pairs = buddies.groups.filter { $0.members.count == 2 }
        var alone: [PersonID] = []
        for person in pairing.alone.map({ PersonID(rawValue: $0) }) {
            guard let place = nearest(pairs, to: person) else {
                alone.append(person)
                continue
            }
            let pair = pairs.remove(at: place)
            groups.append(
                BuddyGroup(
                    id: pair.id, members: pair.members + [person], since: now,
                    pairing: first, by: moderator, third: person))
        }
        return Plan(
            groups: groups, alone: alone, repeats: pairing.repeats,
            meanZoneGapHours: pairing.meanZoneGapHours)
    }

    /// Which of the pairs somebody fits best, where they are new to both.
    private func nearest(_ pairs: [BuddyGroup], to person: PersonID) -> Int? {
        pairs.indices.compactMap { place in
            let gaps = pairs[place].members.compactMap { gap(person, $0) }
            return gaps.count == 2 ? (place: place, gap: gaps[0] + gaps[1]) : nil
        }.min { $0.gap < $1.gap }?.place
    }

    /// Between the clocks of two who may meet and have not; the engine says whether they may.
    private func gap(_ one: PersonID, _ other: PersonID) -> Double? {
        let pairing = Allocator(seed: 0, steps: 0).pair(
            [one, other].map { world.learner($0, in: cohort, at: now, zones: zones) },
            conflicts: conflicts(of: one), earlier: earlier(of: one))
        return pairing.alone.isEmpty && pairing.repeats == 0 ? pairing.meanZoneGapHours : nil
    }

    /// Whoever passed on somebody is not brought together with them again.
    private func conflicts(of person: PersonID?) -> [Conflict] {
        buddies.parted.flatMap { parted in
            parted.others.filter { person == nil || person == $0 || person == parted.by }
                .map { Conflict(parted.by.rawValue, $0.rawValue) }
        }
    }

    private func earlier(of person: PersonID?) -> [[String]] {
        buddies.met.filter { person.map($0.contains) ?? true }.map { $0.map(\.rawValue) }
    }
}
