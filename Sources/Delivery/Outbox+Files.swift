import Chat
import Logging
import Texts

// Messages that carry a file have workers of their own: a file is read when its turn comes and may be 20 MB, so only a
// few are in memory at a time, and none of them takes a worker away from messages of words. Its lane waits for it.

extension Outbox {
    /// So many files are under way at once, on all platforms together.
    static let fileWidth = 3

    /// Puts a message that carries a file in line; its lane is busy until it is settled.
    func enqueue(upload item: Item) {
        uploads.append(item)
        wake.yield()
    }

    func startUploads(in group: inout DiscardingTaskGroup) {
        while uploaders < Self.fileWidth, !uploads.isEmpty {
            uploaders += 1
            let first = uploads.removeFirst()
            group.addTask { await self.work(onUpload: first) }
        }
    }

    private func work(onUpload first: Item) async {
        var item: Item? = first
        while let current = item {
            if let job = await ready(current) { await upload(job) }
            wake.yield()
            item = isStopped || uploads.isEmpty ? nil : uploads.removeFirst()
        }
        uploaders -= 1
    }

    private func upload(_ job: Job) async {
        guard let file = job.message.file, let platform = platforms[job.message.room.platform]
        else { return await settle(job.item, after: .invalid(reason: "no file")) }
        guard let contents = await files.contents(of: file.digest) else {
            logger.error("delivery.file-missing", metadata: ["digest": "\(file.digest)"])
            return goOnWithoutFile(job.item)
        }
        await settle(job.item, after: await platform.send(job.message, with: contents))
    }

    /// The words go all the same, and say that the file could not.
    private func goOnWithoutFile(_ item: Item) {
        var item = item
        item.retry.leaveFileOut()
        lanes[item.receiver.room.platform]?.putBack(item, until: moment, at: moment)
    }
}
