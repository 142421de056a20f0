import Chat

/// What Discord lets somebody do, of which the bot asks one thing only: whether they manage the server.
enum Permissions {
    private static let administrator: UInt64 = 1 << 3
    static let manageServer: UInt64 = 1 << 5

    static func authority(_ bits: UInt64) -> Authority {
        bits & (administrator | manageServer) != 0 ? .administrator : .member
    }
}
