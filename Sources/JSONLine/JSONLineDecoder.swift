/// Reads one value from one line of JSON.
///
/// The line is scanned once into a flat list of its values; containers only walk that list. Nothing is kept between
/// two lines, so any number of threads may use one decoder. It takes all of RFC 8259 down to `Depth.limit` levels;
/// where a key stands twice in an object, the first counts.
package struct JSONLineDecoder: Sendable {
    package init() {}

    /// - Throws: `DecodingError` for whatever is wrong with the line; never a value's text in its description.
    package func decode<T: Decodable>(
        _ type: T.Type, from line: UnsafeRawBufferPointer
    ) throws -> T {
        let document = try ScannedLine(line)
        // What kept a decoder meets an empty list, not memory that is somebody else's by now.
        defer { document.close() }
        return try document.decode(type, at: 0)
    }

    package func decode<T: Decodable>(_ type: T.Type, from line: [UInt8]) throws -> T {
        try line.withUnsafeBytes { try decode(type, from: $0) }
    }
}

enum Depth {
    /// How many containers may stand in each other: far more than any value of ours, far less than a stack can take.
    /// The encoder keeps to it too, so that it writes nothing that can not be read again.
    static let limit = 64
}
