package import FoundationEssentials

/// A line of JSON written piece by piece, for values that are written ten thousand at once.
///
/// Whoever uses it keeps the keys in order and the brackets in pairs, and proves in a test that the bytes are those of
/// `JSONLineEncoder`.
package struct JSONBytes {
    package private(set) var line: [UInt8] = []

    /// - Parameter capacity: about how many bytes it will be, so that a long line is not moved as it grows.
    package init(capacity: Int = 0) { line.reserveCapacity(capacity) }

    /// Brackets, commas and keys.
    package mutating func put(_ words: StaticString) { line.append(words) }

    package mutating func put(text: String) { line.appendText(text) }

    package mutating func put(number: Int) { line.appendInteger(number) }

    /// - Returns: false, and nothing written, for a year that four digits cannot say.
    package mutating func put(date: Date) -> Bool { Moment.append(date, to: &line) }
}
