/// Whether Discord may be asked at all: counts what it calls invalid, and knows when it has had enough.
///
/// 10,000 refusals (401, 403, 429) within ten minutes ban the machine's address, and every bot on it; a tenth of that
/// is already a fault of ours.
struct InvalidRequests: Hashable, Sendable {
    enum Halt: Hashable, Sendable {
        /// The token is refused; nothing more is asked with it.
        case refused
        /// Discord's outer wall has banned this address.
        case banned(until: Double)
        case tooMany(until: Double)
    }

    private static let most = 1_000
    private static let window = 600.0
    /// A ban page names no usable time; asking again too early prolongs it.
    private static let banned = 600.0

    private var moments: [Double] = []
    private(set) var halt: Halt?

    /// Why nothing may be asked now.
    mutating func halt(at now: Double) -> Halt? {
        switch halt {
        case .banned(let until) where until <= now, .tooMany(let until) where until <= now:
            halt = nil
            moments = []
        default: break
        }
        return halt
    }

    mutating func note(_ status: Int, isShared: Bool = false, at now: Double) {
        guard status == 401 || status == 403 || (status == 429 && !isShared) else { return }
        moments.removeAll { $0 <= now - Self.window }
        moments.append(now)
        if halt == nil, moments.count >= Self.most {
            halt = .tooMany(until: now + Self.window)
        }
    }

    mutating func isBanned(for seconds: Double?, at now: Double) {
        halt = .banned(until: now + max(Self.banned, min(seconds ?? 0, 6 * 3_600)))
    }

    mutating func isRefused() { halt = .refused }
}
