package import Chat
package import Cohorts

// A decision is pure and cannot fetch. A command that needs a file's content says so by a refusal; what comes of that is
// a job, committed like everything else, and the command is carried out when the job has the file.

extension Dispatcher {
    /// Accepts the fetching of a file as a job.
    func fetch(_ file: GivenFile, upTo limit: Int, for card: CommandCard, _ arguments: Arguments)
        -> Decision
    {
        let job = Job(
            id: ShortID(.job, world.nextNumber),
            task: .fetch(
                FileRequest(
                    file: file, limit: limit, command: card.name, given: arguments.words,
                    sender: incoming.sender, place: caller.place, aside: caller.aside)),
            person: caller.person,
            room: caller.room, replyTo: caller.message, startedAt: now)
        return Decision(
            kind: "fetch", events: [JobStarted(job: job, number: world.nextNumber)])
    }

    /// Carries out a command that waited for its file.
    package func resume(_ request: FileRequest, with content: FileContent) -> Decision {
        guard let card = knowledge.commands.card(named: request.command) else {
            return call(nil).reply(Phrase("questions.stale"))
        }
        return run(card, arguments: Arguments(request.given, content: content))
    }

    /// Says why the file that a command waited for is not there.
    package func giveUp(_ phrase: Phrase) -> Decision { call(nil).reply(phrase) }

    /// The file that a command gets: the message's own, or that of the message it replies to.
    ///
    /// What a learner quotes counts only where they sent it themselves: nobody hands in what others wrote.
    func file(for card: CommandCard) -> GivenFile? {
        guard card.takesFile else { return nil }
        if let attachment = incoming.attachment { return .sent(attachment) }
        guard let quote = incoming.replyTo,
            card.role > .learner || quote.author == incoming.sender.account
        else { return nil }
        return quote.attachment.map { .sent($0) }
    }

    /// A file without a command: asked back about in private, and in a group none of the bot's business.
    func decideOnFile() -> Decision? {
        guard caller.place.isPrivate else { return nil }
        let commands = knowledge.commands.cards.filter { $0.role <= caller.role && $0.takesFile }
        guard !commands.isEmpty else { return call(nil).reply(Phrase("files.no-command-here")) }
        let names = commands.map { Phrase("plain", ["text": .code("/\($0.name)")]) }
        return call(nil).reply(Phrase("files.what-for", ["commands": .list(names)]))
    }

    /// Whether a file is an answer to what was asked.
    func takesFile(_ question: Question) -> Bool {
        guard incoming.attachment != nil else { return true }
        let card = knowledge.commands.card(named: question.command)
        return card?.fields.contains { $0.name == question.field && $0.kind == .file } ?? false
    }
}

extension CommandCard {
    fileprivate var takesFile: Bool { fields.contains { $0.kind == .file } }
}

extension Arguments {
    /// Beside a file the words are first of all for the other fields: `/submit Essay` names the assignment.
    func divided(for card: CommandCard, besides file: GivenFile?) -> Arguments {
        guard file != nil, let field = card.fields.first(where: { $0.kind == .file }),
            let open = card.fields.first(where: {
                $0.isRequired && $0.kind != .file && words[$0.name] == nil
            })
        else { return self }
        var arguments = self
        arguments.words[open.name] = arguments.words.removeValue(forKey: field.name)
        return arguments
    }

    /// These with a file, where none is known yet.
    func with(_ file: GivenFile?) -> Arguments {
        var arguments = self
        if content == nil { arguments.file = self.file ?? file }
        return arguments
    }
}
