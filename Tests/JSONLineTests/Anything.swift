/// Takes any JSON and looks at all of it.
indirect enum Anything: Decodable {
    case object([String: Anything]), list([Anything]), text(String), number(Double), truth(Bool),
        null

    init(from decoder: any Decoder) throws {
        let box = try decoder.singleValueContainer()
        if box.decodeNil() {
            self = .null
        } else if let truth = try? box.decode(Bool.self) {
            self = .truth(truth)
        } else if let number = try? box.decode(Double.self) {
            self = .number(number)
        } else if let text = try? box.decode(String.self) {
            self = .text(text)
        } else if let list = try? box.decode([Anything].self) {
            self = .list(list)
        } else {
            self = .object(try box.decode([String: Anything].self))
        }
    }
}
