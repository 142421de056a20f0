import Synchronization

/// A place in the journal where one segment ends and the next one begins.
public struct Cut: Hashable, Sendable {
    /// The last record in front of it.
    public let seq: Int
}

/// Where a cut came to lie.
struct CutPoint: Hashable, Sendable {
    let seq: Int
    let chain: Chain
    /// The segment that begins here.
    let next: Int

    init(_ segment: OpenSegment) {
        (seq, chain, next) = (segment.last, segment.chain, segment.number)
    }
}

extension Journal {
    /// Whether the journal has grown so long that a start would be faster from a new snapshot.
    public var isCompactionDue: Bool {
        state.withLock {
            $0.journalBytes > max(limits.compactionBytes, 2 * $0.snapshotBytes)
        }
    }

    /// Ends the open segment behind the last entry that was appended.
    ///
    /// At once and without waiting, so that the caller's view of its own state in this very moment is the snapshot that
    /// belongs here; `compact` writes it. One cut at a time.
    public func cut() throws(JournalFault) -> Cut {
        let result = state.withLock { state -> Result<Cut, JournalFault> in
            if let fault = state.isStopped ? .stopped : state.fault { return .failure(fault) }
            (state.cut, state.cutResult) = (state.last, nil)
            return .success(Cut(seq: state.last))
        }
        let cut = try result.get()
        startCommitting { _ in }
        return cut
    }

    /// Writes the snapshot that belongs to a cut, and lets starts begin with it; commits go on meanwhile.
    ///
    /// The generation before is kept, older ones are removed. Without `keepsPrevious` all older snapshots, segments and
    /// quarantined files are removed, so that what was erased is nowhere any more.
    /// - Throws: `.disk` where the snapshot could not be written, which harms nothing; the cut's own fault where the
    ///   journal failed; `.content` where a line is not one JSON value.
    public func compact(
        _ cut: Cut, _ content: SnapshotContent, keepsPrevious: Bool = true
    ) async throws(JournalFault) {
        let made = await withCheckedContinuation {
            (continuation: CheckedContinuation<Result<CutPoint, JournalFault>, Never>) in
            let result = state.withLock { state -> Result<CutPoint, JournalFault>? in
                if let result = state.cutResult { return result }
                state.cutWaiter = continuation
                return nil
            }
            if let result { continuation.resume(returning: result) }
        }
        let point = try made.get()
        let before = segment.withLock { $0.head }
        let written = await on(snapshots) { [self] in
            write(content, before: point.next, after: before, seq: point.seq, chain: point.chain)
        }
        let manifest = try written.get()
        let begun = await on(queue) { [self] in
            segment.withLock { segment -> Result<(Head, Int), JournalFault> in
                // After a fault HEAD is the restart's, which begins a generation behind this one.
                if let fault { return .failure(fault) }
                guard point.next > segment.head.first else { return .failure(.stopped) }
                do throws(FileError) {
                    try segment.begin(with: point.next, in: directory)
                } catch {
                    fail(.disk(error), held: [])
                    return .failure(.disk(error))
                }
                return .success((segment.head, segment.journalBytes))
            }
        }
        switch begun {
        case .failure(let fault): throw fault
        case .success((let head, let bytes)):
            state.withLock { state in
                (state.journalBytes, state.snapshotBytes) = (bytes, manifest.byteCount)
            }
            await on(snapshots) { [self] in
                // What cannot be removed now is removed with the next generation.
                let previous = before.hasSnapshot ? before.first - 1 : 0
                try? directory.removeOldGenerations(
                    beside: head, previous: keepsPrevious ? previous : nil)
                if !keepsPrevious { try? directory.emptyQuarantine() }
            }
        }
    }

    /// Writes a snapshot; what is left of one that failed is removed.
    private func write(
        _ content: SnapshotContent, before first: Int, after head: Head, seq: Int, chain: Chain
    ) -> Result<Manifest, JournalFault> {
        let name = SnapshotName.name(first - 1)
        let writer = SnapshotWriter(directory: directory, name: name, previous: head.snapshot)
        do {
            return .success(try writer.write(content, seq: seq, chain: chain))
        } catch {
            try? directory.removeSnapshot(name)
            if let error = error as? FileError { return .failure(.disk(error)) }
            return .failure(.content("\(error)"))
        }
    }

    /// Gets everything up to `seq` to the disk as a snapshot under a new name, with a new, empty segment behind it.
    ///
    /// The way back from a fault: memory is right, and the file that failed is not trusted again but set aside in
    /// `quarantine/`. Held entries behind `seq` follow into the new segment. A new state directory, too, can begin at
    /// any `seq` in this way.
    /// - Throws: the reason why it failed; nothing has changed then, and it may be tried again.
    public func restart(at seq: Int, _ content: SnapshotContent) async throws(JournalFault) {
        let result = await on(snapshots) { [self] in begin(at: seq, content) }
        let (segment, manifest, old) = try result.get()
        await on(queue) { [self] in
            self.segment.withLock { $0 = segment }
        }
        let done = state.withLock { state in
            let covered = min(state.pending.count, max(0, state.pending.count - (state.last - seq)))
            state.pending.removeFirst(covered)
            (state.durable, state.last) = (seq, max(state.last, seq))
            (state.fault, state.isRefusing, state.isFlushing) = (nil, false, true)
            (state.journalBytes, state.snapshotBytes) = (0, manifest.byteCount)
            return state.takeWaiters { $0.seq <= seq }
        }
        for waiter in done { waiter.continuation.resume(returning: nil) }
        startCommitting { _ in }
        await on(snapshots) { [self] in
            try? old.file.close()
            // The new generation is whole without these; the next start reports what is left lying.
            if old.journalBytes > 0 { try? directory.setAside(segment: old.number) }
            try? directory.fillBallast(limits.ballastBytes)
        }
    }

    private func begin(
        at seq: Int, _ content: SnapshotContent
    ) -> Result<(OpenSegment, Manifest, OpenSegment), JournalFault> {
        let old = segment.withLock { $0 }
        if case .disk(let error) = fault, error.isAboutRoom {
            try? directory.dropBallast()
        }
        let first: Int
        do throws(FileError) { first = try directory.nextSegmentNumber() } catch {
            return .failure(.disk(error))
        }
        var chain = old.chain
        chain.add(UInt32(truncatingIfNeeded: seq))
        return write(content, before: first, after: old.head, seq: seq, chain: chain).flatMap {
            manifest in
            do throws(FileError) {
                let segment = try OpenSegment.begin(
                    first, after: manifest, epoch: old.head.epoch, in: directory)
                return .success((segment, manifest, old))
            } catch {
                takeBack(first, to: old.head)
                return .failure(.disk(error))
            }
        }
    }

    /// HEAD may name by now what was not proven to be on disk, and what may yet be given up: it goes back to what it was.
    private func takeBack(_ first: Int, to head: Head) {
        guard (try? directory.replace(directory.head, in: directory.path, with: head.bytes)) != nil
        else { return }
        try? directory.removeSnapshot(SnapshotName.name(first - 1))
        try? directory.files.remove(directory.segment(first))
    }

    /// Gives up what is not on disk: whoever waits for it is told the fault, and what comes is refused until `restart`.
    ///
    /// At once, so that the caller can go back to its own last durable state in the same step.
    public func discard() {
        let (fault, left) = state.withLock { state -> (JournalFault, [Waiter]) in
            let fault = state.fault ?? .stopped
            (state.pending, state.last) = ([], state.durable)
            state.isRefusing = true
            return (fault, state.takeWaiters { _ in true })
        }
        for waiter in left { waiter.continuation.resume(returning: fault) }
    }
}
