import Glibc
import Testing

@testable import Journal
@testable import Support

/// `COHORTBOT_TORTURE=1` (`make torture`) takes every seed and every operation where `make test` takes some.
var isTorture: Bool { getenv("COHORTBOT_TORTURE") != nil }

extension DisasterLife.Account {
    /// A start on what a disaster left: everything that was told is there, in order and once; nothing that was refused
    /// aloud is; and life goes on.
    ///
    /// What was refused while the disk failed may be there as long as the disk has not recovered: it would not take a
    /// record back either, so neither telling nor refusing is certain then.
    func judge(_ files: MemoryFileSystem, _ place: @autoclosure () -> String) async {
        let journal: Journal
        let found: [Int?]
        do { (journal, found) = try open(files, limits: smallLimits) } catch {
            Issue.record("\(place()): refused: \(error)")
            return
        }
        let numbers = found.filter { !doubtful.contains($0 ?? 0) }
        if numbers.count < told || numbers != line.prefix(numbers.count).map(\.self) {
            Issue.record(
                "\(place()): found \(found); told \(line.prefix(told)) of \(line); doubtful \(doubtful)"
            )
        }
        if Set(found).count != found.count { Issue.record("\(place()): doubled: \(found)") }
        let store = FileStore(directory: "state", files: files)
        for (digest, content) in stored {
            let kept = try? await store.get(digest)
            if kept != content { Issue.record("\(place()): submitted work is lost") }
        }
        judgeBackup(files, place())
        do {
            try await journal.durable(upTo: journal.append([entry(1000)]))
            await journal.stop()
            let (again, after) = try open(
                files.afterPowerCut(.lost, names: .lost), limits: smallLimits)
            if after != found + [1000] { Issue.record("\(place()): then \(after)") }
            if let tail = again.recovery.tornTail { Issue.record("\(place()): then \(tail)") }
        } catch {
            Issue.record("\(place()): life does not go on: \(error)")
        }
    }

    /// A backup that was said to be made can be restored, with all that had been told by then.
    private func judgeBackup(_ files: MemoryFileSystem, _ place: @autoclosure () -> String) {
        guard let backup else { return }
        let collected = Collected()
        do {
            _ = try JournalReader.read(
                directory: "backup", files: files, program: "cohortbot test",
                makeReader: { collected.reader })
            if !collected.numbers.starts(with: backup.map(\.self)) {
                Issue.record("\(place()): the backup has \(collected.numbers)")
            }
        } catch {
            Issue.record("\(place()): the backup is refused: \(error)")
        }
    }
}
