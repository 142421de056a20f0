/// A maximum flow of least cost through a graph with whole, non-negative costs.
///
/// Shortest paths with potentials, and per path length all augmenting paths at once: costs here take few values
/// (zones are whole half-hours), so there are few lengths.
struct MinCostFlow {
    private var heads: [Int32] = []
    private var capacities: [Int32] = []
    private var costs: [Int] = []
    private var tails: [Int32] = []
    /// Arcs leaving a node are `order[first[node]..<first[node + 1]]`; an arc's reverse is its number xor 1.
    private var first: [Int32] = []
    private var order: [Int32] = []
    private var potentials: [Int]
    private let nodes: Int

    init(nodes: Int) {
        self.nodes = nodes
        potentials = [Int](repeating: 0, count: nodes)
    }

    /// Makes room for as many arcs at once.
    mutating func reserve(arcs: Int) {
        heads.reserveCapacity(2 * arcs)
        tails.reserveCapacity(2 * arcs)
        capacities.reserveCapacity(2 * arcs)
        costs.reserveCapacity(2 * arcs)
    }

    @discardableResult
    mutating func addArc(_ from: Int, _ to: Int, capacity: Int, cost: Int) -> Int {
        let arc = heads.count
        tails.append(Int32(from))
        tails.append(Int32(to))
        heads.append(Int32(to))
        heads.append(Int32(from))
        capacities.append(Int32(capacity))
        capacities.append(0)
        costs.append(cost)
        costs.append(-cost)
        return arc
    }

    /// Makes an arc dearer, or closes it.
    mutating func charge(_ arc: Int, _ surcharge: Int?) {
        guard let surcharge else {
            capacities[arc] = 0
            return
        }
        costs[arc] += surcharge
        costs[arc ^ 1] -= surcharge
    }

    /// What all that flows costs.
    var cost: Int {
        stride(from: 0, to: heads.count, by: 2).reduce(0) { $0 + costs[$1] * flow($1) }
    }

    /// What it costs at least, after `run`, to send something through an empty arc, or nothing through a full one.
    func reducedCost(_ arc: Int) -> Int {
        let cost = costs[arc] + potentials[Int(tails[arc])] - potentials[Int(heads[arc])]
        return flow(arc) > 0 ? -cost : cost
    }

    /// What flows through an arc.
    func flow(_ arc: Int) -> Int { Int(capacities[arc ^ 1]) }

    /// Sends all that can be sent; returns how much that is.
    mutating func run(from source: Int, to sink: Int) -> Int {
        var total = 0
        while relax(from: source, to: sink) {
            while true {
                let levels = levels(from: source, to: sink)
                if levels[sink] < 0 { break }
                var next = Array(first[0..<nodes])
                var sent = 0
                while true {
                    let more = push(source, sink, Int(Int32.max), levels, &next)
                    if more == 0 { break }
                    sent += more
                }
                if sent == 0 { break }
                total += sent
            }
        }
        return total
    }

    /// The nodes that could send something to `node` after `run` if they had it, not by way of the sink: a tight set.
    func nodesBehind(_ node: Int, sink: Int) -> [Bool] {
        var reached = [Bool](repeating: false, count: nodes)
        reached[node] = true
        var stack = [node]
        while let node = stack.popLast() {
            for position in first[node]..<first[node + 1] {
                let arc = Int(order[Int(position)])
                let other = Int(heads[arc])
                // The reverse arc's residual is what could still come from `other` to `node`.
                if other != sink, capacities[arc ^ 1] > 0, !reached[other] {
                    reached[other] = true
                    stack.append(other)
                }
            }
        }
        return reached
    }

    /// Makes the graph ready to run, once all arcs are there.
    mutating func index() {
        var counts = [Int32](repeating: 0, count: nodes + 1)
        for tail in tails { counts[Int(tail) + 1] += 1 }
        for node in 0..<nodes { counts[node + 1] += counts[node] }
        first = counts
        order = [Int32](repeating: 0, count: tails.count)
        for arc in tails.indices {
            let tail = Int(tails[arc])
            order[Int(counts[tail])] = Int32(arc)
            counts[tail] += 1
        }
    }

    /// Moves the potentials so that the shortest residual paths cost nothing; false when the sink is out of reach.
    private mutating func relax(from source: Int, to sink: Int) -> Bool {
        var distances = [Int](repeating: .max, count: nodes)
        var queue = DistanceQueue()
        distances[source] = 0
        queue.insert(0, Int32(source))
        while let (distance, here) = queue.popNearest() {
            let node = Int(here)
            if distance > distances[node] { continue }
            // Farther nodes need no exact distance: they move by the sink's.
            if node == sink { break }
            for position in first[node]..<first[node + 1] {
                let arc = Int(order[Int(position)])
                guard capacities[arc] > 0 else { continue }
                let other = Int(heads[arc])
                let candidate = distance + costs[arc] + potentials[node] - potentials[other]
                if candidate < distances[other] {
                    distances[other] = candidate
                    queue.insert(candidate, heads[arc])
                }
            }
        }
        let farthest = distances[sink]
        guard farthest < .max else { return false }
        for node in 0..<nodes { potentials[node] += min(distances[node], farthest) }
        return true
    }

    private func isTight(_ arc: Int, from node: Int) -> Bool {
        capacities[arc] > 0 && costs[arc] + potentials[node] == potentials[Int(heads[arc])]
    }

    private func levels(from source: Int, to sink: Int) -> [Int32] {
        var levels = [Int32](repeating: -1, count: nodes)
        levels[source] = 0
        var queue = [source]
        var position = 0
        while position < queue.count, levels[sink] < 0 {
            let node = queue[position]
            position += 1
            for index in first[node]..<first[node + 1] {
                let arc = Int(order[Int(index)])
                let other = Int(heads[arc])
                if levels[other] < 0, isTight(arc, from: node) {
                    levels[other] = levels[node] + 1
                    queue.append(other)
                }
            }
        }
        return levels
    }

    private mutating func push(
        _ node: Int, _ sink: Int, _ limit: Int, _ levels: [Int32], _ next: inout [Int32]
    ) -> Int {
        if node == sink { return limit }
        while next[node] < first[node + 1] {
            let arc = Int(order[Int(next[node])])
            let other = Int(heads[arc])
            if levels[other] == levels[node] + 1, isTight(arc, from: node) {
                let sent = push(other, sink, min(limit, Int(capacities[arc])), levels, &next)
                if sent > 0 {
                    capacities[arc] -= Int32(sent)
                    capacities[arc ^ 1] += Int32(sent)
                    return sent
                }
            }
            next[node] += 1
        }
        return 0
    }
}
