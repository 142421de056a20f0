import Chat
import Cohorts
import Commands
import Dates
import FoundationEssentials
import HashTreeCollections

extension CommandsTestScene {
    /// Who reads what, in order: `lila: buddies.pair`.
    func readers(_ messages: [Outgoing]) -> [String] {
        messages.map { message in
            let name = message.reader.flatMap { world.people[$0]?.name } ?? "?"
            return "\(name): \(message.phrase.key)"
        }
    }

    /// Says it in private, lets it come true, and says who reads what.
    @discardableResult
    mutating func tells(_ words: String, by name: String) -> [String] {
        let decision = decide(words, by: name, privately: true)
        takesPlace(decision, by: name)
        return readers(decision?.messages ?? [])
    }

    /// Lets the clock act on study buddies after so many hours, as after a restart.
    mutating func passes(hours: Double) -> [String] {
        now += hours * 3_600
        var agenda = Agenda(world)
        let items = agenda.takeDue(at: now).filter {
            if case .buddies = $0 { true } else { false }
        }
        let decision = DueDecision(world: world, now: now, zones: .system).decide(items)
        takesPlace(decision)
        return readers(decision?.messages ?? [])
    }

    /// The names of those who study together, group by group.
    var together: [[String]] {
        world.buddies(of: Self.cohort).groups.map { group in
            group.members.compactMap { world.people[$0]?.name }
        }
    }

    var looking: [String] {
        world.buddies(of: Self.cohort).seekers.compactMap { world.people[$0]?.name }
    }

    /// Further members `guest4`, `guest5`, …, up to so many people.
    mutating func joinGuests(upTo count: Int) {
        for index in 4..<count {
            let (name, id) = ("guest\(index)", PersonID(rawValue: "p\(index + 1)"))
            happen([
                PersonMet(
                    id: id, account: Self.account(name), name: name, language: nil, at: now,
                    number: index + 1),
                PrivateRoomOpened(id: id, room: Self.privateRoom(name)),
                MemberJoined(cohort: Self.cohort, person: id, at: now),
            ])
        }
    }
}
