import FoundationEssentials

/// One encoding that is going on: the tree that all its containers write to.
///
/// The tree stands behind a pointer and not in a property, for the run-time checks of exclusive access to a property
/// were a third of the cost of encoding. No call from here into a value's own code holds the tree.
final class Encoding {
    let tree: UnsafeMutablePointer<EncodedTree>

    init() {
        tree = .allocate(capacity: 1)
        tree.initialize(to: EncodedTree())
    }

    deinit {
        tree.deinitialize(count: 1)
        tree.deallocate()
    }

    /// Encodes a value into its slot: what JSON has a form for at once, everything else by its own `encode(to:)`.
    ///
    /// One generic method stands for the fifteen of each protocol: where the type is known the compiler keeps one
    /// branch of it, elsewhere it is a few comparisons of pointers. The casts are from a type to itself.
    @inline(__always)
    func encode<T: Encodable>(_ value: T, in slot: Int) throws {
        if T.self == String.self {
            tree.pointee.fill(slot) { $0.appendText(unsafeBitCast(value, to: String.self)) }
        } else if T.self == Int.self {
            tree.pointee.fill(slot) { $0.appendInteger(unsafeBitCast(value, to: Int.self)) }
        } else if T.self == Date.self {
            try encode(date: unsafeBitCast(value, to: Date.self), in: slot)
        } else if T.self == Bool.self {
            let word: StaticString = unsafeBitCast(value, to: Bool.self) ? "true" : "false"
            tree.pointee.fill(slot) { $0.append(word) }
        } else if try MemoryLayout<T>.size > 8 || !encodeRarer(value, in: slot) {
            // A fault that could not be thrown ends a value that contains itself without end.
            if let fault = tree.pointee.fault { throw fault }
            try value.encode(to: ValueEncoder(encoding: self, slot: slot))
        }
    }

    func encodeNil(in slot: Int) { tree.pointee.fill(slot) { $0.append("null") } }

    /// Writes the whole value out, unless something was wrong with it.
    func finish(into line: inout [UInt8]) throws {
        if let fault = tree.pointee.fault { throw fault }
        guard tree.pointee[EncodedTree.root].kind != .nothing else {
            throw EncodingError.invalidValue(
                (), .init(codingPath: [], debugDescription: "the value encodes nothing"))
        }
        tree.pointee.write(into: &line)
    }

    func path(to slot: Int) -> [any CodingKey] { tree.pointee.path(to: slot) }

    /// The numbers beside `Int`, and sets of numbers.
    /// - Returns: false where the value is none of them.
    private func encodeRarer<T>(_ value: T, in slot: Int) throws -> Bool {
        if T.self == UInt64.self {
            encode(integer: unsafeBitCast(value, to: UInt64.self), in: slot)
        } else if T.self == Double.self {
            try encode(number: unsafeBitCast(value, to: Double.self), in: slot)
        } else if T.self == Float.self {
            try encode(number: unsafeBitCast(value, to: Float.self), in: slot)
        } else if T.self == Int64.self {
            encode(integer: unsafeBitCast(value, to: Int64.self), in: slot)
        } else if T.self == UInt.self {
            encode(integer: unsafeBitCast(value, to: UInt.self), in: slot)
        } else if T.self == Int32.self {
            encode(integer: unsafeBitCast(value, to: Int32.self), in: slot)
        } else if T.self == UInt32.self {
            encode(integer: unsafeBitCast(value, to: UInt32.self), in: slot)
        } else if T.self == Int16.self {
            encode(integer: unsafeBitCast(value, to: Int16.self), in: slot)
        } else if T.self == UInt16.self {
            encode(integer: unsafeBitCast(value, to: UInt16.self), in: slot)
        } else if T.self == Int8.self {
            encode(integer: unsafeBitCast(value, to: Int8.self), in: slot)
        } else if T.self == UInt8.self {
            encode(integer: unsafeBitCast(value, to: UInt8.self), in: slot)
        } else if T.self == Set<Int>.self {
            // In an order of its own, so that the same value is the same line in every process.
            try encode(unsafeBitCast(value, to: Set<Int>.self).sorted(), in: slot)
        } else {
            return false
        }
        return true
    }

    private func encode(integer: some FixedWidthInteger, in slot: Int) {
        tree.pointee.fill(slot) { $0.appendInteger(integer) }
    }

    private func encode(date: Date, in slot: Int) throws {
        var isInRange = true
        tree.pointee.fill(slot) { isInRange = Moment.append(date, to: &$0) }
        guard isInRange else {
            // The number and not the date: Foundation stops the program where a date of no year is described.
            let seconds = date.timeIntervalSince1970
            throw invalid(seconds, "a year that four digits can not say", at: slot)
        }
    }

    private func encode(
        number: some BinaryFloatingPoint & CustomStringConvertible, in slot: Int
    ) throws {
        guard number.isFinite else {
            throw invalid(number, "JSON has finite numbers only", at: slot)
        }
        tree.pointee.fill(slot) { $0.appendNumber(number) }
    }

    private func invalid(_ value: Any, _ what: String, at slot: Int) -> EncodingError {
        .invalidValue(value, .init(codingPath: path(to: slot), debugDescription: what))
    }
}
