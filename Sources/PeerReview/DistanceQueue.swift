/// A binary heap of nodes by distance; a node may be in it more than once.
struct DistanceQueue {
    private var entries: [(distance: Int, node: Int32)] = []

    mutating func insert(_ distance: Int, _ node: Int32) {
        var child = entries.count
        entries.append((distance, node))
        while child > 0 {
            let parent = (child - 1) / 2
            if entries[parent].distance <= distance { break }
            entries[child] = entries[parent]
            child = parent
        }
        entries[child] = (distance, node)
    }

    mutating func popNearest() -> (distance: Int, node: Int32)? {
        guard let nearest = entries.first, let last = entries.popLast() else { return nil }
        let count = entries.count
        guard count > 0 else { return nearest }
        var parent = 0
        while true {
            var child = 2 * parent + 1
            if child >= count { break }
            if child + 1 < count, entries[child + 1].distance < entries[child].distance {
                child += 1
            }
            if last.distance <= entries[child].distance { break }
            entries[parent] = entries[child]
            parent = child
        }
        entries[parent] = last
        return nearest
    }
}
