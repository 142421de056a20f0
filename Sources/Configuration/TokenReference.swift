import Yams

/// Where `bot.yaml` says a token lies; the token itself never stands there.
enum TokenReference: Equatable {
    case variable(String, SourceMark)
    case file(String, SourceMark)

    /// Nil, with a fault, where `node` is anything but `{ env: NAME }` or `{ file: PATH }`.
    init?(_ node: Node, in source: SourceFile) {
        if case .scalar = node {
            // Its text is probably the token: it is not repeated.
            source.fault(
                node,
                "a token never stands in this file; write token: { env: NAME } or { file: /run/secrets/NAME }, and if this one was real, have it replaced"
            )
            return nil
        }
        guard let reader = MappingReader(node, .token, in: source) else { return nil }
        switch (reader.text("env"), reader.text("file")) {
        case (let variable?, nil): self = .variable(variable.value, variable.mark)
        case (nil, let file?): self = .file(file.value, file.mark)
        case (nil, nil):
            source.fault(node, "write { env: NAME } or { file: /run/secrets/NAME }")
            return nil
        case (.some, .some):
            source.fault(node, "either \"env\" or \"file\", not both")
            return nil
        }
    }
}
