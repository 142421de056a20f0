import Chat
import Cohorts
import Commands
import Dates
import FoundationEssentials
import HashTreeCollections
import Support

/// A random life of three learners and their instructor: what they type, what the clock does, and restarts; and a
/// second book of what they must have been told.
struct RemindersLife {
    private var scene = CommandsTestScene()
    private var agenda: Agenda
    private var chance: SeededGenerator
    /// One-off reminders that are still to come.
    private var armed: Set<ShortID> = []
    /// For each learner and deadline: told since it was last set, told again on request, and whether something else
    /// decides by now who is told when.
    private var pairs: [Pair: Told] = [:]
    private(set) var faults: [String] = []
    private(set) var log: [String] = []

    private struct Pair: Hashable {
        let person: PersonID
        let deadline: ShortID
    }

    private struct Told {
        var count = 0
        var wanted = 0
        var isOver = false
        var isChanged = false
    }

    init(seed: UInt64) {
        chance = SeededGenerator(state: seed &* 7_919)
        agenda = Agenda(scene.world)
    }

    private static let learners = ["lila", "marcos", "emma"]

    mutating func step() {
        let name = Self.learners[Int.random(in: 0..<3, using: &chance)]
        switch Int.random(in: 0..<24, using: &chance) {
        case 0..<7: pass(hours: Double.random(in: 0...14, using: &chance))
        case 7: down(hours: Double.random(in: 1...80, using: &chance))
        case 8: jump(hours: Double.random(in: 1...40, using: &chance))
        case 9: restart()
        case 10:
            say("/deadline add Quiz \(chance.next() % 100) | in \(hours(8...240)) hours", "ivan")
        case 11:
            if let id = anyDeadline {
                say("/deadline move \(id) in \(hours(4...240)) hours", "ivan")
            }
        case 12: if let id = anyDeadline { say("/done \(id)", name) }
        case 13: if let id = anyDeadline { say("/undo \(id)", name) }
        case 14:
            if let id = anyDeadline { say("/reminders snooze \(id) \(hours(1...30)) hours", name) }
        case 15: say("/quiet \(hours(0...23)):00-\(hours(0...23)):30", name)
        case 16: say("/quiet off", name)
        case 17:
            let zones = ["Asia/Kolkata", "America/Sao_Paulo", "Europe/London", "Pacific/Auckland"]
            say("/profile zone \(zones[Int(chance.next() % 4)])", name)
        case 18: say("/remind in \(hours(1...60)) hours stretch", name)
        case 19: say("/remind tomorrow \(hours(0...23)):15 walk", name)
        case 20: say("/remind every day at \(hours(0...23)):45 water", name)
        case 21:
            if let id = anyReminder(of: name) {
                say("/reminders snooze \(id) \(hours(1...9)) hours", name)
            }
        case 22: if let id = anyReminder(of: name) { say("/reminders delete \(id)", name) }
        default: if let id = anyReminder(of: name) { say("/undo \(id)", name) }
        }
    }

    /// A quarter of a year later everything has come.
    mutating func end() {
        for name in Self.learners { say("/quiet off", name) }
        for _ in 0..<30 { pass(hours: 72) }
        if !armed.isEmpty { faults.append("never came: \(armed.sorted())") }
    }

    // MARK: What happens

    private mutating func hours(_ range: ClosedRange<Int>) -> Int {
        Int.random(in: range, using: &chance)
    }

    private var anyDeadline: ShortID? {
        mutating get {
            let ids = scene.world.deadlines.keys.sorted()
            return ids.isEmpty ? nil : ids[Int.random(in: 0..<ids.count, using: &chance)]
        }
    }

    private mutating func anyReminder(of name: String) -> ShortID? {
        let ids = scene.world.reminders.values.filter { $0.person == scene.person(name) }
            .map(\.id).sorted()
        return ids.isEmpty ? nil : ids[Int.random(in: 0..<ids.count, using: &chance)]
    }

    private mutating func say(_ words: String, _ name: String) {
        log.append("\(scene.now.formatted(.iso8601)) \(name): \(words)")
        guard let decision = scene.decide(words, by: name, privately: true) else { return }
        take(decision)
        fire()
    }

    private mutating func take(_ decision: Decision) {
        scene.happen(decision.events)
        for event in decision.events {
            agenda.note([event], in: scene.world)
            note(event)
        }
    }

    private mutating func pass(hours: Double) {
        log.append("\(scene.now.formatted(.iso8601)) +\(Int(hours)) h")
        let end = scene.now + hours * 3_600
        while let next = agenda.next, next <= end {
            scene.now = max(scene.now, next)
            fire()
        }
        scene.now = end
        fire()
    }

    private mutating func down(hours: Double) {
        log.append("down \(Int(hours)) h")
        scene.now += (hours * 3_600).rounded()
        restart()
    }

