import HashTreeCollections

/// A persistent map of large values, each in a box of its own.
package struct Shelf<Key: Hashable & Sendable, Value: Equatable & Sendable>: Sendable {
    private var boxes: TreeDictionary<Key, Box<Value>> = [:]

    package init() {}

    package subscript(key: Key) -> Value? {
        get { boxes[key]?.value }
        set { boxes[key] = newValue.map { Box($0) } }
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
