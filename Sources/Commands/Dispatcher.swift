package import Chat
package import Cohorts
package import FoundationEssentials
import HashTreeCollections

/// From one incoming message to one decision: finds the command, checks the right, divides the words, asks for what
/// is missing.
///
/// Pure: the same message, world, knowledge, time and seed give the same decision.
package struct Dispatcher {
    /// Longer messages are refused with a sentence; no command needs more, and no chat platform but a terminal sends it.
    package static let longestMessage = 16_000

    let incoming: Incoming
    let world: World
    let knowledge: Knowledge
    let now: Date
    private let seed: UInt64
    private let typedAt: Date?
    let caller: Caller

    /// `typedAt` is when the message was typed, where that is long ago.
    package init(
        _ incoming: Incoming, world: World, knowledge: Knowledge, now: Date, seed: UInt64,
        typedAt: Date? = nil
    ) {
        self.typedAt = typedAt
        self.incoming = incoming
        self.world = world
        self.knowledge = knowledge
        self.now = now
        self.seed = seed
        caller = Caller(incoming, in: world, knowledge: knowledge)
    }

    /// - Returns: nil where the message is not for the bot: people talking to each other in a group.
    package func decide() -> Decision? {
        switch incoming.content {
        case .botAdded, .botRemoved, .moved: return RoomChange(incoming, world: world).decide()
        case .command(let name, let fields): return decide(command: name, fields: fields)
        case .press(let data): return decide(press: data)
        case .text(let text), .edited(let text): return decide(text: text.trimmed)
        }
    }

    private func decide(text: String) -> Decision? {
        let isCommand = text.first == "/" || text.first == "!"
        if !isCommand {
            if let question = openQuestion, !text.isEmpty || takesFile(question) {
                return answer(question, with: text)
            }
            if incoming.attachment != nil, caller.place.isPrivate || text.isEmpty {
                return decideOnFile()
            }
            guard caller.place.isPrivate else {
                return ForumHint(call: call(nil), world: world).decide(text)
            }
            return call(nil).reply(Phrase("help.plain-text", ["help": .code("/help")]))
        }
        guard text.utf8.count <= Self.longestMessage else {
            return call(nil).reply(
                Phrase("refusals.too-long", ["limit": .number(Self.longestMessage)]))
        }
        // `!` begins an ordinary sentence too; only what is a command is one.
        switch knowledge.commands.match(text) {
        case .command(let card, let rest): return run(card, rest: rest)
        case .group(let leaves): return Help.list(leaves, for: call(nil))
        case .unknown(let typed, let nearest):
            guard text.first == "/", typed.first?.isLetter ?? caller.place.isPrivate else {
                return nil
            }
            return refuse(
                .unknownCommand(typed: typed, nearest: nearest), card: nil, given: Arguments())
        }
    }

    /// A command whose fields came divided: nothing is left to be read from words.
    private func decide(command name: String, fields: [String: String]) -> Decision? {
        guard let card = knowledge.commands.card(named: name) else {
            let nearest = knowledge.commands.nearest(to: name, limit: 2)
            return refuse(
                .unknownCommand(typed: name, nearest: nearest), card: nil, given: Arguments())
        }
        let names = Set(card.fields.map(\.name))
        let given = fields.filter { names.contains($0.key) }.mapValues(\.trimmed)
        guard given.values.allSatisfy({ $0.utf8.count <= Self.longestMessage }) else {
            return call(nil).reply(
                Phrase("refusals.too-long", ["limit": .number(Self.longestMessage)]))
        }
        return run(card, arguments: Arguments(given.filter { !$0.value.isEmpty }))
    }

    private func decide(press data: String) -> Decision? {
        if data.hasPrefix("=") {
            let place = Question.Place(person: caller.person, room: caller.room)
            guard let question = world.questions[place], let index = Int(data.dropFirst()),
                question.options.indices.contains(index)
            else {
                return call(nil).reply(
                    Phrase(isAnothers ? "questions.not-yours" : "questions.stale"))
            }
            return answer(question, with: question.options[index])
        }
        // No button of ours says anything else: it is of an older program, or forged.
        return data.first == "/" ? decide(text: data) : call(nil).reply(Phrase("questions.stale"))
    }

    /// Whether the pressed button belongs to a question that somebody else was asked.
    private var isAnothers: Bool {
        guard let message = incoming.message else { return false }
        return world.questions.values.contains { $0.room == caller.room && $0.message == message }
    }

    // MARK: Running a command

    private func run(_ card: CommandCard, rest: String) -> Decision {
        let context = call(nil)
        let arguments = Arguments(
            rest, for: card.fields, dates: knowledge.dates, context: context.dateContext,
            assignments: assignmentNames(for: card))
        return run(card, arguments: arguments.divided(for: card, besides: file(for: card)))
    }

    private func assignmentNames(for card: CommandCard) -> [String] {
        guard card.fields.contains(where: { $0.kind == .assignment }), let cohort = caller.cohort
        else { return [] }
        return world.deadlines.values.filter { $0.cohort == cohort && !$0.isCancelled }
            .flatMap { [$0.title, $0.id.rawValue] }
    }

    func run(_ card: CommandCard, arguments: Arguments, as caller: Caller? = nil)
        -> Decision
    {
        let arguments = arguments.with(file(for: card))
        let call = call(arguments, as: caller)
        guard call.caller.role >= card.role else {
            let refusal = Refusal.notAllowed(
                card, has: call.caller.role, ask: askable(for: card.role),
                isUnsure: call.caller.isAuthorityUnknown)
            return refuse(refusal, card: card, given: Arguments())
        }
        guard let command = knowledge.commands.command(named: card.name) else {
            return refuse(
                .unknownCommand(typed: card.name, nearest: []), card: card, given: Arguments())
        }
        do {
            var decision = try command.answer(to: call, in: world)
            decision.kind = card.kind
            // What waited for its file ends no question that was asked meanwhile.
            return arguments.content == nil ? closingQuestion(decision) : decision
        } catch {
            if case .needsFile(let file, let limit) = error {
                return closingQuestion(fetch(file, upTo: limit, for: card, arguments))
            }
            return refuse(error, card: card, given: arguments)
        }
    }

    func call(_ arguments: Arguments?, as caller: Caller? = nil) -> Call {
        Call(
            caller: caller ?? self.caller, arguments: arguments ?? Arguments(),
            knowledge: knowledge, now: now, seed: seed, typedAt: typedAt)
    }

    /// The names of up to three people whom the caller can ask for a right they lack.
    private func askable(for role: Role) -> [String] {
        guard let id = caller.cohort, let cohort = world.cohorts[id] else { return [] }
        let people = world.holders(of: role, in: cohort).filter { $0 != caller.person }
        return people.compactMap { world.people[$0]?.name }.prefix(3).map { $0 }
    }

    // MARK: Questions

    /// The open question that this message may answer: in a group only a reply to the very message that asked.
    var openQuestion: Question? {
        let place = Question.Place(person: caller.person, room: caller.room)
        guard let question = world.questions[place] else { return nil }
        if caller.place.isPrivate { return question }
        guard let quote = incoming.replyTo, quote.isOurs else { return nil }
        return question.message == nil || question.message == quote.message ? question : nil
    }

    func answer(_ question: Question, with words: String) -> Decision {
        guard let card = knowledge.commands.card(named: question.command) else {
            return call(nil).reply(Phrase("questions.stale"))
        }
        if question.field == Self.cohortField {
            // Words that name none of their cohorts leave the choice open: it is asked for again.
            guard let cohort = Join.cohort(named: words, in: world),
                cohort.members[caller.person] != nil
            else { return run(card, arguments: Arguments(question.given)) }
            var after = world
            let event = CurrentCohortChosen(id: caller.person, cohort: cohort.id)
            event.apply(to: &after)
            let caller = Caller(incoming, in: after, knowledge: knowledge)
            return run(
                card, arguments: Arguments(question.given, file: question.file), as: caller
            ).after([event])
        }
        if question.field == Arguments.confirmation, !Arguments.agrees(words) {
            let place = Question.Place(person: caller.person, room: caller.room)
            return Decision(kind: Decision.asking, events: [QuestionClosed(place: place)])
                .telling(call(nil).inRoom(Phrase("questions.nothing-done")))
        }
        var given = question.given
        given[question.field] = words
        // A file that comes now is newer than one that came before the question.
        let file = incoming.attachment == nil ? question.file : nil
        return run(card, arguments: Arguments(given, file: file))
    }

    /// A command that goes through ends what was being asked.
    private func closingQuestion(_ decision: Decision) -> Decision {
        let place = Question.Place(person: caller.person, room: caller.room)
        guard world.questions[place] != nil else { return decision }
        return decision.after([QuestionClosed(place: place)])
    }

    private static let cohortField = "@cohort"

    private func refuse(_ refusal: Refusal, card: CommandCard?, given arguments: Arguments)
        -> Decision
    {
        let given = arguments.words
        let call = call(nil)
        let phrase = refusal.phrase(for: call)
        guard let card else { return call.reply(phrase) }
        var decision: Decision
        switch refusal {
        case .missing(let field):
            decision = ask(field.name, phrase, card, given: given)
        case .unreadable(let field, _):
            decision = ask(field.name, phrase, card, given: given.filter { $0.key != field.name })
        case .past:
            let field = card.fields.first { $0.kind == .moment }?.name ?? ""
            decision = ask(field, phrase, card, given: given.filter { $0.key != field })
        case .ambiguous(let field, _, let options):
            // What could mean several things is asked anew, and not kept: it may be where somebody lives.
            decision = ask(
                field.name, phrase, card, given: given.filter { $0.key != field.name },
                options: options.map(\.words), labels: options.map(\.label))
        case .whichCohort(let cohorts):
            decision = ask(
                Self.cohortField, phrase, card, given: given, options: cohorts.map(\.id.rawValue),
                labels: cohorts.map { Phrase("plain", ["text": .user($0.name)]) })
        case .confirm(_, let fixed):
            let fixed = given.merging(fixed) { $1 }
            decision = ask(
                Arguments.confirmation, phrase, card, given: fixed, options: ["yes", "no"],
                labels: [Phrase("questions.yes"), Phrase("questions.no")])
        case .unknownCommand, .notAllowed, .noCohort, .needsFile, .because:
            decision = call.reply(phrase)
        }
        decision.kind = Decision.asking
        return decision.keeping(file(of: arguments))
    }

    /// The file that a question must not lose: it came before what was asked for.
    private func file(of arguments: Arguments) -> GivenFile? {
        arguments.content.map { .kept($0.kept) } ?? arguments.file
    }

    private func ask(
        _ field: String, _ phrase: Phrase, _ card: CommandCard, given: [String: String],
        options: [String] = [], labels: [Phrase] = []
    ) -> Decision {
        let call = call(nil)
        var message = call.inRoom(phrase)
        message.buttons = labels.enumerated().map { [Choice($0.element, "=\($0.offset)")] }
        message.asks = caller.account
        let question = Question(
            person: caller.person, room: caller.room, command: card.name, given: given,
            field: field, options: options, askedAt: now)
        return Decision(events: [QuestionAsked(question: question)], messages: [message])
    }
}

extension Decision {
    /// This decision with a file that its question holds.
    fileprivate func keeping(_ file: GivenFile?) -> Decision {
        guard let file else { return self }
        var decision = self
        decision.events = events.map { event in
            guard var question = (event as? QuestionAsked)?.question else { return event }
            question.file = file
            return QuestionAsked(question: question)
        }
        return decision
    }
}
