import Chat
import Cohorts
import Commands
import FoundationEssentials
import HashTreeCollections
import Journal
import Logging
import Operations

// How decisions reach the disk, and what holds while it fails: reads go on from what is safe, writes are held, and
// after a while given up aloud.

extension Decider {
    /// How far decisions had come at one moment.
    struct Place {
        let sequence: Int
        /// How often something was given up before. Numbers that were given up are handed out again.
        let surrenders: Int
    }

    /// Behind everything entered so far.
    var place: Place {
        ledger.mark()
        return Place(sequence: ledger.last, surrenders: surrenders)
    }

    /// Waits until everything entered so far is on disk.
    /// - Returns: false as soon as the disk fails. What was entered is then held: nobody may be told yet.
    func synced() async -> Bool { await synced(upTo: place) }

    private func synced(upTo place: Place) async -> Bool {
        do throws(JournalFault) {
            try await ledger.journal.durable(upTo: place.sequence)
        } catch {
            noteTrouble(error)
            return false
        }
        return isKept(place)
    }

    /// Waits until everything up to a place is on disk or given up, however long the disk fails.
    /// - Returns: false where it was given up; the changes are taken back by then.
    func held(upTo place: Place) async -> Bool {
        guard surrenders == place.surrenders else { return false }
        do throws(JournalFault) {
            try await ledger.journal.held(upTo: place.sequence)
        } catch {
            return false
        }
        return isKept(place)
    }

    /// Waits until everything entered so far is on disk or given up.
    func kept() async -> Bool { await kept(upTo: place) }

    /// Waits until everything up to a place is on disk or given up.
    func kept(upTo place: Place) async -> Bool {
        if await synced(upTo: place) { return true }
        return await held(upTo: place)
    }

    private func isKept(_ place: Place) -> Bool {
        guard surrenders == place.surrenders else { return false }
        ledger.isDurable(upTo: place.sequence)
        return true
    }

    private func noteTrouble(_ fault: JournalFault) {
        // The journal may have come back in the meantime.
        guard ledger.journal.fault != nil else { return }
        if isLeaving { giveUp() }
        troubles.yield()
    }

    /// Says that the disk fails: once in the log, and on the health page until it is over.
    func isUnsafe(_ fault: JournalFault) {
        logger.critical("store.unsafe", metadata: ["reason": "\(fault)"])
        health.store(fault: "\(fault)")
    }

    /// The world and the last commit in it, for a snapshot.
    var view: (world: World, sequence: Int) {
        ledger.mark()
        return (world, ledger.last)
    }

    /// Ends the open segment here, together with the world that belongs to this place.
    func cut() throws(JournalFault) -> (cut: Cut, world: World) {
        (try ledger.journal.cut(), world)
    }

    /// Takes back what the disk did not take, in one step with everything that is derived from it.
    func giveUp() {
        ledger.takeBack()
        surrenders += 1
        agenda = Agenda(world)
        beginForum()
        // Their jobs are gone, or have to wait for the disk.
        releaseJobWaiters()
    }

    /// The disk has everything up to `sequence` again.
    func recovered(upTo sequence: Int) {
        ledger.isDurable(upTo: sequence)
        logger.notice("store.safe", metadata: ["seq": "\(sequence)"])
        health.store(fault: nil)
        let events = unrecorded
        unrecorded = []
        if !events.isEmpty { record(events) }
        turns.release()
        jobChanges.yield()
        agendaChanges.yield()
    }

    /// The bot is about to stop: what is held now is given up, so that everybody still gets an answer.
    func leave() {
        isLeaving = true
        if ledger.journal.fault != nil { giveUp() }
    }
}
