import Foundation
import Journal
import Synchronization

/// What commits feel of a snapshot of 200,000 lines that is written meanwhile, beside a bare append on the same disk.
struct Compacting {
    private let directory: String

    init(_ directory: String) { self.directory = directory }

    func run() async throws {
        let journal = try open("\(directory)/compacting")
        let bare = BareFile("\(directory)/bare-beside")
        try await journal.durable(upTo: journal.append([entry(0)]))
        var commits: [Double] = []
        var appends: [Double] = []
        for round in 0..<3 {
            let snapshot = Task {
                // Each differs from the one before in every line, so that nothing can be linked.
                try await journal.compact(journal.cut(), content(200_000 + round))
            }
            let isDone = Flag()
            let watch = Task {
                _ = await snapshot.result
                isDone.set()
            }
            let beside = Task.detached {
                var times: [Double] = []
                while !isDone.isSet {
                    let start = ContinuousClock.now
                    bare.append()
                    times.append((ContinuousClock.now - start) / .seconds(1))
                }
                return times
            }
            while !isDone.isSet {
                let start = ContinuousClock.now
                try await journal.durable(upTo: journal.append([entry(1)]))
                commits.append((ContinuousClock.now - start) / .seconds(1))
            }
            appends += await beside.value
            await watch.value
            try await snapshot.value
        }
        let (of, alone) = (Latencies(commits), Latencies(appends))
        print("during compaction: \(of.words)")
        print("a bare append beside it: \(alone.words)")
        let more = (of.percentile(0.999) - alone.percentile(0.999)) / 1e3
        print("p99.9 of commits above the bare append's: \(String(format: "%.1f", more)) ms")
        await journal.stop()
    }
}

/// A switch that several tasks see.
final class Flag: Sendable {
    private let value = Atomic(false)

    var isSet: Bool { value.load(ordering: .relaxed) }

    func set() { value.store(true, ordering: .relaxed) }
}
