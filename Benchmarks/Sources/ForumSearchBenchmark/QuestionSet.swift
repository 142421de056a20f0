import ForumSearch
import Foundation

/// Threads, questions, and which threads answer which question how well.
struct QuestionSet {
    struct Question {
        let text: String
        let grades: [String: Double]
    }

    let name: String
    var threads: [ForumThread] = []
    var questions: [Question] = []

    init(folder: String) throws {
        name = URL(fileURLWithPath: folder).lastPathComponent
        let lines = { (file: String) in
            try String(contentsOfFile: "\(folder)/\(file)", encoding: .utf8).split(separator: "\n")
        }
        let decoder = JSONDecoder()
        threads = try lines("corpus.jsonl").map {
            let line = try decoder.decode(Line.self, from: Data($0.utf8))
            return ForumThread(id: line.id, title: line.title ?? "", body: line.body ?? "")
        }
        var grades: [String: [String: Double]] = [:]
        for line in try lines("qrels.tsv") {
            let fields = line.split(separator: "\t").map(String.init)
            guard fields.count == 3 else { continue }
            grades[fields[0], default: [:]][fields[1]] = Double(fields[2])
        }
        questions = try lines("queries.jsonl").map {
            let line = try decoder.decode(Line.self, from: Data($0.utf8))
            return Question(text: line.text ?? "", grades: grades[line.id] ?? [:])
        }
    }

    private struct Line: Decodable {
        var id: String
        var title: String?
        var body: String?
        var text: String?
    }
}

extension String {
    /// The same with one slip in about a fifth of the longer words.
    func misspelt(_ chance: inout Chance) -> String {
        split(separator: " ").map { word in
            var letters = Array(word)
            guard letters.count >= 4, letters.allSatisfy(\.isLetter), chance.unit() < 0.2 else {
                return String(word)
            }
            let place = chance.below(letters.count - 1)
            let other = Array("abcdefghijklmnopqrstuvwxyz")[chance.below(26)]
            switch chance.below(4) {
            case 0: letters.swapAt(place, place + 1)
            case 1: letters.remove(at: place)
            case 2: letters.insert(other, at: place)
            default: letters[place] = other
            }
            return String(letters)
        }.joined(separator: " ")
    }
}
