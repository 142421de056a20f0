import FoundationEssentials

extension ScannedLine {
    /// Decodes the value at an entry: what JSON has a form for at once, everything else by its own `init(from:)`.
    ///
    /// One generic method stands for the fifteen of each protocol, as in `EncodedTree`. The casts are from a type to
    /// itself.
    @inline(__always)
    func decode<T: Decodable>(_ type: T.Type, at index: Int) throws -> T {
        if type == String.self {
            return unsafeBitCast(try string(at: index), to: type)
        } else if type == Int.self {
            return unsafeBitCast(try integer(Int.self, at: index), to: type)
        } else if type == Date.self {
            return unsafeBitCast(try date(at: index), to: type)
        } else if type == Bool.self {
            return unsafeBitCast(try bool(at: index), to: type)
        } else if MemoryLayout<T>.size <= 8 {
            return try decodeSmall(type, at: index)
        }
        return try T(from: ValueDecoder(line: self, index: index))
    }

    func isNull(at index: Int) -> Bool { self[index].kind == .null }

    /// The numbers beside `Int`, and whatever else is small.
    @inline(never)
    private func decodeSmall<T: Decodable>(_ type: T.Type, at index: Int) throws -> T {
        if type == UInt64.self {
            unsafeBitCast(try integer(UInt64.self, at: index), to: type)
        } else if type == Double.self {
            unsafeBitCast(try number(Double.self, at: index), to: type)
        } else if type == Float.self {
            unsafeBitCast(try number(Float.self, at: index), to: type)
        } else if type == Int64.self {
            unsafeBitCast(try integer(Int64.self, at: index), to: type)
        } else if type == UInt.self {
            unsafeBitCast(try integer(UInt.self, at: index), to: type)
        } else if type == Int32.self {
            unsafeBitCast(try integer(Int32.self, at: index), to: type)
        } else if type == UInt32.self {
            unsafeBitCast(try integer(UInt32.self, at: index), to: type)
        } else if type == Int16.self {
            unsafeBitCast(try integer(Int16.self, at: index), to: type)
        } else if type == UInt16.self {
            unsafeBitCast(try integer(UInt16.self, at: index), to: type)
        } else if type == Int8.self {
            unsafeBitCast(try integer(Int8.self, at: index), to: type)
        } else if type == UInt8.self {
            unsafeBitCast(try integer(UInt8.self, at: index), to: type)
        } else {
            try T(from: ValueDecoder(line: self, index: index))
        }
    }

    private func string(at index: Int) throws -> String {
        let entry = self[index]
        guard entry.kind == .string else { throw mismatch(String.self, at: index) }
        return string(of: entry)
    }

    private func bool(at index: Int) throws -> Bool {
        switch self[index].kind {
        case .yes: true
        case .no: false
        default: throw mismatch(Bool.self, at: index)
        }
    }

    private func date(at index: Int) throws -> Date {
        let entry = self[index]
        guard entry.kind == .string else { throw mismatch(Date.self, at: index) }
        guard entry.isPlain, let date = Moment.read(text(of: entry)) else {
            throw corrupted("no moment such as 2026-11-23T13:00:00Z", at: index)
        }
        return date
    }

    private func integer<I: FixedWidthInteger>(_ type: I.Type, at index: Int) throws -> I {
        let entry = self[index]
        guard entry.kind == .number else { throw mismatch(type, at: index) }
        if entry.isPlain, let value = type.init(digits: text(of: entry)) { return value }
        // 1.0 and 1e3 are whole numbers too.
        if !entry.isPlain, let value = Double(string(ofNumber: entry)).flatMap(I.init(exactly:)) {
            return value
        }
        throw corrupted("no number that fits into \(type)", at: index)
    }

    private func number<N: BinaryFloatingPoint & LosslessStringConvertible>(
        _ type: N.Type, at index: Int
    ) throws -> N {
        let entry = self[index]
        guard entry.kind == .number else { throw mismatch(type, at: index) }
        guard let value = N(string(ofNumber: entry)), value.isFinite else {
            throw corrupted("no number that fits into \(type)", at: index)
        }
        return value
    }

    private func string(ofNumber entry: Entry) -> String {
        String(decoding: text(of: entry), as: UTF8.self)
    }

    // MARK: - Errors

    /// Another kind of value than the one asked for; null counts as none.
    func mismatch(_ type: any Any.Type, at index: Int) -> DecodingError {
        let kind = self[index].kind
        let context = DecodingError.Context(
            codingPath: path(to: index), debugDescription: "\(type) expected, \(kind) found")
        return kind == .null ? .valueNotFound(type, context) : .typeMismatch(type, context)
    }

    /// The right kind of value, but not one of its values.
    func corrupted(_ what: String, at index: Int) -> DecodingError {
        .dataCorrupted(.init(codingPath: path(to: index), debugDescription: what))
    }
}

extension FixedWidthInteger {
    /// Reads an optional minus and digits; nil where the number does not fit.
    fileprivate init?(digits text: UnsafeRawBufferPointer) {
        let isNegative = text.first == UInt8(ascii: "-")
        var value: Self = 0
        for byte in isNegative ? text.dropFirst() : text[...] {
            let digit = Self(truncatingIfNeeded: byte &- 48)
            let (tenfold, isTooLong) = value.multipliedReportingOverflow(by: 10)
            let (sum, isTooLarge) =
                isNegative
                ? tenfold.subtractingReportingOverflow(digit)
                : tenfold.addingReportingOverflow(digit)
            if isTooLong || isTooLarge { return nil }
            value = sum
        }
        self = value
    }
}