    private mutating func jump(hours: Double) {
        log.append("clock jumps \(Int(hours)) h and back")
        let before = scene.now
        scene.now += (hours * 3_600).rounded()
        fire()
        scene.now = before
        fire()
    }

    private mutating func restart() {
        log.append("restart")
        agenda = Agenda(scene.world)
        fire()
    }

    private mutating func fire() {
        var rounds = 0
        while rounds < 50 {
            let items = agenda.takeDue(at: scene.now)
            if items.isEmpty { return }
            rounds += 1
            for batch in DueDecision.batches(items, in: scene.world) {
                let before = scene.world
                guard
                    let decision = DueDecision(world: before, now: scene.now, zones: .system)
                        .decide(batch)
                else { continue }
                for message in decision.messages { hear(message, in: before) }
                take(decision)
            }
        }
        faults.append("fires without end")
    }

    // MARK: The second book

    private mutating func note(_ event: any Event) {
        switch event {
        case let event as ReminderAdded where !event.reminder.isRepeating:
            armed.insert(event.reminder.id)
        case let event as ReminderSnoozed where !isRepeating(event.id): armed.insert(event.id)
        case let event as ReminderRestored where !isRepeating(event.id): armed.insert(event.id)
        case let event as ReminderDeleted: armed.remove(event.id)
        case let event as DeadlineAdded: begin(event.deadline.id)
        case let event as DeadlineMoved: begin(event.id)
        case let event as DeadlineDone:
            pairs[Pair(person: event.person, deadline: event.id), default: Told()].isChanged = true
        case let event as DeadlineTold:
            for told in event.people {
                let pair = Pair(person: told.person, deadline: event.id)
                pairs[pair, default: Told()].wanted += told.nudges.count
            }
        default: break
        }
    }

    private func isRepeating(_ id: ShortID) -> Bool {
        scene.world.reminders[id]?.isRepeating ?? false
    }

    private mutating func begin(_ deadline: ShortID) {
        for name in Self.learners + ["ivan"] {
            pairs[Pair(person: scene.person(name), deadline: deadline)] = Told()
        }
    }

    private mutating func hear(_ message: Outgoing, in world: World) {
        guard let person = message.reader else { return }
        for id in reminders(in: message) {
            let isRepeating = world.reminders[id]?.isRepeating ?? false
            if !isRepeating, armed.remove(id) == nil { faults.append("\(id.rawValue) came twice") }
            if isQuiet(person, world, until: nil) { faults.append("\(id.rawValue) in quiet hours") }
        }
        hear(message.phrase, person, world)
    }

    /// The reminders that a message carries: their ids are on its buttons or in its lines.
    private func reminders(in message: Outgoing) -> [ShortID] {
        guard message.phrase.key.hasPrefix("reminders.") else { return [] }
        if case .lines(let lines) = message.phrase.values["lines"] {
            return lines.compactMap { line in
                guard line.key == "reminders.missed-line", case .code(let id) = line.values["id"]
                else { return nil }
                return ShortID(rawValue: id)
            }
        }
        let done = "/done "
        return message.buttons.flatMap { $0 }.filter { $0.data.hasPrefix(done) }.map {
            ShortID(rawValue: String($0.data.dropFirst(done.count)))
        }
    }

    private mutating func hear(_ phrase: Phrase, _ person: PersonID, _ world: World) {
        if case .lines(let lines) = phrase.values["lines"] {
            for line in lines { hear(line, person, world) }
        }
        guard phrase.key.hasPrefix("deadlines."), case .code(let code) = phrase.values["id"],
            let deadline = world.deadlines[ShortID(rawValue: code)]
        else { return }
        let due = world.due(deadline, for: person)
        let pair = Pair(person: person, deadline: deadline.id)
        if world.isDone(person, with: deadline) { faults.append("\(code) is done") }
        if phrase.key.hasPrefix("deadlines.missed"), phrase.key != "deadlines.missed-line" {
            if due > scene.now { faults.append("\(code) is not over") }
            if pairs[pair]?.isOver == true { faults.append("\(code) over twice") }
            pairs[pair, default: Told()].isOver = true
        } else {
            if due <= scene.now { faults.append("\(code) after its deadline") }
            if isQuiet(person, world, until: due) { faults.append("\(code) in quiet hours") }
        }
        pairs[pair, default: Told()].count += 1
        let told = pairs[pair, default: Told()]
        if told.count > 3 + told.wanted + 1 { faults.append("\(code) told too often") }
    }

    /// Whether somebody has quiet hours that end before what is due.
    private func isQuiet(_ person: PersonID, _ world: World, until due: Date?) -> Bool {
        guard let known = world.people[person], let quiet = known.reminding?.quiet,
            let zone = ZoneDatabase.system.zone(named: world.zoneName(of: known)),
            let window = quiet.window(around: scene.now, in: zone)
        else { return false }
        return due.map { window.end < $0 } ?? true
    }
}
