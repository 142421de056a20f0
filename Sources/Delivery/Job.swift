import Chat

/// A message in words, and what it stands for.
struct Job: Sendable {
    let item: Item
    let message: Message
}
