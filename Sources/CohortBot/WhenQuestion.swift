import FoundationEssentials

/// One line to `cohortbot when --jsonl`; everything but the text may be left out.
struct WhenQuestion: Decodable, Equatable {
    let text: String
    let referenceTime: String?
    let zone: String?
    let language: String?
    let country: String?
    let prefer: String?

    private enum CodingKeys: String, CodingKey {
        case text, country, prefer
        case referenceTime = "reference_time"
        case zone = "tz"
        case language = "lang"
    }

    init(json line: [UInt8]) throws(WhenFault) {
        // A decoder would mend them, and the answer would be one to another text.
        guard String(validating: line, as: UTF8.self) != nil else {
            throw WhenFault("no UTF-8")
        }
        do {
            self = try JSONDecoder().decode(Self.self, from: Data(line))
        } catch let DecodingError.keyNotFound(key, _) {
            throw WhenFault("no \"\(key.stringValue)\"")
        } catch let DecodingError.typeMismatch(_, context) {
            throw WhenFault(
                context.codingPath.last.map { "\"\($0.stringValue)\" is no text" }
                    ?? "no JSON object")
        } catch let DecodingError.valueNotFound(_, context) {
            throw WhenFault("no \"\(context.codingPath.last?.stringValue ?? "text")\"")
        } catch {
            throw WhenFault("no JSON object")
        }
    }
}
