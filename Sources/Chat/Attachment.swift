/// A file that came with a message, before it is fetched.
///
/// Name, type and size are what its sender says they are: they decide nothing but a sentence, and no file is ever
/// called by that name.
package struct Attachment: Hashable, Codable, Sendable {
    /// What the platform wants in order to hand the file out.
    package var id: String
    package var name: String
    package var mediaType: String?
    /// In bytes.
    package var size: Int?
    /// How many further files came with the same message; nil for none. A command takes one, and does not guess which.
    package var others: Int?

    package init(
        id: String, name: String = "", mediaType: String? = nil, size: Int? = nil,
        others: Int? = nil
    ) {
        self.others = others
        self.id = id
        self.name = name
        self.mediaType = mediaType
        self.size = size
    }
}

/// What became of fetching a file.
package enum FetchedFile: Hashable, Sendable {
    case bytes([UInt8])
    /// Larger than was allowed, or than the platform hands out.
    case tooLarge
    /// The platform no longer has it, or not for this bot.
    case gone
    /// Worth trying again.
    case unreachable
}
