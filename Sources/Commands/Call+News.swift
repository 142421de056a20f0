import Chat
import Cohorts

extension Call {
    /// One note to some members of a cohort: to each in private; in the rooms one word for all whom no private message
    /// reaches.
    func news(
        _ phrase: Phrase, to people: [Person], of cohort: CohortID, in world: World
    ) -> [Outgoing] {
        var messages: [Outgoing] = []
        var unreached: Set<Platform> = []
        for person in people {
            if world.canReach(person) {
                messages.append(
                    Outgoing(
                        to: .person(person.id, fallback: nil), reader: person.id, phrase,
                        urgency: .broadcast))
            } else if person.privateRoom == nil {
                unreached.formUnion(person.accounts.map(\.platform))
            }
        }
        // The room in which it was said has read the answer.
        for room in world.openRooms(of: cohort)
        where unreached.contains(room.platform.service) && room != caller.room {
            messages.append(Outgoing(to: .room(room), phrase, urgency: .broadcast))
        }
        return messages
    }
}
