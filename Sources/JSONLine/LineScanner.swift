/// Reads a line's bytes once, from left to right, and lists its values.
///
/// Whatever it lists is valid: the grammar of RFC 8259, UTF-8, paired surrogates, at most `Depth.limit` levels. What
/// reads the list afterwards has nothing left to check but types.
struct LineScanner {
    /// What is wrong, and at which byte.
    struct Fault: Error {
        let what: StaticString
        let byte: Int
    }

    let bytes: UnsafeRawBufferPointer
    var position = 0
    var entries: [Entry] = []

    init(_ bytes: UnsafeRawBufferPointer) {
        self.bytes = bytes
        entries.reserveCapacity(bytes.count / 6 + 8)
    }

    mutating func scan() throws(Fault) {
        guard bytes.count < Int(UInt32.max) else { throw fault("a line longer than 4 GiB") }
        try value(depth: 0)
        skipSpace()
        guard position == bytes.count else { throw fault("something behind the value") }
    }

    func fault(_ what: StaticString) -> Fault { Fault(what: what, byte: position) }

    /// The byte at the position; 0, which stands nowhere in JSON, at the end.
    var byte: UInt8 { position < bytes.count ? bytes[position] : 0 }

    mutating func skipSpace() {
        while true {
            switch byte {
            case 0x20, 0x0A, 0x0D, 0x09: position += 1
            default: return
            }
        }
    }

    private mutating func value(depth: Int) throws(Fault) {
        skipSpace()
        switch byte {
        case UInt8(ascii: "\""): try string()
        case UInt8(ascii: "{"): try object(depth: depth)
        case UInt8(ascii: "["): try array(depth: depth)
        case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"): try number()
        case UInt8(ascii: "t"): try word("true", .yes)
        case UInt8(ascii: "f"): try word("false", .no)
        case UInt8(ascii: "n"): try word("null", .null)
        default: throw fault("no value where one has to stand")
        }
    }

    private mutating func object(depth: Int) throws(Fault) {
        let object = try open(.object, depth: depth)
        var previous: Entry?
        if byte == UInt8(ascii: "}") { return close(object, count: object + 1) }
        while true {
            skipSpace()
            guard byte == UInt8(ascii: "\"") else { throw fault("no key where one has to stand") }
            let key = entries.count
            try string()
            if let previous, !precedes(previous, entries[key]) { entries[object].isPlain = false }
            previous = entries[key]
            skipSpace()
            guard byte == UInt8(ascii: ":") else { throw fault("no colon behind a key") }
            position += 1
            try value(depth: depth + 1)
            skipSpace()
            if byte == UInt8(ascii: "}") { return close(object, count: object + 1) }
            guard byte == UInt8(ascii: ",") else { throw fault("an object that is not closed") }
            position += 1
        }
    }

    private mutating func array(depth: Int) throws(Fault) {
        let array = try open(.array, depth: depth)
        var count = 0
        if byte == UInt8(ascii: "]") { return close(array, count: 0) }
        while true {
            try value(depth: depth + 1)
            count += 1
            skipSpace()
            if byte == UInt8(ascii: "]") { return close(array, count: count) }
            guard byte == UInt8(ascii: ",") else { throw fault("an array that is not closed") }
            position += 1
        }
    }

    private mutating func open(_ kind: Entry.Kind, depth: Int) throws(Fault) -> Int {
        guard depth < Depth.limit else { throw fault("too many containers in each other") }
        entries.append(Entry(kind, start: position))
        position += 1
        skipSpace()
        return entries.count - 1
    }

    private mutating func close(_ container: Int, count: Int) {
        position += 1
        entries[container].count = UInt32(truncatingIfNeeded: count)
        entries[container].next = UInt32(truncatingIfNeeded: entries.count)
    }

    /// Lists a value that holds no others and ends here.
    mutating func list(_ kind: Entry.Kind, start: Int, isPlain: Bool = true) {
        var entry = Entry(kind, start: start)
        entry.isPlain = isPlain
        entry.count = UInt32(truncatingIfNeeded: position - start)
        entry.next = UInt32(truncatingIfNeeded: entries.count + 1)
        entries.append(entry)
    }

    private mutating func word(_ word: StaticString, _ kind: Entry.Kind) throws(Fault) {
        let count = word.utf8CodeUnitCount
        guard position + count <= bytes.count,
            bytes[position..<position + count].elementsEqual(
                UnsafeBufferPointer(start: word.utf8Start, count: count))
        else { throw fault("no value where one has to stand") }
        position += count
        list(kind, start: position - count)
    }

    /// Whether two keys ascend, both of them without escapes.
    private func precedes(_ a: Entry, _ b: Entry) -> Bool {
        guard a.isPlain, b.isPlain else { return false }
        var left = Int(a.start)
        var right = Int(b.start)
        let leftEnd = left + Int(a.count)
        let rightEnd = right + Int(b.count)
        while left < leftEnd, right < rightEnd {
            if bytes[left] != bytes[right] { return bytes[left] < bytes[right] }
            left += 1
            right += 1
        }
        return a.count < b.count
    }
}
