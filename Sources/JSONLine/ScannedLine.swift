/// A line that is being decoded: its bytes, and the list of what stands in them.
final class ScannedLine {
    private let bytes: UnsafeRawBufferPointer
    /// Behind a pointer and not in a property, to be spared the run-time checks of exclusive access.
    private let list: UnsafeMutablePointer<[Entry]>
    private var entries: [Entry] { list.pointee }

    /// - Throws: `DecodingError` where the line is no JSON.
    init(_ bytes: UnsafeRawBufferPointer) throws {
        self.bytes = bytes
        var scanner = LineScanner(bytes)
        var fault: LineScanner.Fault?
        do throws(LineScanner.Fault) {
            try scanner.scan()
        } catch {
            fault = error
        }
        list = .allocate(capacity: 1)
        list.initialize(to: scanner.entries)
        guard let fault else { return }
        throw DecodingError.dataCorrupted(
            .init(
                codingPath: path(to: entries.count),
                debugDescription: "\(fault.what) (byte \(fault.byte) of the line)"))
    }

    deinit {
        list.deinitialize(count: 1)
        list.deallocate()
    }

    /// Ends all access to the bytes, which belong to the caller.
    func close() { list.pointee = [] }

    subscript(index: Int) -> Entry { entries[index] }

    func text(of entry: Entry) -> UnsafeRawBufferPointer {
        UnsafeRawBufferPointer(rebasing: bytes[entry.range])
    }

    func string(of entry: Entry) -> String {
        let text = text(of: entry)
        return entry.isPlain ? String(decoding: text, as: UTF8.self) : String(unescaping: text)
    }

    // MARK: - Members of an object

    /// The entry of the value under a key; the first one where a key stands twice.
    ///
    /// A dictionary asks for its keys in their order, so the one behind the last hit is tried first; only where the
    /// keys ascend, for only there it can not be a second one of its name.
    func value(of key: String, in object: Int) -> Int? {
        var key = key
        return key.withUTF8 { key in
            let key = UnsafeRawBufferPointer(key)
            let header = entries[object]
            let end = Int(header.next)
            var position = header.isPlain ? Int(header.count) : object + 1
            if position < end, isKey(position, key) { return hit(position, of: header, object) }
            position = object + 1
            while position < end {
                if isKey(position, key) { return hit(position, of: header, object) }
                position = Int(entries[position + 1].next)
            }
            return nil
        }
    }

    private func hit(_ key: Int, of header: Entry, _ object: Int) -> Int {
        if header.isPlain { list.pointee[object].count = entries[key + 1].next }
        return key + 1
    }

    private func isKey(_ index: Int, _ key: UnsafeRawBufferPointer) -> Bool {
        let entry = entries[index]
        guard entry.isPlain else { return string(of: entry).utf8.elementsEqual(key) }
        guard Int(entry.count) == key.count else { return false }
        let start = Int(entry.start)
        for offset in 0..<key.count where bytes[start + offset] != key[offset] { return false }
        return true
    }

    /// Visits the keys of an object, in their order.
    @inline(__always)
    func forEachKey(of object: Int, _ visit: (String) -> Void) {
        var position = object + 1
        while position < Int(entries[object].next) {
            visit(string(of: entries[position]))
            position = Int(entries[position + 1].next)
        }
    }

    // MARK: - Paths

    /// The keys and positions that lead to an entry, or to the one that would have come next; worked out when
    /// somebody asks, so that decoding does not have to keep account of them.
    func path(to target: Int) -> [any CodingKey] {
        var path: [any CodingKey] = []
        var container = 0
        while container < min(target, entries.count), let step = step(from: container, to: target) {
            path.append(step.key)
            container = step.entry
        }
        return path
    }

    /// The element or member of a container in which the target is.
    private func step(from container: Int, to target: Int) -> (key: PathKey, entry: Int)? {
        let isObject = entries[container].kind == .object
        guard isObject || entries[container].kind == .array else { return nil }
        var position = container + 1
        var count = 0
        while position <= target {
            let value = isObject ? position + 1 : position
            let end = value < entries.count ? Int(entries[value].next) : 0
            // An entry without an end was open when the scanner stopped.
            if end == 0 || target < end {
                guard isObject else { return (PathKey(count), value) }
                guard position < entries.count else { return nil }
                return (PathKey(string(of: entries[position])), value)
            }
            position = end
            count += 1
        }
        return nil
    }
}
