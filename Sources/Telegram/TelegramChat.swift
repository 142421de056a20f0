/// Where something happened.
struct TelegramChat: Hashable, Sendable {
    enum Kind: Hashable, Sendable {
        case `private`, group, channel
    }

    var id: Int64
    var kind: Kind
    var title = ""
}

extension TelegramChat {
    init(_ json: inout JSONScanner) throws(JSONFault) {
        var (id, kind, title) = (Int64?.none, Kind?.none, "")
        try json.object { name, json throws(JSONFault) in
            switch name {
            case "id": id = try json.int()
            case "type":
                switch try json.string() {
                case "private": kind = .private
                case "group", "supergroup": kind = .group
                default: kind = .channel
                }
            case "title": title = try json.string()
            default: break
            }
        }
        guard let id, let kind else { throw .mismatch }
        self.init(id: id, kind: kind, title: title)
    }
}
