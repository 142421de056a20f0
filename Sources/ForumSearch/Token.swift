/// A word of a text, in lower case, with its place.
struct Token: Hashable {
    var text: String
    /// Where it stands, in UTF-8 bytes from the start.
    var place: Range<Int>
    /// A pair of signs of a script that writes no spaces; such tokens overlap.
    var isBigram = false
}
