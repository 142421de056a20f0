import Dispatch

/// Runs what may block where it holds up nobody: two of the pool's few threads waiting would stop every test.
func onOwnThread<Value: Sendable>(
    _ body: @escaping @Sendable () throws -> Value
) -> Task<Value, any Error> {
    Task {
        try await withCheckedThrowingContinuation { continuation in
            DispatchQueue(label: "own").async {
                continuation.resume(with: Result { try body() })
            }
        }
    }
}
