import Testing

@testable import Telegram

@Suite struct JSONWriterTests {
    @Test("commas stand between members and elements, and nowhere else")
    func commas() {
        let bytes = JSONWriter.object { body in
            body.member("absent", String?.none)
            body.member("a", Int64(-1))
            body.list("empty") { _ in }
            body.object("none") { _ in }
            body.list("b") { list in
                list.element("x")
                list.objectElement { $0.member("c", true) }
                list.listElement { $0.element("y") }
                list.listElement { _ in }
            }
            body.member("d", false)
        }
        #expect(
            String(decoding: bytes, as: UTF8.self)
                == #"{"a":-1,"empty":[],"none":{},"b":["x",{"c":true},["y"],[]],"d":false}"#)
    }
}
