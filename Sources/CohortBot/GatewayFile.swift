import Discord
import Journal

/// Keeps the gateway's record in one small file beside the journal.
///
/// It is no part of the state: lost or damaged, it costs a new session and today's count of them, nothing else.
struct GatewayFile: GatewayStore {
    let directory: String
    let files: any FileSystem

    private var path: String { "\(directory)/gateway" }
    private static let largest = 1 << 20

    func load() async -> GatewayRecord? {
        guard let file = try? files.open(path, .reading) else { return nil }
        defer { try? file.close() }
        guard let size = try? file.size(), size <= Self.largest else { return nil }
        var bytes = [UInt8](repeating: 0, count: size)
        let count = bytes.withUnsafeMutableBytes { try? file.read(into: $0, at: 0) }
        return count == size ? GatewayRecord(bytes) : nil
    }

    /// Leaves out which private chats there were: only who asks Discord with the bot's token learns whose they are, but
    /// somebody who is erased has none any more.
    func forgetPrivateRooms() async {
        guard var record = await load(), !record.privateRooms.isEmpty else { return }
        record.privateRooms = []
        await save(record)
    }

    func save(_ record: GatewayRecord) async {
        let new = path + ".tmp"
        guard let file = try? files.open(new, .replacing) else { return }
        let bytes = record.bytes
        let count = bytes.withUnsafeBytes { try? file.append($0) }
        try? file.close()
        if count == bytes.count { try? files.rename(new, to: path) }
    }
}
