import JSONLine
import Testing

@Suite("Values under the names of their types")
struct TaggedValueTests {
    private func words(_ json: String) throws -> [String] {
        try JSONLineDecoder().decodeList(from: Array(json.utf8)) { tagged in
            switch tagged.tag {
            case "text": try tagged.decode(String.self)
            case "numbers": try tagged.decode([Int].self).map(String.init).joined(separator: "+")
            default: throw tagged.isUnknown
            }
        }
    }

    @Test("are read one by one, each as its own type")
    func reads() throws {
        #expect(
            try words(#" [ {"text":"a"} , { "numbers" : [1, 2] },{"\u0074ext":"b"}] "#) == [
                "a", "1+2", "b",
            ])
        #expect(try words("[]") == [])
    }

    @Test("are written as they are read")
    func writes() throws {
        let line = try JSONLineEncoder().encodeList {
            try $0.add("text", "a\n")
            try $0.add("numbers", [1, 2])
        }
        #expect(String(decoding: line, as: UTF8.self) == #"[{"text":"a\n"},{"numbers":[1,2]}]"#)
        #expect(try JSONLineEncoder().encodeList { _ in } == Array("[]".utf8))
        #expect(throws: EncodingError.self) {
            try JSONLineEncoder().encodeList { try $0.add("number", Double.nan) }
        }
    }

    @Test(
        "are refused where the shape is another",
        arguments: [
            "", "{}", "1", "[1]", "[{}]", "[[]]", #"[{"text":"a","more":1}]"#, #"[{"text":1}]"#,
            #"[{"sound":"a"}]"#, #"[{"text":"a"}"#, #"[{"text":{"text":"a"}}]"#,
        ])
    func refuses(json: String) {
        #expect(throws: DecodingError.self) { try words(json) }
    }
}
