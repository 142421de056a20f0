/// A persistent map from numbers to objects, in the order of the numbers.
///
/// Ids are handed out one after the other. A tree of thirty-two branches holds a million of them side by side in nine
/// bytes each and finds one without hashing; a hash trie spreads them over nodes of all sizes, in fifty.
struct NumberTree<Element: AnyObject & Sendable>: Sendable {
    fileprivate enum Node: Sendable {
        case inner([Node?])
        case leaf([Element?])
    }

    private static var width: Int { 32 }
    private static var bits: Int { 5 }

    private var root: Node?
    /// How many levels are above the leaves.
    private var height = 0
    private(set) var count = 0

    /// Numbers begin at nought.
    subscript(number: Int) -> Element? {
        guard isWithin(number) else { return nil }
        var node = root
        var level = height
        while true {
            let index = Self.index(of: number, at: level)
            switch node {
            case .inner(let nodes): node = nodes[index]
            case .leaf(let elements): return elements[index]
            case nil: return nil
            }
            level -= 1
        }
    }

    /// Puts an object in the place of another one, or takes it away.
    /// - Returns: what stood there.
    @discardableResult
    mutating func put(_ element: Element?, at number: Int) -> Element? {
        while !isWithin(number) {
            guard element != nil else { return nil }
            if let root {
                var nodes: [Node?] = Array(repeating: nil, count: Self.width)
                nodes[0] = root
                self.root = .inner(nodes)
            }
            height += 1
        }
        let old = Self.put(element, at: number, height, in: &root)
        count += (element == nil ? 0 : 1) - (old == nil ? 0 : 1)
        return old
    }

    private static func put(
        _ element: Element?, at number: Int, _ level: Int, in node: inout Node?
    ) -> Element? {
        let index = index(of: number, at: level)
        // Taken out of the node while it changes, so that nobody else holds it and nothing is copied.
        switch node.take() {
        case .inner(var nodes):
            let old = put(element, at: number, level - 1, in: &nodes[index])
            if nodes[index] != nil || nodes.contains(where: { $0 != nil }) { node = .inner(nodes) }
            return old
        case .leaf(var elements):
            let old = elements[index]
            elements[index] = element
            if element != nil || elements.contains(where: { $0 != nil }) { node = .leaf(elements) }
            return old
        case nil:
            guard element != nil else { return nil }
            if level == 0 {
                node = .leaf(Array(repeating: nil, count: width))
            } else {
                node = .inner(Array(repeating: nil, count: width))
            }
            return put(element, at: number, level, in: &node)
        }
    }

    /// Whether the tree is high enough for a number.
    private func isWithin(_ number: Int) -> Bool { number >> (Self.bits * (height + 1)) == 0 }

    private static func index(of number: Int, at level: Int) -> Int {
        number >> (bits * level) & (width - 1)
    }
}

extension Optional {
    /// The value, which is then no longer here.
    fileprivate mutating func take() -> Wrapped? {
        defer { self = nil }
        return self
    }
}

extension NumberTree: Sequence {
    struct Iterator: IteratorProtocol {
        /// The nodes on the way to the next object, each with how many of its places are behind.
        fileprivate var path: [(node: Node, index: Int)]

        mutating func next() -> Element? {
            while let (node, index) = path.last {
                guard index < NumberTree.width else {
                    path.removeLast()
                    continue
                }
                path[path.count - 1].index += 1
                switch node {
                case .leaf(let elements): if let element = elements[index] { return element }
                case .inner(let nodes): if let child = nodes[index] { path.append((child, 0)) }
                }
            }
            return nil
        }
    }

    func makeIterator() -> Iterator { Iterator(path: root.map { [($0, 0)] } ?? []) }

    var underestimatedCount: Int { count }
}
