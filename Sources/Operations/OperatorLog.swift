package import FoundationEssentials
package import Logging

/// The log that operators read: one line an event, as text or as JSON, without a secret in it.
///
/// The message of a log call is the event's name, always the same words; what varies goes into the metadata.
/// Neither may hold a message's text or a private fact.
package struct OperatorLog: LogHandler {
    package var logLevel: Logger.Level
    package var metadata: Logger.Metadata = [:]
    package var metadataProvider: Logger.MetadataProvider?
    private let label: String
    private let format: LogLine.Format
    private let secrets: Secrets
    private let now: @Sendable () -> Date
    private let write: @Sendable (String) -> Void

    /// The label is the part that logs, shown as `source`; `write` takes whole lines, newline included.
    package init(
        label: String, level: Logger.Level = .info, format: LogLine.Format, secrets: Secrets,
        now: @escaping @Sendable () -> Date, write: @escaping @Sendable (String) -> Void
    ) {
        self.label = label
        self.logLevel = level
        self.format = format
        self.secrets = secrets
        self.now = now
        self.write = write
    }

    package subscript(metadataKey key: String) -> Logger.Metadata.Value? {
        get { metadata[key] }
        set { metadata[key] = newValue }
    }

    package func log(event: LogEvent) {
        var facts = metadata
        facts.merge(metadataProvider?.get() ?? [:]) { $1 }
        facts.merge(event.metadata ?? [:]) { $1 }
        if facts["source"] == nil { facts["source"] = .string(label) }
        if let error = event.error { facts["error"] = .string("\(error)") }
        let pairs = facts.map { name, value in
            (secrets.redacted(name), secrets.redacted("\(value)"))
        }
        let line = LogLine(
            at: now(), level: event.level.rawValue,
            event: secrets.redacted(event.message.description),
            facts: Dictionary(pairs) { first, _ in first })
        write(line.written(as: format))
    }
}
