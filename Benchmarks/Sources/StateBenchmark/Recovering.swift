import Foundation
import Journal

/// How fast a start reads what is there.
struct Recovering {
    private let directory: String

    init(_ directory: String) { self.directory = directory }

    func run() async throws {
        let path = "\(directory)/recovering"
        let count = 500_000
        let journal = try open(path)
        for number in 0..<count { try journal.append([entry(number)]) }
        try await journal.durable(upTo: .max)
        await journal.stop()
        var again: Journal?
        let time = try await seconds { again = try open(path) }
        print("recovery: \(Int(Double(count) / time)) records/s, undecoded")
        let cut = try again?.cut()
        if let cut { try await again?.compact(cut, content(count)) }
        await again?.stop()
        let snapshot = try await seconds { again = try open(path) }
        print("snapshot: \(Int(Double(count) / snapshot)) lines/s, undecoded")
        await again?.stop()
    }
}
