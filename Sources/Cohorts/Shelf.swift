import HashTreeCollections

/// A persistent map of large values, each in a box of its own.
///
/// A hash trie copies the node around a value that changes. With a million reminders or ten thousand owed messages the
/// nodes should hold pointers: copying one then moves bytes by the hundred and not by the ten thousand.
package struct Shelf<Key: Hashable & Sendable, Value: Equatable & Sendable>: Sendable {
    final class Box: Sendable {
        let value: Value

        init(_ value: Value) { self.value = value }
    }

    private var boxes: TreeDictionary<Key, Box> = [:]

    package init() {}

    package subscript(key: Key) -> Value? {
        get { boxes[key]?.value }
        set { _ = put(newValue.map(Box.init), for: key) }
    }

    /// - Returns: the box that stood there.
    mutating func put(_ box: Box?, for key: Key) -> Box? {
        if let box { return boxes.updateValue(box, forKey: key) }
        return boxes.removeValue(forKey: key)
    }

    package var count: Int { boxes.count }
    package var isEmpty: Bool { boxes.isEmpty }
    package var keys: some Collection<Key> { boxes.keys }
    package var values: some Collection<Value> { boxes.values.lazy.map(\.value) }
}

extension Shelf: Sequence {
    package func makeIterator() -> some IteratorProtocol<(key: Key, value: Value)> {
        boxes.lazy.map { (key: $0.key, value: $0.value.value) }.makeIterator()
    }

    package var underestimatedCount: Int { count }
}

extension Shelf: Equatable {
    package static func == (a: Shelf, b: Shelf) -> Bool {
        a.count == b.count && a.allSatisfy { key, value in b[key] == value }
    }
}
