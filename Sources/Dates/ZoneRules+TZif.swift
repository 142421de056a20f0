extension ZoneRules {
    /// Reads a compiled zone file as RFC 9636 describes it; nil for anything else, including a truncated one.
    ///
    /// From version 2 on the file holds everything twice: first with 32-bit times for old readers, then with 64-bit
    /// times and a footer. Only the second part is used.
    convenience init?(tzif bytes: [UInt8]) {
        var reader = ByteReader(bytes)
        guard let old = reader.tzifHeader() else { return nil }
        if old.version == 0 {
            self.init(&reader, header: old, timeSize: 4)
            return
        }
        guard reader.take(count: old.bodySize(timeSize: 4)) != nil,
            let header = reader.tzifHeader()
        else { return nil }
        self.init(&reader, header: header, timeSize: 8)
    }

    private convenience init?(_ reader: inout ByteReader, header: TZifHeader, timeSize: Int) {
        var times: [Int] = []
        times.reserveCapacity(header.times)
        for _ in 0..<header.times {
            guard let time = reader.signed(timeSize) else { return nil }
            times.append(time)
        }
        guard zip(times, times.dropFirst()).allSatisfy({ $0 < $1 }),
            let indexes = reader.take(count: header.times)
        else { return nil }
        var types: [(offset: Int, name: Int)] = []
        for _ in 0..<header.types {
            guard let offset = reader.signed(4), reader.next() != nil, let name = reader.next()
            else { return nil }
            types.append((offset, Int(name)))
        }
        guard let names = reader.take(count: header.characters) else { return nil }
        let periods = types.map { type in
            let name = names.dropFirst(type.name).prefix { $0 != 0 }
            return ZonePeriod(
                offset: type.offset, abbreviation: String(decoding: name, as: UTF8.self))
        }
        guard let first = periods.first, indexes.allSatisfy({ Int($0) < periods.count }),
            periods.allSatisfy({ abs($0.offset) <= 26 * 3_600 })
        else { return nil }
        let changes = zip(times, indexes).map { ZoneChange(at: $0, period: periods[Int($1)]) }
        var rule: PosixZoneRule?
        if timeSize == 8 {
            let rest = header.leapSeconds * 12 + header.standardFlags + header.utcFlags
            guard reader.take(count: rest) != nil, reader.take(0x0A) else { return nil }
            var footer: [UInt8] = []
            while let byte = reader.next(), byte != 0x0A { footer.append(byte) }
            rule = PosixZoneRule(footer)
        }
        self.init(first: first, changes: changes, rule: rule)
    }
}

/// The counts at the head of each part of a TZif file.
private struct TZifHeader {
    let version: UInt8
    let utcFlags: Int
    let standardFlags: Int
    let leapSeconds: Int
    let times: Int
    let types: Int
    let characters: Int

    func bodySize(timeSize: Int) -> Int {
        times * (timeSize + 1) + types * 6 + characters + leapSeconds * (timeSize + 4)
            + standardFlags + utcFlags
    }
}

extension ByteReader {
    fileprivate mutating func tzifHeader() -> TZifHeader? {
        guard let magic = take(count: 4), magic.elementsEqual("TZif".utf8), let version = next(),
            take(count: 15) != nil
        else { return nil }
        var counts: [Int] = []
        for _ in 0..<6 {
            // A negative or vast count can only come from a damaged file; real ones stay in the hundreds.
            guard let count = signed(4), (0...100_000).contains(count) else { return nil }
            counts.append(count)
        }
        return TZifHeader(
            version: version, utcFlags: counts[0], standardFlags: counts[1],
            leapSeconds: counts[2], times: counts[3], types: counts[4], characters: counts[5])
    }
}
