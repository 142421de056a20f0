import Chat
import Yams

extension MappingReader {
    /// An IANA zone.
    func zone(_ key: String, _ checks: ConfigurationChecks) -> Located<String>? {
        text(key).flatMap { check(zone: $0, checks) }
    }

    func check(zone: Located<String>, _ checks: ConfigurationChecks) -> Located<String>? {
        if checks.isZone(zone.value) { return zone }
        let nearest = checks.nearestZones(zone.value).prefix(3).joined(separator: ", ")
        let hint = nearest.isEmpty ? "write one such as Europe/London" : "nearest: \(nearest)"
        source.log.fault(zone.mark, "no zone \"\(zone.value.shown)\"; \(hint)")
        return nil
    }

    /// A calendar day, `2026-11-23`.
    func day(_ key: String) -> Located<String>? {
        guard let text = text(key) else { return nil }
        switch CivilText(text.value) {
        case .day: return text
        case .impossible(let words): source.log.fault(text.mark, words)
        case .moment, .dayAndMore, .other:
            source.log.fault(
                text.mark,
                "\"\(key)\" is a day such as 2026-12-01; found \"\(text.value.shown)\"")
        }
        return nil
    }

    /// A moment, as digits or as words; only words go to the date engine, so a deadline of last month stays right.
    func moment(_ moment: Located<String>, in zone: String, _ checks: ConfigurationChecks)
        -> Located<String>?
    {
        switch CivilText(moment.value) {
        case .day, .moment: return moment
        case .impossible(let words): source.log.fault(moment.mark, words)
        case .dayAndMore, .other:
            guard let fault = checks.momentFault(moment.value, zone) else { return moment }
            source.log.fault(moment.mark, fault)
        }
        return nil
    }

    func seconds(_ key: String) -> Int? { text(key).flatMap(seconds) }

    func seconds(_ text: Located<String>) -> Int? {
        if let seconds = Span.seconds(text.value) { return seconds }
        source.log.fault(
            text.mark,
            "a length of time is written 7d, 6h or 30m; found \"\(text.value.shown)\"")
        return nil
    }

    /// A BCP 47 language, such as `pt` or `pt-BR`.
    func language(_ key: String) -> String? { text(key).flatMap(language) }

    func language(_ text: Located<String>) -> String? {
        if LanguageTag.isWellFormed(text.value) { return text.value }
        source.log.fault(
            text.mark,
            "a language is written en, pt or pt-BR; found \"\(text.value.shown)\"")
        return nil
    }

    /// An account, `telegram:123456789`.
    func account(_ text: Located<String>) -> Located<Account>? {
        guard let account = Account(text.value) else {
            source.log.fault(
                text.mark,
                "an account is written telegram:123456789 or console:lila; found \"\(text.value.shown)\""
            )
            return nil
        }
        guard check(account.platform, at: text.mark) else { return nil }
        guard account.platform.accepts(account: account.id) else {
            source.log.fault(
                text.mark,
                "\"\(account.id.shown)\" is no \(account.platform.rawValue) account; expected \(account.platform.accountShape)"
            )
            return nil
        }
        return Located(account, at: text.mark)
    }

    /// A room, `telegram:-1001234567890/17`.
    func room(_ text: Located<String>) -> Located<RoomAddress>? {
        guard let room = RoomAddress(text.value) else {
            source.log.fault(
                text.mark,
                "a room is written telegram:-1001234567890, telegram:-1001234567890/17 or console:main; found \"\(text.value.shown)\""
            )
            return nil
        }
        guard check(room.platform.service, at: text.mark) else { return nil }
        guard room.platform.accepts(room: room) else {
            source.log.fault(
                text.mark,
                "\"\(text.value.shown)\" is no \(room.platform.rawValue) room; expected \(room.platform.roomShape)"
            )
            return nil
        }
        return Located(room, at: text.mark)
    }

    private func check(_ platform: Platform, at mark: SourceMark) -> Bool {
        let known = Platform.configurable.map(\.rawValue)
        if known.contains(platform.rawValue) { return true }
        source.log.unknown("platform", platform.rawValue, known: known, at: mark)
        return false
    }

    func accounts(_ key: String) -> [Account] {
        texts(key).compactMap { account($0)?.value }
    }
}
