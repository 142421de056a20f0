/// A length of time as people say it: its two largest units, rounded to the smaller one.
///
/// Seconds are said below ten minutes only, minutes below a day only.
struct Span: Hashable {
    enum Unit: String {
        case days, hours, minutes, seconds
    }

    struct Part: Hashable {
        let count: Int
        let unit: Unit
    }

    /// One or two parts, the larger first; "0 seconds" for nothing.
    let parts: [Part]

    init(seconds: Int) {
        let exact = Int(min(seconds.magnitude, 4_000_000_000_000))
        let grain = exact < 600 ? 1 : exact < 86_400 ? 60 : 3_600
        let rounded = (exact + grain / 2) / grain * grain
        let all = [
            Part(count: rounded / 86_400, unit: .days),
            Part(count: rounded / 3_600 % 24, unit: .hours),
            Part(count: rounded / 60 % 60, unit: .minutes),
            Part(count: rounded % 60, unit: .seconds),
        ]
        let first = all.firstIndex { $0.count > 0 } ?? all.count - 1
        parts = all[first...].prefix(2).enumerated()
            .filter { $0.offset == 0 || $0.element.count > 0 }.map(\.element)
    }
}
