import CSnowball

/// Snowball's rules for one language: `assignments` and `assignment` become one stem.
///
/// The C object is not safe on two threads at once; as a class without `Sendable` it stays with its owner.
final class Stemmer {
    private let stemmer: OpaquePointer

    /// nil where Snowball does not know the language.
    init?(language: String) {
        guard let stemmer = sb_stemmer_new(language, nil) else { return nil }
        self.stemmer = stemmer
    }

    deinit { sb_stemmer_delete(stemmer) }

    /// The stem of a word in lower case.
    func stem(_ word: String) -> String {
        var word = word
        return word.withUTF8 { bytes in
            guard let stem = sb_stemmer_stem(stemmer, bytes.baseAddress, Int32(bytes.count)) else {
                return String(decoding: bytes, as: UTF8.self)
            }
            let length = Int(sb_stemmer_length(stemmer))
            return String(decoding: UnsafeBufferPointer(start: stem, count: length), as: UTF8.self)
        }
    }
}
