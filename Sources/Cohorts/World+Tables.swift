package import Chat
package import HashTreeCollections

extension World {
    package var people: TreeDictionary<PersonID, Person> {
        _read { yield tables[0].people }
        _modify { yield &tables[0].people }
    }
    package var accounts: TreeDictionary<Account, PersonID> {
        _read { yield tables[0].accounts }
        _modify { yield &tables[0].accounts }
    }
    package var cohorts: TreeDictionary<CohortID, Cohort> {
        _read { yield tables[0].cohorts }
        _modify { yield &tables[0].cohorts }
    }
    package var rooms: TreeDictionary<RoomAddress, BoundRoom> {
        _read { yield tables[0].rooms }
        _modify { yield &tables[0].rooms }
    }
    package var invitations: TreeDictionary<String, Invitation> {
        _read { yield tables[0].invitations }
        _modify { yield &tables[0].invitations }
    }
    package var deadlines: TreeDictionary<ShortID, Deadline> {
        _read { yield tables[0].deadlines }
        _modify { yield &tables[0].deadlines }
    }
    package var reminders: Reminders {
        _read { yield tables[0].reminders }
        _modify { yield &tables[0].reminders }
    }
    /// How single learners stand towards a deadline: done, with a later date, to be told again.
    package var standings: TreeDictionary<ShortID, TreeDictionary<PersonID, Standing>> {
        _read { yield tables[0].standings }
        _modify { yield &tables[0].standings }
    }
    package var works: TreeDictionary<ShortID, Work> {
        _read { yield tables[0].works }
        _modify { yield &tables[0].works }
    }
    package var rounds: TreeDictionary<ShortID, Round> {
        _read { yield tables[0].rounds }
        _modify { yield &tables[0].rounds }
    }
    package var reviews: TreeDictionary<ShortID, Review> {
        _read { yield tables[0].reviews }
        _modify { yield &tables[0].reviews }
    }
    package var buddies: TreeDictionary<CohortID, StudyBuddies> {
        get { tables[0].buddies }
        _modify { yield &tables[0].buddies }
    }
    package var threads: TreeDictionary<ShortID, Thread> {
        _read { yield tables[0].threads }
        _modify { yield &tables[0].threads }
    }
    package var questions: TreeDictionary<Question.Place, Question> {
        _read { yield tables[0].questions }
        _modify { yield &tables[0].questions }
    }
    package var backlogs: TreeDictionary<Question.Place, Backlog> {
        _read { yield tables[0].backlogs }
        _modify { yield &tables[0].backlogs }
    }
    package var jobs: TreeDictionary<ShortID, Job> {
        _read { yield tables[0].jobs }
        _modify { yield &tables[0].jobs }
    }
    /// Messages that are owed and not yet known to be out, by key.
    package var owed: Shelf<String, Outgoing> {
        _read { yield tables[0].owed }
        _modify { yield &tables[0].owed }
    }
    /// Private messages whose readers cannot be reached yet, oldest first.
    package var waiting: TreeDictionary<PersonID, [WaitingMessage]> {
        _read { yield tables[0].waiting }
        _modify { yield &tables[0].waiting }
    }
    package var seen: TreeDictionary<String, SeenWindow> {
        _read { yield tables[0].seen }
        _modify { yield &tables[0].seen }
    }
    /// Chats that refuse the bot's messages, until somebody writes there again.
    package var closedRooms: TreeSet<RoomAddress> {
        _read { yield tables[0].closedRooms }
        _modify { yield &tables[0].closedRooms }
    }
    /// The number of the next id, one sequence for all kinds, so that an id is never used twice.
    package var nextNumber: Int {
        _read { yield tables[0].nextNumber }
        _modify { yield &tables[0].nextNumber }
    }
}

/// Everything that `World` holds, behind the one reference that it is.
struct Tables: Sendable {
    var people: TreeDictionary<PersonID, Person> = [:]
    var accounts: TreeDictionary<Account, PersonID> = [:]
    var cohorts: TreeDictionary<CohortID, Cohort> = [:]
    var rooms: TreeDictionary<RoomAddress, BoundRoom> = [:]
    var invitations: TreeDictionary<String, Invitation> = [:]
    var deadlines: TreeDictionary<ShortID, Deadline> = [:]
    var reminders = Reminders()
    var standings: TreeDictionary<ShortID, TreeDictionary<PersonID, Standing>> = [:]
    var works: TreeDictionary<ShortID, Work> = [:]
    var rounds: TreeDictionary<ShortID, Round> = [:]
    var reviews: TreeDictionary<ShortID, Review> = [:]
    var buddies: TreeDictionary<CohortID, StudyBuddies> = [:]
    var threads: TreeDictionary<ShortID, Thread> = [:]
    var questions: TreeDictionary<Question.Place, Question> = [:]
    var backlogs: TreeDictionary<Question.Place, Backlog> = [:]
    var jobs: TreeDictionary<ShortID, Job> = [:]
    var owed = Shelf<String, Outgoing>()
    var waiting: TreeDictionary<PersonID, [WaitingMessage]> = [:]
    var seen: TreeDictionary<String, SeenWindow> = [:]
    var closedRooms: TreeSet<RoomAddress> = []
    var nextNumber: Int = 32
}
