import FoundationEssentials
import Synchronization

/// The zones of the system's tz database, read from compiled TZif files as they are asked for.
///
/// The names come from the database's own lists, so only a file that a list names is ever opened: no text that a
/// person types can lead outside the directory.
///
/// ```swift
/// let zones = ZoneDatabase.system
/// let zone = zones.zone(named: "asia/calcutta")   // Asia/Kolkata
/// ```
public final class ZoneDatabase: Sendable {
    private let lazyIndex = Mutex<ZoneIndex?>(nil)
    private let directory: String
    private let read: @Sendable (String) -> [UInt8]?
    private let loaded = Mutex<[String: Zone]>([:])

    /// Reads the lists when the first name is asked for, and a zone when it is wanted.
    ///
    /// - Parameters:
    ///   - directory: Where the compiled database lies.
    ///   - read: Gives the bytes of a file, or nil where there is none.
    public init(
        directory: String = "/usr/share/zoneinfo", read: @escaping @Sendable (String) -> [UInt8]?
    ) {
        self.directory = directory
        self.read = read
    }

    /// The names; a program that asks for none starts sooner.
    var index: ZoneIndex {
        lazyIndex.withLock { index in
            if let index { return index }
            let made = ZoneIndex { read(directory + "/" + $0) }
            index = made
            return made
        }
    }

    /// The database of this machine.
    public static let system = ZoneDatabase {
        FileManager.default.contents(atPath: $0).map { [UInt8]($0) }
    }

    /// The zone of an IANA name in any case, old names included, of a fixed distance such as `UTC+05:30`, or of `AoE`.
    ///
    /// The zone carries the modern name: what was `Asia/Calcutta` is `Asia/Kolkata`. Every name that a zone of this
    /// database carries finds the same zone again, so names are what to store.
    public func zone(named name: String) -> Zone? {
        if let fixed = Zone(fixed: name) { return fixed }
        guard let modern = index.modernName(of: name) else { return nil }
        if let zone = loaded.withLock({ $0[modern] }) { return zone }
        guard let bytes = read(directory + "/" + modern), let rules = ZoneRules(tzif: bytes)
        else { return nil }
        let zone = Zone(name: modern, rules: rules)
        loaded.withLock { $0[modern] = zone }
        return zone
    }

    /// Whether the database has any zones at all; a system without its `tzdata` package has none.
    public var isEmpty: Bool { index.isEmpty }
}
