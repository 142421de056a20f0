/// Reads iCalendar (RFC 5545) as learning platforms and calendar programs write it.
///
/// ```swift
/// let file = try CalendarReader(zones: .system, floating: cohortZone).read(bytes)
/// for event in file.events { … }
/// ```
/// Lenient where nothing is lost by it: what is not understood is passed over and named with its line. No file can
/// cost more than its size allows, whatever it claims.
public struct CalendarReader: Sendable {
    private let zones: ZoneDatabase
    /// The zone of times that name none.
    private let floating: Zone

    public static let mostBytes = 2 * 1_024 * 1_024
    public static let mostEvents = 5_000

    public init(zones: ZoneDatabase, floating: Zone) {
        self.zones = zones
        self.floating = floating
    }

    public func read(_ text: String) throws(CalendarError) -> CalendarFile {
        try read(Array(text.utf8))
    }

    public func read(_ bytes: [UInt8]) throws(CalendarError) -> CalendarFile {
        guard bytes.count <= Self.mostBytes else { throw .tooLarge(bytes: bytes.count) }
        var parser = CalendarParser()
        try parser.read(bytes)
        var assembly = CalendarAssembly(parser, zones: zones, floating: floating)
        return assembly.file()
    }
}
