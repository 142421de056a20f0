import ForumSearch

/// The search engine as `cohortbot forum search` offers it: a question to hits and how sure it is of the first.
struct ForumSearchEngine {
    let index: ForumIndex
    let language: String?

    /// So many hits an answer names at most.
    private static let mostHits = 10
    /// So many threads a person is shown who is not sure to be answered: more than that nobody reads.
    private static let shown = 3

    func answer(_ question: String, id: ForumLine.ID? = nil) -> ForumSearchAnswer {
        ForumSearchAnswer(
            id: id,
            index.search(
                question, language: language, limit: Self.mostHits, withSnippets: false))
    }

    /// What a line of JSON asks; one that asks nothing is answered in its place with what is wrong.
    func answer(_ line: InputLines.Line) -> ForumSearchAnswer {
        do throws(ForumLineFault) {
            guard let bytes = line.bytes else {
                throw ForumLineFault("longer than \(InputLines.longestQuestion) bytes")
            }
            let asked = try ForumLine(json: bytes)
            guard let text = asked.text else {
                return ForumSearchAnswer(id: asked.id, error: "line \(line.number): no \"text\"")
            }
            return answer(text, id: asked.id)
        } catch {
            return ForumSearchAnswer(id: nil, error: "line \(line.number): \(error.words)")
        }
    }

    /// The answer for a person at a terminal.
    func lines(for question: String) -> [String] {
        let result = index.search(question, language: language, limit: Self.shown)
        let percent = Int((result.confidence * 100).rounded())
        let looked = index.count == 1 ? "1 thread" : "\(index.count) threads"
        switch result.band {
        case .none: return ["no thread on this yet, of \(looked)"]
        case .answered:
            return ["answered here (\(percent) % sure):"] + lines(of: result.hits.prefix(1))
        case .candidates:
            return ["may help (\(percent) % sure of the first):"] + lines(of: result.hits[...])
        }
    }

    private func lines(of hits: ArraySlice<Hit>) -> [String] {
        hits.enumerated().flatMap { place, hit -> [String] in
            let title = index.thread(hit.id)?.title ?? ""
            return ["\(place + 1). \(title) (\(hit.id))", "   \(hit.snippet.text)"]
        }
    }
}
