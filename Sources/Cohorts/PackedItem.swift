/// What the agenda looks at, in eight bytes.
struct PackedItem: Hashable, Sendable {
    fileprivate let bits: UInt64

    /// The two highest bits say what the others are.
    fileprivate enum Kind: UInt64 {
        case reminder, forget, large
    }

    fileprivate init(_ kind: Kind, _ number: Int) {
        bits = kind.rawValue << 62 | UInt64(truncatingIfNeeded: number)
    }

    fileprivate var kind: Kind? { Kind(rawValue: bits >> 62) }
    fileprivate var number: Int { Int(bits & (1 << 62 - 1)) }
}

/// Items that eight bytes cannot hold, each under a number while it is ahead.
struct LargeItems: Sendable {
    private var items: [Int: Agenda.Item] = [:]
    private var last = 0

    mutating func pack(_ item: Agenda.Item) -> PackedItem {
        switch item {
        case .reminder(let id):
            if let number = id.number(of: .reminder) { return PackedItem(.reminder, number) }
        case .forget(let id):
            if let number = id.number(of: .reminder) { return PackedItem(.forget, number) }
        case .deadline, .own, .digest, .round, .buddies: break
        }
        last += 1
        items[last] = item
        return PackedItem(.large, last)
    }

    /// The item, which is then no longer kept here.
    mutating func take(_ packed: PackedItem) -> Agenda.Item? {
        switch packed.kind {
        case .reminder: .reminder(ShortID(.reminder, packed.number))
        case .forget: .forget(ShortID(.reminder, packed.number))
        case .large: items.removeValue(forKey: packed.number)
        case nil: nil
        }
    }
}
