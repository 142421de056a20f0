/// One value of a line, or one key, as the scanner found it.
///
/// The entries of a line stand in the order of its bytes: a container, then what is in it; a key, then its value.
struct Entry {
    enum Kind: UInt8 { case object, array, string, number, yes, no, null }

    let kind: Kind
    /// A string without escapes, an integer without fraction and exponent, an object whose keys ascend.
    var isPlain = true
    /// The first byte of the text, inside the quotes of a string.
    let start: UInt32
    /// How many bytes the text has; an array: how many elements; an object: the entry of the key to try next.
    var count: UInt32 = 0
    /// The entry behind this value and all that is in it; 0 while a container is still open.
    var next: UInt32 = 0

    init(_ kind: Kind, start: Int) {
        self.kind = kind
        self.start = UInt32(truncatingIfNeeded: start)
    }

    var range: Range<Int> { Int(start)..<Int(start) + Int(count) }
}
