/// One message of Discord's gateway: an operation, its data and, for events, a number and a name.
struct GatewayPayload: Hashable, Sendable {
    enum Operation: Int, Sendable {
        case dispatch = 0
        case heartbeat = 1
        case identify = 2
        case resume = 6
        case reconnect = 7
        case invalidSession = 9
        case hello = 10
        case heartbeatAcknowledged = 11
    }

    /// Nil for one of the future, which is left alone.
    var operation: Operation?
    var data: JSON
    var sequence: Int?
    var name: String?

    /// Nil for what is no such message.
    init?(_ text: [UInt8]) {
        guard let json = JSONReader.read(text), let operation = json["op"]?.int else { return nil }
        self.init(
            Operation(rawValue: operation), json["d"] ?? .null, sequence: json["s"]?.int,
            name: json["t"]?.string)
    }

    init(
        _ operation: Operation?, _ data: JSON = .null, sequence: Int? = nil, name: String? = nil
    ) {
        self.operation = operation
        self.data = data
        self.sequence = sequence
        self.name = name
    }
}

/// One event as it goes on to whoever understands it.
struct GatewayEvent: Hashable, Sendable {
    var name: String
    var data: JSON
    var sequence: Int
    /// Whether it was missed and is told again: an interaction in it may be too old to be answered.
    var isReplay: Bool
}
