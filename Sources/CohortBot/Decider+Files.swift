import Chat
import Cohorts
import Commands
import Delivery
import Journal
import Logging

// A file is on disk before the record that names it. Putting it there takes a moment in which the world goes on; so what
// makes a file is decided, the file is put, and it is decided again, from the same time and chance, in the world as it
// is then.

extension Decider {
    /// Puts what a decision made and is not kept yet.
    /// - Returns: false where the disk does not take it.
    func keep(_ files: [Int: MadeFile], in kept: inout [MadeFile: KeptFile]) async -> Bool {
        for file in files.values where kept[file] == nil {
            do throws(JournalFault) {
                kept[file] = file.kept(as: try await self.files.put(file.bytes))
            } catch {
                logger.error("file.unkept", metadata: ["reason": "\(error)"])
                return false
            }
        }
        return true
    }

    /// What was kept is named by a record now, or by nothing any more.
    func release(_ kept: [MadeFile: KeptFile]) {
        for file in kept.values { files.release(file.digest) }
    }
}

/// The kept files, for Delivery.
struct KeptFiles: FileSource {
    let store: FileStore
    let logger: Logger

    func contents(of digest: String) async -> [UInt8]? {
        do throws(JournalFault) {
            return try await store.get(digest)
        } catch {
            logger.error("file.unreadable", metadata: ["reason": "\(error)"])
            return nil
        }
    }
}
