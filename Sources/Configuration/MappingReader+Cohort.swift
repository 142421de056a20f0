extension MappingReader {
    /// What must differ inside one list, since later changes are told apart by it.
    func refuseRepeats(_ values: [Located<String>], _ what: String) {
        var first: [String: SourceMark] = [:]
        for value in values {
            if let earlier = first[value.value] {
                source.log.fault(
                    value.mark,
                    "the \(what) \"\(value.value.shown)\" stands twice; first on line \(earlier.line ?? 1)"
                )
            } else {
                first[value.value] = value.mark
            }
        }
    }

    /// `22:00-07:00`.
    func quietHours(_ key: String) -> QuietHours? {
        guard let text = text(key) else { return nil }
        let ends = text.value.split { $0 == "-" || $0 == "–" }
            .map { CivilText.clock(String($0).trimmed[...]) }
        if ends.count == 2, let from = ends[0], let until = ends[1],
            from.hour < 24, until.hour < 24, from.minute < 60, until.minute < 60
        {
            return QuietHours(
                from: from.hour * 60 + from.minute, until: until.hour * 60 + until.minute)
        }
        source.log.fault(
            text.mark, "quiet hours are written 22:00-07:00; found \"\(text.value.shown)\"")
        return nil
    }

    /// A web address.
    func link(_ key: String) -> String? {
        guard let text = text(key) else { return nil }
        let isWeb = ["https://", "http://"].contains {
            text.value.hasPrefix($0) && text.value.count > $0.count
        }
        if isWeb, !text.value.contains(where: \.isWhitespace) { return text.value }
        source.log.fault(
            text.mark,
            "a link begins with https:// and has no spaces; found \"\(text.value.shown)\"")
        return nil
    }
}
