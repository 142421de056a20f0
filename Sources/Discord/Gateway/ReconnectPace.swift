/// How long to wait before the next connection: not at all after a loss now and then, ever longer where losses pile up.
///
/// Every ten seconds that a session stood earn a quick reconnection back. Without that memory a server that drops
/// everybody is stormed by everybody, and a bot that loops uses up its day's sessions.
struct ReconnectPace: Hashable, Sendable {
    private static let most = 10.0
    private static let earning = 10.0
    private static let longest = 60.0

    private var quick = ReconnectPace.most
    private var failures = 0

    /// The session stood for so many seconds.
    mutating func stood(for seconds: Double) {
        quick = min(Self.most, quick + seconds / Self.earning)
        if seconds >= Self.earning { failures = 0 }
    }

    /// The wait after a connection that was lost; `chance` is from 0 up to 1.
    mutating func waitAfterLoss(chance: Double) -> Double {
        guard quick >= 1 else { return waitAfterFailure(chance: chance) }
        quick -= 1
        return 0.05 * chance
    }

    /// The wait after a connection that could not be made: nobody is there, and hurry helps nobody.
    mutating func waitAfterFailure(chance: Double) -> Double {
        failures += 1
        let whole = failures > 6 ? Self.longest : Double(1 << (failures - 1))
        return whole * (0.5 + 0.5 * chance)
    }
}
