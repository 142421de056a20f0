/// Where one term stands: threads by number, ascending, with how often in the title and in the body.
struct Postings {
    struct Entry {
        var thread: Int32
        var inTitle: UInt16
        var inBody: UInt16
    }

    private(set) var entries: [Entry] = []

    var count: Int { entries.count }

    subscript(thread: Int32) -> Entry? {
        let place = position(thread)
        guard place < entries.count, entries[place].thread == thread else { return nil }
        return entries[place]
    }

    /// The same for threads asked for in ascending order: `place` remembers how far the list was read.
    func entry(_ thread: Int32, after place: inout Int) -> Entry? {
        entries.withUnsafeBufferPointer { entries in
            var step = 1
            while place + step < entries.count, entries[place + step].thread < thread {
                place += step
                step *= 2
            }
            var low = place
            var high = min(place + step + 1, entries.count)
            while low < high {
                let middle = (low + high) / 2
                if entries[middle].thread < thread { low = middle + 1 } else { high = middle }
            }
            place = low
            return low < entries.count && entries[low].thread == thread ? entries[low] : nil
        }
    }

    mutating func insert(_ entry: Entry) {
        if let last = entries.last, last.thread >= entry.thread {
            entries.insert(entry, at: position(entry.thread))
        } else {
            entries.append(entry)
        }
    }

    mutating func remove(_ thread: Int32) {
        let place = position(thread)
        guard place < entries.count, entries[place].thread == thread else { return }
        entries.remove(at: place)
    }

    private func position(_ thread: Int32) -> Int {
        var low = 0
        var high = entries.count
        while low < high {
            let middle = (low + high) / 2
            if entries[middle].thread < thread { low = middle + 1 } else { high = middle }
        }
        return low
    }
}
