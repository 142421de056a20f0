/// What a person's words for a zone turned out to mean.
public enum ZoneAnswer: Hashable, Sendable {
    case one(Zone)
    /// The words fit all of these; only the person knows which.
    case several([Zone])
    /// The words fit none; the names nearest to them, best first.
    case none(nearest: [String])
}
