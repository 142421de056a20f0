import ForumSearch
import Foundation

/// A forum as large as one likes: words as frequent as words are, threads of about sixty of them.
enum LargeForum {
    static func measure(threads count: Int) {
        var writer = Writer()
        let before = residentBytes()
        var threads: [ForumThread] = []
        threads.reserveCapacity(count)
        for number in 0..<count {
            threads.append(
                ForumThread(id: "t\(number)", title: writer.words(8), body: writer.words(52)))
        }
        let texts = residentBytes()
        let index = ForumIndex()
        let built = seconds { for thread in threads { index.add(thread) } }
        let beyond = residentBytes() - texts
        var times: [Double] = []
        for number in 0..<500 {
            let thread = threads[writer.chance.below(count)]
            var words = (thread.title + " " + thread.body).split(separator: " ")
            words = (0..<6 + number % 6).map { _ in words[writer.chance.below(words.count)] }
            let question = words.joined(separator: " ")
            times.append(seconds { _ = index.search(question, limit: 3) })
        }
        times.sort()
        let added = seconds {
            for number in 0..<100 {
                index.add(
                    ForumThread(id: "n\(number)", title: writer.words(8), body: writer.words(52)))
            }
        }
        precondition(index.search("n", limit: 1).hits.count <= 1)
        print(
            String(
                format: "%d threads (%d MiB of text): built in %.1f s, %d MiB beyond the texts; "
                    + "a question p50 %.2f ms, p99 %.2f ms; one more thread %.3f ms (CPU time)",
                count, (texts - before) >> 20, built, beyond >> 20, times[times.count / 2] * 1_000,
                times[times.count * 99 / 100] * 1_000, added * 10))
    }

    private static func seconds(_ work: () -> Void) -> Double {
        let start = clock()
        work()
        return Double(clock() - start) / Double(CLOCKS_PER_SEC)
    }

    private static func residentBytes() -> Int {
        let fields = (try? String(contentsOfFile: "/proc/self/statm", encoding: .utf8)) ?? ""
        let pages = fields.split(separator: " ").dropFirst().first.flatMap { Int($0) } ?? 0
        return pages * sysconf(Int32(_SC_PAGESIZE))
    }
}

/// Writes text in an invented language whose small words are English ones.
struct Writer {
    var chance = Chance(seed: 7)
    private let vocabulary: [String]

    init() {
        let syllables = [
            "ba", "re", "mo", "ti", "lu", "ken", "sar", "vo", "ni", "pel", "da", "qui", "for",
            "gen", "ash", "tor", "el", "im", "un", "ox",
        ]
        let small =
            "the a to is i of and in it my for how can on you this that do not with be what have"
        vocabulary =
            small.split(separator: " ").map(String.init)
            + (24..<60_000).map { number in
                var rest = number
                var word = ""
                repeat {
                    word += syllables[rest % syllables.count]
                    rest /= syllables.count
                } while rest > 0
                return word
            }
    }

    /// The second word is half as frequent as the first, the third a third.
    mutating func words(_ count: Int) -> String {
        (0..<count).map { _ in
            let rank = exp(chance.unit() * log(Double(vocabulary.count))) - 1
            return vocabulary[min(vocabulary.count - 1, Int(rank))]
        }.joined(separator: " ")
    }
}

/// The same numbers each time.
struct Chance {
    private var state: UInt64

    init(seed: UInt64) { state = seed &* 0x9E37_79B9_7F4A_7C15 | 1 }

    mutating func unit() -> Double {
        state ^= state << 13
        state ^= state >> 7
        state ^= state << 17
        return Double(state >> 11) / Double(1 << 53)
    }

    mutating func below(_ limit: Int) -> Int { Int(unit() * Double(limit)) }
}
