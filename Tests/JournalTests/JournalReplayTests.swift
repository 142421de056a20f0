import Testing

@testable import Journal
@testable import Support

/// What stands in a sound journal of six records in three groups, and what is done to it.
struct Harm: CustomTestStringConvertible, Sendable {
    var testDescription: String
    var line: Int
    var act: @Sendable (inout [[UInt8]]) -> Void

    init(_ name: String, line: Int, _ act: @escaping @Sendable (inout [[UInt8]]) -> Void) {
        testDescription = name
        self.line = line
        self.act = act
    }

    static let all: [Harm] = [
        Harm("a flipped bit", line: 3) { $0[2][40] ^= 4 },
        Harm("a flipped bit of a checksum", line: 1) { $0[0][3] ^= 1 },
        Harm("a deleted line", line: 2) { $0.remove(at: 1) },
        Harm("a deleted first line", line: 1) { $0.removeFirst() },
        Harm("a doubled line", line: 3) { $0.insert($0[1], at: 2) },
        Harm("two lines that changed places", line: 2) { $0.swapAt(1, 3) },
        Harm("a zeroed line", line: 4) { $0[3] = [UInt8](repeating: 0, count: $0[3].count) },
        Harm("a zeroed page over a line's end", line: 2) { lines in
            lines[1] = [UInt8](repeating: 0, count: lines[1].count + 1) + lines.remove(at: 2)
        },
        Harm("an emptied line", line: 2) { $0[1] = [] },
        Harm("a line that was broken in two", line: 2) { lines in
            let broken = lines[1]
            lines.replaceSubrange(1...1, with: [Array(broken[..<30]), Array(broken[30...])])
        },
        Harm("foreign text", line: 3) { $0.insert(Array("hello".utf8), at: 2) },
    ]
}

@Suite struct JournalReplayTests {
    @Test(
        "damage to what was acknowledged is refused with file and line, also without a clean stop",
        arguments: Harm.all, [true, false])
    func refused(harm: Harm, stopped: Bool) async throws {
        let files = try await disk([1...2, 3...5, 6...6], stopped: stopped)
        var lines = files.lines
        harm.act(&lines)
        files.replaceLines(lines)
        let before = files.contents(segmentPath)
        let fault = #expect(throws: JournalFault.self) { try open(files) }
        guard case .damaged(segmentPath, harm.line, .line) = fault else {
            Issue.record("\(String(describing: fault))")
            return
        }
        #expect(fault?.exitCode == 65)
        #expect(files.contents(segmentPath) == before, "refused and left as it was")
    }

    @Test(
        "damage above every durable mark is set aside, zeroed inner pages too", arguments: Harm.all)
    func setAside(harm: Harm) async throws {
        // One group and the power gone before its end: no mark, and HEAD knows of nothing.
        let files = try await disk([1...6], stopped: false)
        var lines = files.lines
        harm.act(&lines)
        files.replaceLines(lines)
        let whole = try #require(files.contents(segmentPath))
        let (journal, numbers) = try open(files)
        #expect(numbers == Array(1..<harm.line))
        let tail = try #require(journal.recovery.tornTail)
        #expect(tail.line == harm.line)
        let kept = try #require(files.contents(segmentPath))
        #expect(tail.byteCount == whole.count - kept.count)
        let quarantine = try #require(tail.quarantine)
        #expect(files.contents(quarantine) == Array(whole[kept.count...]))
        let cut = files.afterPowerCut(.lost, keepsNames: false)
        #expect(cut.contents(quarantine) == Array(whole[kept.count...]), "set aside durably")
        try await journal.durable(upTo: journal.append([entry(7)]))
        await journal.stop()
        let (again, after) = try open(files)
        #expect(after == Array(1..<harm.line) + [7])
        #expect(again.recovery.tornTail == nil)
    }

    @Test("a record that stands in another's place tells itself that the other was acknowledged")
    func ownMark() async throws {
        let files = try await disk([1...2, 3...3], stopped: false)
        files.replaceLines([files.lines[0], files.lines[2]])
        #expect(
            throws: JournalFault.damaged(
                path: segmentPath, line: 2, .line(.outOfOrder(expected: 2, found: 3)))
        ) { try open(files) }
    }

    @Test("the same tail torn twice is kept twice")
    func tornTwice() async throws {
        let files = try await disk([1...1], stopped: true)
        for _ in 1...2 {
            let whole = try #require(files.contents(segmentPath))
            files.replace(segmentPath, with: whole + [0, 0])
            let (journal, numbers) = try open(files)
            #expect(numbers == [1])
            await journal.stop()
        }
        #expect(try files.list("state/quarantine")?.count == 2)
    }

    @Test("every flipped bit of a cleanly stopped journal is refused by its line")
    func flips() async throws {
        let files = try await disk([1...2, 3...3], stopped: true)
        let whole = try #require(files.contents(segmentPath))
        var line = 1
        for position in whole.indices {
            var flipped = whole
            flipped[position] ^= 1 << (position % 8)
            files.replace(segmentPath, with: flipped)
            let fault = #expect(throws: JournalFault.self) { try open(files) }
            guard case .damaged(segmentPath, line, _) = fault else {
                Issue.record("byte \(position): \(String(describing: fault))")
                continue
            }
            if whole[position] == 10 { line += 1 }
        }
    }

    @Test("a cleanly stopped journal that is shorter by any number of bytes is refused")
    func shorter() async throws {
        let files = try await disk([1...2, 3...3], stopped: true)
        let whole = try #require(files.contents(segmentPath))
        for length in 0..<whole.count {
            files.replace(segmentPath, with: Array(whole[..<length]))
            let fault = #expect(throws: JournalFault.self) { try open(files) }
            #expect(fault?.exitCode == 65)
        }
    }

    @Test(
        "files that are missing or empty are refused by name",
        arguments: ["HEAD", "FORMAT", "journal/j-00000001.jsonl"], [true, false])
    func missing(name: String, isEmpty: Bool) async throws {
        let files = try await disk([1...2], stopped: true)
        files.replace("state/\(name)", with: isEmpty ? [] : nil)
        let fault = #expect(throws: JournalFault.self) { try open(files) }
        guard case .damaged("state/\(name)", 1, _) = fault else {
            Issue.record("\(String(describing: fault))")
            return
        }
    }

    @Test("every flipped bit of HEAD is refused")
    func flippedHead() async throws {
        let files = try await disk([1...3], stopped: true)
        let whole = try #require(files.contents("state/HEAD"))
        for position in whole.indices {
            for bit in 0..<8 {
                var flipped = whole
                flipped[position] ^= 1 << bit
                files.replace("state/HEAD", with: flipped)
                let fault = #expect(throws: JournalFault.self) { try open(files) }
                #expect(fault?.exitCode == 65)
            }
        }
    }

    @Test("another sound journal in its place is refused")
    func otherHistory() async throws {
        let files = try await disk([1...3], stopped: true)
        let other = try await disk([4...6], stopped: true)
        files.replace(segmentPath, with: other.contents(segmentPath))
        #expect(throws: JournalFault.damaged(path: segmentPath, line: 3, .otherHistory)) {
            try open(files)
        }
    }
}
