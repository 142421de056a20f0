import Chat
import Cohorts

extension Call {
    /// One note about a cohort: to some members in private, and to each of its rooms, whichever platform it is on.
    func news(
        _ phrase: Phrase, to people: [Person], of cohort: CohortID, in world: World
    ) -> [Outgoing] {
        let reached = people.filter { world.canReach($0) }
        // The room in which it was said has read the answer.
        let rooms = world.openRooms(of: cohort).filter { $0 != caller.room }
        return reached.map {
            Outgoing(
                to: .person($0.id, fallback: nil), reader: $0.id, phrase, urgency: .broadcast)
        } + rooms.map { Outgoing(to: .room($0), phrase, urgency: .broadcast) }
    }
}
