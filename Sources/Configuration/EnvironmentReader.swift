/// Lays the environment over what `bot.yaml` says; a variable that is empty counts as not set.
struct EnvironmentReader {
    let environment: [String: String]
    let log: FaultLog

    func apply(to configuration: inout BotConfiguration) {
        if let state = value("COHORTBOT_STATE") { configuration.stateDirectory = state }
        if let text = value("COHORTBOT_LISTEN") {
            if let address = ListenAddress(text) {
                configuration.listen = address
            } else {
                log.fault(SourceMark("COHORTBOT_LISTEN"), ListenAddress.faultWords(text))
            }
        }
        if let pacing = word("COHORTBOT_PACING", of: PacingMode.self) {
            configuration.pacing = pacing
        }
        if let format = word("COHORTBOT_LOG_FORMAT", of: LogFormat.self) {
            configuration.logFormat = format
        }
    }

    /// The base address in `variable`; nil where none is set, or with a fault.
    func apiBase(_ variable: String) -> String? {
        guard let text = value(variable) else { return nil }
        do throws(APIBase.Fault) {
            return try APIBase.read(text)
        } catch {
            log.fault(SourceMark(variable), error.words)
            return nil
        }
    }

    private func value(_ name: String) -> String? {
        guard let value = environment[name]?.trimmed, !value.isEmpty else { return nil }
        return value
    }

    private func word<Word: RawRepresentable & CaseIterable>(_ name: String, of kind: Word.Type)
        -> Word? where Word.RawValue == String
    {
        guard let text = value(name) else { return nil }
        if let word = Word(rawValue: text) { return word }
        log.unknown("value", text, known: Word.allCases.map(\.rawValue), at: SourceMark(name))
        return nil
    }
}
