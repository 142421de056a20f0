/// One thing of the world as one line of a snapshot: `{"deadline":{"id":"d7f",…}}`.
///
/// Like an event it is its own format and its kind is never changed in place: a new shape is a new kind (`deadline/2`),
/// and the old type stays to read old snapshots.
package protocol Entity: Codable, Sendable {
    /// The name in snapshots, never used for anything else again.
    static var kind: String { get }

    func put(into world: inout World)
}
