/// A value while it is being encoded: its texts in one buffer, its shape in one array.
///
/// The protocols of `Codable` let a value write to its containers in any order and never say when one is finished, so
/// the order is settled at the end, in `write(into:)`.
struct EncodedTree {
    /// One value, and the key it stands under.
    struct Slot {
        enum Kind: UInt8 { case nothing, scalar, array, object }

        var kind = Kind.nothing
        /// The key stands in `texts` as it is, and has to be escaped on the way out; else it stands as `"key":`.
        var hasRawKey = false
        var start: Int
        /// The end of the key, where a scalar's text begins.
        var keyEnd: Int
        /// The end of a scalar's text.
        var end = 0
        var parent: Int
        var depth = 0
        var next = -1
        var firstChild = -1
        var lastChild = -1
        var count = 0
    }

    static let root = 0

    private(set) var texts: [UInt8] = []
    private var slots: [Slot] = []
    /// What was wrong where the protocols let nothing be thrown.
    private(set) var fault: EncodingError?

    init() {
        texts.reserveCapacity(400)
        slots.reserveCapacity(16)
        slots.append(Slot(start: 0, keyEnd: 0, parent: -1))
    }

    subscript(slot: Int) -> Slot { slots[slot] }

    /// Makes the slot a container, or finds that it is one already.
    mutating func open(_ slot: Int, as kind: Slot.Kind) {
        let before = slots[slot].kind
        guard before != kind else { return }
        if before != .nothing {
            note("one value asks for two kinds of container", at: slot)
        } else if slots[slot].depth >= Depth.limit {
            note("more than \(Depth.limit) containers in each other", at: slot)
        }
        slots[slot].kind = kind
    }

    /// A new value under a key.
    mutating func add(_ key: String, to object: Int) -> Int {
        let start = texts.count
        let isPlain = texts.appendKey(key)
        let slot = link(start: start, to: object)
        slots[slot].hasRawKey = !isPlain
        return slot
    }

    /// The container that is under the key already, or a new value.
    mutating func find(_ key: String, in object: Int) -> Int {
        var child = slots[object].firstChild
        while child >= 0 {
            if texts[keyRange(of: child)].elementsEqual(key.utf8) { return child }
            child = slots[child].next
        }
        return add(key, to: object)
    }

    /// A new element.
    mutating func addElement(to array: Int) -> Int { link(start: texts.count, to: array) }

    /// Writes a scalar's text.
    @inline(__always)
    mutating func fill(_ slot: Int, _ append: (inout [UInt8]) -> Void) {
        // A value that is written a second time, after others, stands away from its key.
        if slots[slot].keyEnd != texts.count { detach(slot) }
        append(&texts)
        slots[slot].kind = .scalar
        slots[slot].end = texts.count
    }

    mutating func note(_ what: String, at slot: Int) {
        guard fault == nil else { return }
        fault = .invalidValue(
            what, .init(codingPath: path(to: slot), debugDescription: what))
    }

    /// The keys and positions that lead to a value; worked out when somebody asks.
    func path(to slot: Int) -> [any CodingKey] {
        var path: [any CodingKey] = []
        var slot = slot
        while slots[slot].parent >= 0 {
            let parent = slots[slot].parent
            if slots[parent].kind == .array {
                path.append(PathKey(position(of: slot, in: parent)))
            } else {
                path.append(PathKey(String(decoding: texts[keyRange(of: slot)], as: UTF8.self)))
            }
            slot = parent
        }
        return path.reversed()
    }

    /// The key's own characters, without what stands around them.
    func keyRange(of slot: Int) -> Range<Int> {
        let slot = slots[slot]
        // An element has no key; only a value that asks for two kinds of container is asked for one.
        let isBare = slot.hasRawKey || slot.keyEnd == slot.start
        return isBare ? slot.start..<slot.keyEnd : slot.start + 1..<slot.keyEnd - 2
    }

    private func position(of slot: Int, in array: Int) -> Int {
        var child = slots[array].firstChild
        var position = 0
        while child >= 0, child != slot {
            child = slots[child].next
            position += 1
        }
        return position
    }

    private mutating func link(start: Int, to parent: Int) -> Int {
        let slot = slots.count
        let last = slots[parent].lastChild
        var new = Slot(start: start, keyEnd: texts.count, parent: parent)
        new.depth = slots[parent].depth + 1
        slots.append(new)
        if last >= 0 {
            slots[last].next = slot
        } else {
            slots[parent].firstChild = slot
        }
        slots[parent].lastChild = slot
        slots[parent].count += 1
        return slot
    }

    /// Repeats the key at the end of the texts, so that key and value are neighbours again.
    private mutating func detach(_ slot: Int) {
        let key = Array(texts[slots[slot].start..<slots[slot].keyEnd])
        slots[slot].start = texts.count
        texts += key
        slots[slot].keyEnd = texts.count
    }
}
