/// A value that stands alone in an object, under the name of its type: `{"reminder.fired":{"id":"r7f"}}`.
package struct TaggedValue {
    package let tag: String
    private let line: ScannedLine
    private let index: Int

    /// Reads the object around a value; throws where it has another number of keys than one.
    fileprivate init(line: ScannedLine, object: Int) throws {
        guard line[object].kind == .object else {
            throw line.mismatch([String: Any].self, at: object)
        }
        let value = object + 2
        guard value < Int(line[object].next), line[value].next == line[object].next else {
            throw line.corrupted("an object with one key expected", at: object)
        }
        tag = line.string(of: line[object + 1])
        self.line = line
        index = value
    }

    package func decode<T: Decodable>(_ type: T.Type) throws -> T {
        try line.decode(type, at: index)
    }

    /// What to throw where no type has this name.
    package var isUnknown: DecodingError { line.corrupted("an unknown name", at: index) }
}

extension JSONLineDecoder {
    /// Reads a list of tagged values, each by what `read` makes of it.
    ///
    /// For values of many types this is what a `Codable` box would do, without the two containers of each box.
    package func decodeList<Element>(
        from line: [UInt8], _ read: (TaggedValue) throws -> Element
    ) throws -> [Element] {
        try line.withUnsafeBytes { bytes in
            let line = try ScannedLine(bytes)
            defer { line.close() }
            guard line[0].kind == .array else { throw line.mismatch([Any].self, at: 0) }
            var list: [Element] = []
            list.reserveCapacity(Int(line[0].count))
            var index = 1
            while index < Int(line[0].next) {
                list.append(try read(TaggedValue(line: line, object: index)))
                index = Int(line[index].next)
            }
            return list
        }
    }
}

extension JSONLineDecoder {
    /// Reads a line that is one tagged value.
    package func decodeTagged<Value>(
        from line: UnsafeRawBufferPointer, _ read: (TaggedValue) throws -> Value
    ) throws -> Value {
        let line = try ScannedLine(line)
        defer { line.close() }
        return try read(TaggedValue(line: line, object: 0))
    }
}

/// A list of values while it is written, each in an object of its own under its tag.
package struct TaggedList {
    fileprivate let encoding = Encoding()

    fileprivate init() { encoding.tree.pointee.open(EncodedTree.root, as: .array) }

    package func add(_ tag: String, _ value: some Encodable) throws {
        let object = encoding.tree.pointee.addElement(to: EncodedTree.root)
        encoding.tree.pointee.open(object, as: .object)
        try encoding.encode(value, in: encoding.tree.pointee.add(tag, to: object))
    }
}

extension JSONLineEncoder {
    /// Writes the values that `fill` adds, whatever their types: a list of boxes would cost one for each.
    package func encodeList(_ fill: (TaggedList) throws -> Void) throws -> [UInt8] {
        let list = TaggedList()
        try fill(list)
        var line: [UInt8] = []
        try list.encoding.finish(into: &line)
        return line
    }

    /// Writes one value in an object of its own under its tag.
    package func encode(tag: String, _ value: some Encodable) throws -> [UInt8] {
        let encoding = Encoding()
        encoding.tree.pointee.open(EncodedTree.root, as: .object)
        try encoding.encode(value, in: encoding.tree.pointee.add(tag, to: EncodedTree.root))
        var line: [UInt8] = []
        try encoding.finish(into: &line)
        return line
    }
}
