/// The ids of the updates that were handled last, so that one which comes again at once is not answered twice.
///
/// Only a courtesy for what needs no commit: what must never happen twice, the journal knows for good.
struct RecentUpdates: Sendable {
    private static let most = 1_000

    private var ids: Set<Int64> = []
    private var order: [Int64] = []

    /// The batch without what was handled before.
    func new(in batch: UpdateBatch) -> UpdateBatch {
        var batch = batch
        batch.updates.removeAll { ids.contains($0.id) }
        return batch
    }

    mutating func remember(_ batch: UpdateBatch) {
        for update in batch.updates where ids.insert(update.id).inserted {
            order.append(update.id)
        }
        guard order.count > 2 * Self.most else { return }
        for id in order.prefix(order.count - Self.most) { ids.remove(id) }
        order.removeFirst(order.count - Self.most)
    }
}
