/// How fast a platform lets itself be written to.
///
/// The numbers are Telegram's published ones; they are a guess at limits that change, so a platform that asks to slow
/// down is obeyed as well.
package struct Pacing: Hashable, Sendable {
    /// Messages that may follow each other at once in one chat, before `perChat` holds.
    package var burst: Int
    /// Seconds between messages to one chat in the long run.
    package var perChat: Double
    /// Messages to one group in any minute.
    package var perGroupMinute: Int
    /// Messages in any second, all chats together.
    package var perSecond: Int
    /// False: nothing is held back. What a platform asks for is obeyed all the same.
    package var isOn: Bool

    package init(
        burst: Int = 3, perChat: Double = 1, perGroupMinute: Int = 20, perSecond: Int = 30,
        isOn: Bool = true
    ) {
        self.burst = burst
        self.perChat = perChat
        self.perGroupMinute = perGroupMinute
        self.perSecond = perSecond
        self.isOn = isOn
    }

    package static let platform = Pacing()
    /// For measuring, and for self-hosted servers.
    package static let off = Pacing(isOn: false)
}

/// How much of its allowance one chat has used; a value with the time passed in (seconds since 1970).
struct ChatPace: Hashable, Sendable {
    /// When the chat would be fully rested.
    private var rested = -Double.infinity
    private var group: RateWindow?

    init(_ pacing: Pacing, isGroup: Bool) {
        group = isGroup ? RateWindow(limit: pacing.perGroupMinute, seconds: 60) : nil
    }

    /// When the next message may go.
    func opens(_ pacing: Pacing) -> Double {
        max(rested - Double(pacing.burst - 1) * pacing.perChat, group?.opens ?? -.infinity)
    }

    mutating func take(at moment: Double, _ pacing: Pacing) {
        rested = max(rested, moment) + pacing.perChat
        group?.take(at: moment)
    }

    /// Whether it can be forgotten without anybody being written to too fast.
    func isRested(at moment: Double) -> Bool {
        rested <= moment && (group.map { $0.isEmpty(at: moment) } ?? true)
    }
}
