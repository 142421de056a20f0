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
        var written: [Written] = []
        var reads: [Owed] = []
        for incoming in batch { decide(incoming, &written, &reads) }
        // Also for reads alone: what they tell may rest on a commit that is still on its way to the disk.
        let isSaved = await synced()
        var owed: [Owed] = []
        for item in written {
            owed += isSaved ? item.owed : [refusal(of: item.incoming)]
        }
        await outbox.deliver(owed + reads)
        let unsaved = isSaved ? [] : owed.map(\.key)
        let late = await outbox.settle(reads.map(\.key) + unsaved, within: Self.patience)
        await keep(late, of: reads + owed.filter { !$0.isDurable })
        return (owed + reads).map(\.key)
    }

    private struct Written {
        let incoming: Incoming
        let owed: [Owed]
    }

    private func decide(_ incoming: Incoming, _ written: inout [Written], _ reads: inout [Owed]) {
        let cause = incoming.cause
        let isNew = answered[cause.source, default: SeenWindow()].insert(cause.id)
        guard isNew, !world.hasSeen(cause) else { return }
        let now = now
        let dispatcher = Dispatcher(
            incoming, world: world, knowledge: knowledge, now: now, seed: chance.next())
        let acquaintance = Acquaintance(incoming, world: world, now: now)
        guard var decision = dispatcher.decide() else {
            // Unanswered, but a private chat that opens is worth keeping.
            let events = acquaintance.onArrival
            if !events.isEmpty {
                write(Decision(kind: "person", events: events), incoming, now, &written)
            }
            return
        }
        decision = decision.after(acquaintance.events(before: decision))
        guard decision.isRead else { return write(decision, incoming, now, &written) }
        reads += decision.messages.enumerated().map { index, message in
            Owed(key: "\(cause).\(index)", message, isDurable: false)
        }
    }

    private func write(
        _ decision: Decision, _ incoming: Incoming, _ now: Date, _ written: inout [Written]
    ) {
        var decision = decision
        if decision.kind.isEmpty { decision.kind = "read" }
        do throws(Ledger.Failure) {
            let owed = try enter(decision, cause: incoming.cause, at: now)
            written.append(Written(incoming: incoming, owed: owed))
        } catch {
            if case .encoding(let kind) = error {
                logger.error("decision.unwritable", metadata: ["kind": "\(kind)"])
            }
            written.append(Written(incoming: incoming, owed: [refusal(of: incoming)]))
        }
    }

    /// Says aloud that nothing was saved, quoting what was asked: a refusal that was said is not a loss.
    private func refusal(of incoming: Incoming) -> Owed {
        var phrase = Phrase("refusals.not-saved-short")
        if case .text(let text) = incoming.content {
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
