import FoundationEssentials
import Support

/// Every shape that a value of ours can have, filled by chance from a seed.
struct Zoo: Codable, Hashable {
    var name: String
    var nothing: String?
    var something: String?
    var count: Int
    var seed: UInt64
    var small: Int8
    var isOpen: Bool
    var ratio: Double
    var share: Float
    var at: Date
    var empty: [Int] = []
    var list: [String]
    var holes: [Int?]
    var rows: [[Bool]]
    var byName: [String: Double]
    var byNumber: [Int: String]
    var bySpecies: [Species: Int]
    var byTag: [Tag: Int]
    var set: Set<Tag>
    var species: Species
    var level: Level
    var call: Call
    var moments: [String: Date]
    var inner: Inner

    enum Species: String, Codable, Hashable, CaseIterable { case owl, zebra, ant }
    enum Level: Int, Codable, Hashable, CaseIterable { case low, high }

    /// A key that Swift encodes as an alternating array, since it is no string for `Codable`.
    struct Tag: RawRepresentable, Codable, Hashable {
        let rawValue: String
    }

    indirect enum Call: Codable, Hashable {
        case silence
        case sound(String)
        case echo(Call, after: Int?)
    }

    struct Inner: Codable, Hashable {
        var z: [String: Inner]
        var a: String
    }
}

extension Zoo {
    init(_ chance: inout SeededGenerator) {
        name = chance.text()
        nothing = nil
        something = chance.flip() ? chance.text() : nil
        count = Int(truncatingIfNeeded: chance.next() >> (chance.next() % 64))
        seed = chance.next()
        small = Int8(truncatingIfNeeded: chance.next())
        isOpen = chance.flip()
        ratio = chance.number()
        share = Float(chance.number())
        at = chance.moment()
        list = chance.list { $0.text() }
        holes = chance.list { $0.flip() ? nil : Int(truncatingIfNeeded: $0.next()) }
        rows = chance.list { $0.list { $0.flip() } }
        byName = chance.table { ($0.text(), $0.number()) }
        byNumber = chance.table { (Int(truncatingIfNeeded: $0.next() % 2000) - 1000, $0.text()) }
        bySpecies = chance.table { ($0.one(of: Species.allCases, else: .owl), 1) }
        // One at most: the order of an alternating array is the dictionary's own, and no encoder's.
        byTag = chance.flip() ? [:] : [Tag(rawValue: chance.text()): 2]
        set = chance.flip() ? [] : [Tag(rawValue: chance.text())]
        species = chance.one(of: Species.allCases, else: .owl)
        level = chance.one(of: Level.allCases, else: .low)
        call = chance.call(depth: 4)
        moments = chance.table { ($0.text(), $0.moment()) }
        inner = chance.inner(depth: 3)
    }
}
