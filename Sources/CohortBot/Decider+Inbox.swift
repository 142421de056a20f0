package import Chat
import Cohorts
import Commands
import Delivery
import FoundationEssentials
import HashTreeCollections
import Journal
import Logging

extension Decider: Inbox {
    /// How long a batch waits for the answers of its reads before they are journalled instead: a chat that is held back
    /// must not hold back everybody's next messages.
    private static let patience = 0.25

    package func receive(_ batch: [Incoming]) async { _ = await take(batch) }

    /// Takes a batch: decides each update, writes, sends.
    /// - Returns: the keys of all its messages.
    func take(_ batch: [Incoming]) async -> [String] {
        var (keys, rest) = ([String](), batch[...])
        var unmade: Unmade?
        var held: [KeptFile] = []
        repeat {
            var (written, reads) = ([Written](), [Read]())
            while let incoming = rest.first, decide(incoming, &unmade, &written, &reads) {
                rest.removeFirst()
                held += unmade.map { Array($0.kept.values) } ?? []
                unmade = nil
            }
            // What came before an update that makes a file is on disk and told before the file is put.
            keys += await tell(written, reads)
            if var making = unmade, let incoming = rest.first {
                let isKept = await keep(making.files, in: &making.kept)
                unmade = making
                guard !isKept else { continue }
                held += making.kept.values
                unmade = nil
                rest.removeFirst()
                answer(incoming)
                let refused = Written(
                    incoming: incoming, owed: [refusal(of: incoming)], isKept: false)
                keys += await tell([refused], [])
            }
        } while !rest.isEmpty
        for file in held { files.release(file.digest) }
        return keys
    }

    /// An update whose decision waits for the files that it makes: it is decided again as at the first time.
    private struct Unmade {
        let now: Date
        let seed: UInt64
        var files: [Int: MadeFile]
        var kept: [MadeFile: KeptFile]
    }

    private func tell(_ written: [Written], _ reads: [Read]) async -> [String] {
        var reads = reads
        let questions = questionsAboutBacklogs()
        let place = place
        // Also for reads alone: what they tell may rest on a commit that is still on its way to the disk.
        var isSaved = await synced()
        if !isSaved { reads = reads.map(safely) }
        let answers = reads.flatMap(\.owed)
        if !isSaved, !written.isEmpty || !questions.isEmpty {
            // The writes are held; whoever only asked does not wait for them.
            await outbox.deliver(answers)
            isSaved = await held(upTo: place)
        }
        var owed: [Owed] = []
        for item in written {
            owed += isSaved || !item.isKept ? item.owed : [refusal(of: item.incoming)]
        }
        if isSaved { owed += questions }
        await outbox.deliver(owed + answers)
        let unsaved = owed.filter { !$0.isDurable }.map(\.key)
        let late = await outbox.settle(answers.map(\.key) + unsaved, within: Self.patience)
        await keep(late, of: answers + owed.filter { !$0.isDurable })
        return (owed + answers).map(\.key)
    }

    /// An update that changes something, and the messages it owes.
    private struct Written {
        let incoming: Incoming
        let owed: [Owed]
        /// False where it was refused at once.
        let isKept: Bool
    }

    /// An update that changes nothing, and its answers.
    private struct Read {
        let incoming: Incoming
        let owed: [Owed]

        init(_ incoming: Incoming, _ decision: Decision) {
            self.incoming = incoming
            owed = decision.messages.enumerated().map { index, message in
                Owed(key: "\(incoming.cause).\(index)", message, isDurable: false)
            }
        }
    }

    /// - Returns: false where files have to be put first.
    private func decide(
        _ incoming: Incoming, _ unmade: inout Unmade?, _ written: inout [Written],
        _ reads: inout [Read]
    ) -> Bool {
        let cause = incoming.cause
        let isAnswered = answered[cause.source]?.contains(cause.id) ?? false
        guard !isAnswered, !world.hasSeen(cause) else { return true }
        let now = unmade?.now ?? now
        let seed = unmade?.seed ?? chance.next()
        let kept = unmade?.kept ?? [:]
        var meant = dispatcher(on: incoming, in: world, at: now, seed: seed).decide()
        // What is old is not carried out now, and needs no file.
        if let decision = meant, !LateDecision.isOld(incoming) {
            meant = decision.naming(kept)
            guard meant != nil else {
                unmade = Unmade(now: now, seed: seed, files: decision.files, kept: kept)
                return false
            }
        }
        answer(incoming)
        guard let decision = decision(on: incoming, meant, in: world, at: now) else { return true }
        if decision.isRead {
            reads.append(Read(incoming, decision))
        } else {
            write(decision, incoming, now, &written)
        }
        return true
    }

