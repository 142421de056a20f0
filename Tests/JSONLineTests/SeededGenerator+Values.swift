import FoundationEssentials
import Support

extension SeededGenerator {
    mutating func below(_ limit: Int) -> Int { Int(next() % UInt64(limit)) }

    mutating func flip() -> Bool { next() % 2 == 0 }

    mutating func one<Element>(of elements: [Element], else other: Element) -> Element {
        elements.randomElement(using: &self) ?? other
    }

    mutating func text() -> String {
        let pieces = [
            "a", "B", "quiz", " ", "\"", "\\", "/", "\n", "\r", "\t", "\u{8}", "\u{c}", "\u{0}",
            "\u{1f}", "\u{7f}", "é", "ह", "\u{2028}", "🧘", "\u{202B}עברית", "e\u{301}",
            "\u{10FFFF}",
            "a long plain piece of text", ":", "{}", "[,]", "-",
        ]
        return (0..<below(9)).map { _ in one(of: pieces, else: "") }.joined()
    }

    mutating func number() -> Double {
        switch below(5) {
        case 0: 0
        case 1: Double(Int(truncatingIfNeeded: next() % 2_000_001) - 1_000_000)
        case 2: Double(Int(truncatingIfNeeded: next() % 20_001) - 10_000) / 100
        case 3: -Double(next()) * 1e17
        default: Double(next() >> 11) * 1e-30
        }
    }

    /// In whole seconds, so that reading gives it back; from 1600, for Foundation counts older years by Julius.
    mutating func moment() -> Date {
        Date(timeIntervalSince1970: Double(below(265_000_000_000) - 11_676_096_000))
    }

    mutating func list<Element>(_ make: (inout SeededGenerator) -> Element) -> [Element] {
        var list: [Element] = []
        for _ in 0..<below(4) { list.append(make(&self)) }
        return list
    }

    mutating func table<Key, Value>(_ make: (inout SeededGenerator) -> (Key, Value)) -> [Key: Value]
    {
        Dictionary(list(make), uniquingKeysWith: { first, _ in first })
    }

    mutating func call(depth: Int) -> Zoo.Call {
        switch depth == 0 ? 0 : below(3) {
        case 0: .silence
        case 1: .sound(text())
        default: .echo(call(depth: depth - 1), after: flip() ? nil : below(100))
        }
    }

    mutating func inner(depth: Int) -> Zoo.Inner {
        var z: [String: Zoo.Inner] = [:]
        if depth > 0 { z = table { ($0.text(), $0.inner(depth: depth - 1)) } }
        return Zoo.Inner(z: z, a: text())
    }
}
