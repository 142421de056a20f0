package import Chat
package import HashTreeCollections

/// Everything the bot knows, as one value that only events change.
///
/// The maps are persistent (hash tries): a copy costs nothing and a change copies a path, so a view for an export
/// or a job never stalls the Decider.
package struct World: Sendable {
    package var people: TreeDictionary<PersonID, Person> = [:]
    package var accounts: TreeDictionary<Account, PersonID> = [:]
    package var cohorts: TreeDictionary<CohortID, Cohort> = [:]
    package var rooms: TreeDictionary<RoomAddress, BoundRoom> = [:]
    package var invitations: TreeDictionary<String, Invitation> = [:]
    package var deadlines: TreeDictionary<ShortID, Deadline> = [:]
    package var reminders = Reminders()
    /// How single learners stand towards a deadline: done, with a later date, to be told again.
    package var standings: TreeDictionary<ShortID, TreeDictionary<PersonID, Standing>> = [:]
    package var works: TreeDictionary<ShortID, Work> = [:]
    package var rounds: TreeDictionary<ShortID, Round> = [:]
    package var reviews: TreeDictionary<ShortID, Review> = [:]
    package var threads: TreeDictionary<ShortID, Thread> = [:]
    package var questions: TreeDictionary<Question.Place, Question> = [:]
    package var backlogs: TreeDictionary<Question.Place, Backlog> = [:]
    package var jobs: TreeDictionary<ShortID, Job> = [:]
    /// Messages that are owed and not yet known to be out, by key.
    package var owed = Shelf<String, Outgoing>()
    /// Private messages whose readers cannot be reached yet, oldest first.
    package var waiting: TreeDictionary<PersonID, [WaitingMessage]> = [:]
    package var seen: TreeDictionary<String, SeenWindow> = [:]
    /// Chats that refuse the bot's messages, until somebody writes there again.
    package var closedRooms: TreeSet<RoomAddress> = []
    /// The number of the next id, one sequence for all kinds, so that an id is never used twice.
    package var nextNumber = 32

    package init() {}

    /// Carries out one commit: its events in order, then what it owes, then that its cause is done.
    package mutating func apply(_ commit: Commit, sequence: Int) {
        for event in commit.events { event.apply(to: &self) }
        for (index, message) in commit.owed.enumerated() {
            let key = Self.key(sequence: sequence, index: index)
            owed[key] = message
            if let asks = message.asks, let person = accounts[asks],
                case .room(let room) = message.to
            {
                questions[Question.Place(person: person, room: room)]?.key = key
            }
        }
        if let cause = commit.cause {
            seen[cause.source, default: SeenWindow(of: cause.source)].insert(cause.id)
        }
    }

    /// The key of a commit's message, the same before and after a restart.
    package static func key(sequence: Int, index: Int) -> String { "\(sequence).\(index)" }

    /// Whether the update with this cause has had its effect.
    package func hasSeen(_ cause: Cause) -> Bool { seen[cause.source]?.contains(cause.id) ?? false }

    /// Notes that an id was handed out; events that create something call it, so replay counts alike.
    mutating func took(_ number: Int) { nextNumber = max(nextNumber, number + 1) }
}
