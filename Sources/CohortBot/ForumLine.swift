import JSONLine

/// One line to `cohortbot forum search`: a thread of the corpus, or a question.
struct ForumLine: Decodable, Equatable {
    /// A name that is a text or a whole number; it goes out as it came in.
    struct ID: Decodable, Equatable {
        let text: String
        let isNumber: Bool

        init(from decoder: any Decoder) throws {
            let container = try decoder.singleValueContainer()
            if let number = try? container.decode(Int.self) {
                (text, isNumber) = (String(number), true)
            } else {
                (text, isNumber) = (try container.decode(String.self), false)
            }
        }
    }

    let id: ID?
    let title: String?
    let body: String?
    /// A question's words.
    let text: String?

    init(json line: [UInt8]) throws(ForumLineFault) {
        // A decoder would mend them, and the answer would be one to another text.
        guard String(validating: line, as: UTF8.self) != nil else {
            throw ForumLineFault("no UTF-8")
        }
        do {
            self = try JSONLineDecoder().decode(Self.self, from: line)
        } catch let DecodingError.typeMismatch(_, context) {
            let key = context.codingPath.last?.stringValue
            throw ForumLineFault(key.map { "\"\($0)\" is no text" } ?? "no JSON object")
        } catch {
            throw ForumLineFault("no JSON object")
        }
    }
}

/// Why a line was not understood.
struct ForumLineFault: Error, Equatable {
    let words: String

    init(_ words: String) { self.words = words }
}
