/// Finds a platform's token: the environment wins over `bot.yaml`, a variable over a file.
struct TokenSource {
    let shape: TokenShape
    /// `TELEGRAM_BOT_TOKEN`; with `_FILE` behind it the variable that names a file. Nil: the file alone decides.
    let variable: String?
    let environment: [String: String]
    let files: ConfigurationFiles
    /// What a path in `bot.yaml` is relative to.
    let directory: String
    let log: FaultLog

    /// The token and the words that tell where it came from; nil where none is given, or with a fault.
    func token(_ reference: TokenReference?) -> (token: Secret, origin: String)? {
        let fileVariable = variable.map { $0 + "_FILE" }
        if let variable, let value = set(variable) {
            if let fileVariable, set(fileVariable) != nil {
                log.warn(
                    SourceMark(fileVariable), "is not read, since \(variable) is set; unset one")
            }
            return checked(value, at: SourceMark(variable), origin: variable)
        }
        if let fileVariable, let path = set(fileVariable) {
            return read(path, at: SourceMark(fileVariable), origin: "\(path) (\(fileVariable))")
        }
        switch reference {
        case .variable(let name, let mark):
            guard let value = set(name) else {
                log.warn(
                    mark,
                    "the variable \(name.shown) is not set, so this platform stays off")
                return nil
            }
            return checked(value, at: SourceMark(name), origin: "\(name) (\(mark))")
        case .file(let path, let mark):
            let whole = path.hasPrefix("/") ? path : "\(directory)/\(path)"
            return read(whole, at: mark, origin: "\(whole) (\(mark))")
        case nil:
            return nil
        }
    }

    private func set(_ name: String) -> String? {
        guard let value = environment[name]?.trimmed, !value.isEmpty else { return nil }
        return value
    }

    private func read(_ path: String, at mark: SourceMark, origin: String)
        -> (token: Secret, origin: String)?
    {
        do throws(FileFault) {
            let bytes = try files.read(path)
            warnOfReaders(path)
            let text = String(validating: bytes, as: UTF8.self)?.trimmed ?? ""
            if text.isEmpty {
                log.fault(mark, "the token file \(path.shown) holds no text")
                return nil
            }
            return checked(text, at: SourceMark(path), origin: origin)
        } catch {
            log.fault(mark, "the token file \(path.shown): \(error.words)")
            return nil
        }
    }

    private func warnOfReaders(_ path: String) {
        // Container runtimes choose the mode of what they mount there, and nobody else sees it.
        guard files.status(path)?.isReadableByAll == true, !path.hasPrefix("/run/secrets/") else {
            return
        }
        log.warn(
            SourceMark(path),
            "everybody on this machine can read this token; type: chmod 600 \(path.shellQuoted)")
    }

    private func checked(_ token: String, at mark: SourceMark, origin: String)
        -> (token: Secret, origin: String)?
    {
        guard shape.accepts(token) else {
            log.fault(mark, "this is no token; \(shape.words)")
            return nil
        }
        return (Secret(token), origin)
    }
}

extension String {
    /// As a shell reads it back.
    var shellQuoted: String {
        let isPlain = utf8.allSatisfy { byte in
            (97...122).contains(byte | 0x20) || (45...57).contains(byte) || byte == 0x5F
        }
        if isPlain, !isEmpty { return self }
        return "'"
            + split(separator: "'", omittingEmptySubsequences: false).joined(separator: "'\\''")
            + "'"
    }
}
