/// Where the content of files is that messages carry.
package protocol FileSource: Sendable {
    /// Nil where it is not there, or damaged.
    func contents(of digest: String) async -> [UInt8]?
}
