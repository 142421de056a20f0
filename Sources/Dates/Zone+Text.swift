public import FoundationEssentials

extension Zone {
    /// An instant as RFC 3339 writes it, on the clocks of the zone: `2026-12-01T18:00:00-03:00`.
    public func rfc3339(_ date: Date) -> String {
        // Before about 1900 distances had seconds, which the format cannot say; the instant stays the same.
        let offset = self.offset(at: date) / 60 * 60
        let local = LocalTime(wallSeconds: date.wholeSeconds + offset)
        guard offset != 0 else { return local.description + "Z" }
        let minutes = Int(offset.magnitude) / 60
        func padded(_ value: Int) -> String { value < 10 ? "0\(value)" : "\(value)" }
        return local.description + (offset < 0 ? "-" : "+") + padded(minutes / 60) + ":"
            + padded(minutes % 60)
    }
}
