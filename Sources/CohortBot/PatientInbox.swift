import Chat
import Delivery

/// An inbox that returns only when everything a message led to has been said: for a terminal, where the next line is
/// read after the answer to this one, long work included.
struct PatientInbox: Inbox {
    let decider: Decider
    let outbox: Outbox
    /// Seconds; a console prints at once, so this is never waited out unless something is broken.
    private static let patience = 10.0

    func receive(_ batch: [Incoming]) async {
        let keys = await decider.take(batch)
        await decider.jobsDone()
        _ = await outbox.settle(keys, within: Self.patience)
        await settleAll()
    }

    /// Waits for everything that is under way, such as a job's result.
    func settleAll() async {
        _ = await outbox.settle(await outbox.openKeys, within: Self.patience)
    }
}
