import CurlHTTP

/// What is to be done about a first response that Discord did not confirm.
///
/// Discord takes one response to an interaction and counts a second as a fault, so one that may have been taken is not
/// simply sent again. A value, so that each ending of a request is a line in a table of tests.
enum LostResponse: Hashable, Sendable {
    /// It is out, or of no use any more: nothing more is sent.
    case final
    /// Not taken for now: to be sent again when the limits allow it.
    case refused
    /// Not taken, or the gateway shows its message within a moment: to be sent again unless it does.
    case open
    /// Under way for so long that it hangs more likely than it was taken, and no time is left to ask: to be sent again
    /// at once, unless the gateway has shown its message.
    case hanging
    /// It may have been taken, and no event would show it: its message has to be asked for.
    case hidden

    init(_ answer: DiscordAnswer?, of response: JSON) {
        switch answer {
        case .refusal(let refusal) where refusal.status == 429: self = .refused
        // A server in trouble has mostly not taken it.
        case .refusal(let refusal) where refusal.status >= 500: self = .open
        case .unreadable: self = .open
        case .failed(let failure):
            let isSent = failure.mayHaveBeenExecuted
            switch (failure, Self.lost(response)) {
            case (_, .final) where isSent: self = .final
            case (.timedOut, _): self = .hanging
            case (_, let lost): self = isSent ? lost : .open
            }
        case .ok, .refusal, .held, .halted, nil: self = .final
        }
    }

    private static func lost(_ response: JSON) -> LostResponse {
        switch response["type"]?.int {
        // Suggestions leave nothing to ask for, and the next letter that is typed brings new ones.
        case 8: .final
        case 4 where (response["data"]?["flags"]?.bits ?? 0) & 64 == 0: .open
        default: .hidden
        }
    }
}
