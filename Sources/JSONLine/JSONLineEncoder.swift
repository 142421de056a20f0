/// Writes one value as one line of JSON: keys sorted, no white space, dates in RFC 3339 whole seconds UTC.
///
/// The bytes are those of Foundation's `JSONEncoder` with `.sortedKeys`, `.withoutEscapingSlashes` and `.iso8601`, at
/// a fraction of its cost: members are appended in the order in which a value names them, and put in order of their
/// keys while they are copied out. Nothing is kept between two values, so any number of threads may use one encoder.
package struct JSONLineEncoder: Sendable {
    package init() {}

    /// - Throws: `EncodingError` where a value has no JSON form, or is nested too deeply to be read again.
    package func encode(_ value: some Encodable) throws -> [UInt8] {
        var line: [UInt8] = []
        try encode(value, into: &line)
        return line
    }

    /// Appends the value; `line` is as it was when this throws.
    package func encode(_ value: some Encodable, into line: inout [UInt8]) throws {
        let encoding = Encoding()
        try encoding.encode(value, in: EncodedTree.root)
        try encoding.finish(into: &line)
    }
}
