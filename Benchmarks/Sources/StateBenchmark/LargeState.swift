import Foundation
import Journal

/// A cohort as large as any will be, as the journal that its life would have left.
struct LargeState {
    private static let at = "2026-11-23T13:00:00Z"
    private static let alphabet = Array("0123456789abcdefghjkmnpqrstvwxyz")

    private func id(_ kind: String, _ number: Int) -> String {
        var digits = ""
        var rest = number
        repeat {
            digits = String(Self.alphabet[rest % 32]) + digits
            rest /= 32
        } while rest > 0
        return kind + digits
    }

    func write(to directory: String) async throws {
        let journal = try open(directory)
        func add(_ kind: String, _ events: String) throws {
            try journal.append([
                Entry(
                    kind: kind, time: Date(timeIntervalSince1970: 1_795_428_000),
                    d: Array("[\(events)]".utf8))
            ])
        }
        try add("seed", #"{"cohort.founded":{"at":"\#(Self.at)","id":"large","name":"Large"}}"#)
        var number = 1_000
        for index in 0..<10_000 {
            let person = id("p", 1_000 + index)
            try add(
                "person",
                #"{"person.met":{"account":"telegram:\#(5_000 + index)","at":"\#(Self.at)","id":"\#(person)","#
                    + #""language":"en","name":"Learner \#(index)","number":\#(number)}},"#
                    + #"{"member.joined":{"at":"\#(Self.at)","cohort":"large","person":"\#(person)"}}"#
            )
            number += 1
        }
        for index in 0..<100_000 {
            let due = "2031-0\(1 + index % 9)-1\(index % 10)T0\(index % 10):00:00Z"
            try add(
                "remind",
                #"{"reminder.added":{"number":\#(number),"reminder":{"addedAt":"\#(Self.at)","at":"\#(due)","#
                    + #""id":"\#(id("r", number))","person":"\#(id("p", 1_000 + index % 10_000))","#
                    + #""room":"telegram:\#(5_000 + index % 10_000)","state":"waiting","#
                    + #""text":"read chapter \#(index % 40) and hand in assignment \#(index % 9)"}}}"#
            )
            number += 1
        }
        let words = [
            "gradient", "loss", "quiz", "deadline", "matrix", "python", "video", "forum", "kernel",
            "feature", "penalty", "late", "score", "notebook", "upload", "tree", "forest",
        ]
        for index in 0..<100_000 {
            let question = (0..<9).map { words[(index / ($0 + 1) + $0 * 7) % words.count] }
                .joined(separator: " ")
            try add(
                "ask",
                #"{"thread.opened":{"number":\#(number),"thread":{"answer":{"at":"\#(Self.at)","byName":"Emma","#
                    + #""text":"See module \#(index % 12): \#(question)."},"askedAt":"\#(Self.at)","askedBy":"#
                    + #""\#(id("p", 1_000 + index % 10_000))","askedByName":"Learner","cohort":"large","id":"#
                    + #""\#(id("q", number))","isPosted":true,"language":"en","question":"How is \#(question) in \#(index)?"}}}"#
            )
            number += 1
        }
        await journal.stop()
        print("210,001 records in \(directory)")
    }
}
