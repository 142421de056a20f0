/// A value in a place of its own, for maps that should hold pointers: a persistent map copies the node around a value
/// that changes, and a million large values would be copied by the dozen each time.
final class Box<Value: Sendable>: Sendable {
    let value: Value

    init(_ value: Value) { self.value = value }
}
