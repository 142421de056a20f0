/// A file that the bot keeps: its content by digest, and what it is called when it is sent.
package struct KeptFile: Hashable, Codable, Sendable {
    /// The SHA-256 of the content, in hexadecimal.
    package let digest: String
    /// Neutral, such as `work-w7.pdf`: what a file was called by whoever made it can tell who that was.
    package let name: String
    package let mediaType: String
    /// In bytes.
    package let size: Int

    package init(digest: String, name: String, mediaType: String, size: Int) {
        self.digest = digest
        self.name = name
        self.mediaType = mediaType
        self.size = size
    }

    /// The same file under another name; what follows the last dot stays.
    package func named(_ stem: String) -> KeptFile {
        let ending = name.lastIndex(of: ".").map { String(name[$0...]) } ?? ""
        return KeptFile(digest: digest, name: stem + ending, mediaType: mediaType, size: size)
    }
}
