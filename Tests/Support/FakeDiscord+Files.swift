import FlyingFox
import Foundation

extension FakeDiscord {
    /// Puts a file where Discord keeps what people attach.
    /// - Returns: what an event tells of it.
    package func keep(_ file: FakeTelegram.File) -> String {
        let id = nextID()
        let path = "/attachments/\(Self.channel)/\(id)/file"
        attached[path] = file.bytes
        return """
            {"id":"\(id)","filename":\(Self.json(file.name)),"size":\(file.bytes.count),\
            "url":"http://\(host)\(path)?v=1"}
            """
    }

    /// What a command's option with a file says: its id, and the member `resolved` that tells what it is.
    package func option(_ file: FakeTelegram.File) -> (id: String, resolved: String) {
        let json = keep(file)
        let id = json.components(separatedBy: "\"")[3]
        return (id, #""resolved":{"attachments":{"\#(id)":\#(json)}}"#)
    }

    /// How Discord's store of files does.
    package enum FileService: Sendable {
        case works
        /// Addresses in events no longer work; a message that is asked for tells new ones.
        case expired
        case down
    }

    package func letFiles(_ service: FileService) { fileService = service }

    func renewed(_ message: String) -> String { message.replacing("?v=1", with: "?v=2") }

    func attachment(at request: HTTPRequest) -> HTTPResponse {
        if fileService == .down { return HTTPResponse(statusCode: .serviceUnavailable) }
        guard fileService == .works || request.query["v"] == "2",
            request.headers[.authorization] == nil,
            let bytes = attached[request.path]
        else { return HTTPResponse(statusCode: .notFound) }
        return HTTPResponse(statusCode: .ok, body: Data(bytes))
    }
}