    /// Notes that an update is answered by this process.
    private func answer(_ incoming: Incoming) {
        let cause = incoming.cause
        answered[cause.source, default: SeenWindow(of: cause.source)].insert(cause.id)
    }

    private func dispatcher(
        on incoming: Incoming, in world: World, at now: Date, seed: UInt64
    ) -> Dispatcher {
        Dispatcher(incoming, world: world, knowledge: knowledge, now: now, seed: seed)
    }

    /// What a world makes of an update that is meant so; nil where it asks for nothing and changes nothing.
    private func decision(
        on incoming: Incoming, _ meant: Decision?, in world: World, at now: Date
    ) -> Decision? {
        let acquaintance = Acquaintance(incoming, world: world, now: now)
        guard let decision = timely(incoming, meant, at: now) else {
            // Unanswered, but a private chat that opens is worth keeping.
            let events = acquaintance.onArrival
            return events.isEmpty ? nil : Decision(kind: "person", events: events)
        }
        return decision.after(acquaintance.events(before: decision))
    }

    /// The same question answered from what is on disk, while something is held that may never get there.
    private func safely(_ read: Read) -> Read {
        // What was said of an old or an edited message holds in any world, and is said once.
        if case .edited = read.incoming.content { return read }
        guard ledger.isUnsure, !LateDecision.isOld(read.incoming),
            let decision = decision(
                on: read.incoming,
                dispatcher(on: read.incoming, in: ledger.safe, at: now, seed: chance.next())
                    .decide(),
                in: ledger.safe, at: now),
            // One that makes a file told nothing else; its file is kept by now.
            decision.isRead, decision.files.isEmpty
        else { return read }
        return Read(read.incoming, decision)
    }

    private func write(
        _ decision: Decision, _ incoming: Incoming, _ now: Date, _ written: inout [Written]
    ) {
        var decision = decision
        if decision.kind.isEmpty { decision.kind = "read" }
        do throws(Ledger.Failure) {
            let owed = try enter(decision, cause: incoming.cause, at: now)
            written.append(Written(incoming: incoming, owed: owed, isKept: true))
        } catch {
            if case .encoding(let kind) = error {
                logger.error("decision.unwritable", metadata: ["kind": "\(kind)"])
            }
            written.append(
                Written(incoming: incoming, owed: [refusal(of: incoming)], isKept: false))
        }
    }

    /// Says aloud that nothing was saved, quoting what was asked: a refusal that was said is not a loss.
    private func refusal(of incoming: Incoming) -> Owed {
        var phrase = Phrase("refusals.not-saved-short")
        if let text = incoming.content.words {
            phrase = Phrase("refusals.not-saved", ["words": .user(String(text.prefix(200)))])
        }
        return Owed(
            key: "\(incoming.cause).refused",
            Outgoing(
                to: .room(incoming.room), reader: world.accounts[incoming.sender.account], phrase,
                replyTo: incoming.place.isPrivate ? nil : incoming.message),
            isDurable: false)
    }

    /// Journals answers of reads that are not out yet, so that their updates may be confirmed.
    private func keep(_ late: [String], of reads: [Owed]) async {
        guard !late.isEmpty else { return }
        let late = Set(late)
        let messages = Dictionary(
            reads.filter { late.contains($0.key) }.map { ($0.key, $0.outgoing) },
            uniquingKeysWith: { first, _ in first })
        let decision = Decision(kind: "owe", events: [MessagesOwed(messages: messages)])
        do throws(Ledger.Failure) {
            _ = try enter(decision, cause: nil, at: now)
            _ = await synced()
        } catch {
            // The disk is unsafe and said so; the answers are still under way in memory.
            logger.notice("delivery.unkept", metadata: ["count": "\(messages.count)"])
        }
    }
}
