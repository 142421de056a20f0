/// Which form the files have, and who gave it to them; written once.
struct Format: Hashable, Sendable {
    /// The newest form that this program reads, and the one it writes.
    static let supported = 1

    var number: Int
    var madeBy: String

    var bytes: [UInt8] {
        var bytes = Array("{\"format\":".utf8)
        bytes.appendNumber(number)
        bytes.append(contentsOf: ",\"made_by\":".utf8)
        bytes.appendQuoted(madeBy)
        bytes.append(contentsOf: "}\n".utf8)
        return bytes
    }

    init(number: Int, madeBy: String) {
        self.number = number
        self.madeBy = madeBy
    }

    /// Reads the two keys it knows and allows more after them, for a later program may have added some.
    init?(_ bytes: [UInt8]) {
        let read = bytes.withUnsafeBytes { raw -> Format? in
            var scanner = LineScanner(raw)
            guard scanner.skip("{\"format\":"), let number = scanner.number(),
                scanner.skip(",\"made_by\":"), let madeBy = scanner.string(),
                scanner.skip("}\n") || number > Format.supported
            else { return nil }
            return Format(number: number, madeBy: madeBy)
        }
        guard let read else { return nil }
        self = read
    }
}
