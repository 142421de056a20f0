extension ZoneDatabase {
    /// The zone that a calendar file or a program means by a name: an IANA name, one of Windows, or an IANA name
    /// behind a vendor's path, such as `/mozilla.org/20070129_1/America/New_York`.
    public func zone(calendarName name: String) -> Zone? {
        guard name.utf8.count <= 200 else { return nil }
        if let zone = zone(named: name) { return zone }
        if let known = windowsZones[name.lowercased()] { return zone(named: known) }
        let parts = name.split(separator: "/")
        // America/Argentina/Buenos_Aires has three parts.
        for count in [3, 2] where parts.count >= count {
            if let zone = zone(named: parts.suffix(count).joined(separator: "/")) { return zone }
        }
        return nil
    }
}
