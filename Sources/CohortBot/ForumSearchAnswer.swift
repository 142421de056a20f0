import ForumSearch
import FoundationEssentials

/// What `cohortbot forum search` answers to one question, as a line of JSON for programs.
struct ForumSearchAnswer: Equatable {
    let id: ForumLine.ID?
    let hits: [Hit]
    let isAnswered: Bool
    let confidence: Double
    /// Why a line could not be read; there is none where it could.
    let error: String?

    init(id: ForumLine.ID?, _ result: SearchResult) {
        self.id = id
        hits = result.hits
        isAnswered = result.band == .answered
        confidence = result.confidence
        error = nil
    }

    init(id: ForumLine.ID?, error: String) {
        self.id = id
        (hits, isAnswered, confidence) = ([], false, 0)
        self.error = error
    }

    /// Whoever reads a line finds the same four keys in each, in the same order.
    var json: String {
        let name = id.map { $0.isNumber ? $0.text : Self.quoted($0.text) } ?? "null"
        let hits = hits.map {
            #"{"id":\#(Self.quoted($0.id)),"score":\#(Self.rounded($0.score))}"#
        }
        let fault = error.map { #","error":\#(Self.quoted($0))"# } ?? ""
        return #"{"id":\#(name),"hits":[\#(hits.joined(separator: ","))],"#
            + #""answered":\#(isAnswered),"confidence":\#(Self.rounded(confidence))\#(fault)}"#
    }

    private static func rounded(_ number: Double) -> String {
        "\((number * 1e6).rounded() / 1e6)"
    }

    private static func quoted(_ text: String) -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.withoutEscapingSlashes]
        return (try? encoder.encode(text)).map { String(decoding: $0, as: UTF8.self) } ?? "null"
    }
}
