/// All sentences of one language, and how it counts and writes dates.
struct Language: Sendable {
    let tag: String
    let rule: PluralRule
    /// What moderators write instead.
    var overrides: [String: Template] = [:]
    /// Nil for a language that only has overrides.
    let files: SentenceFiles?

    init(tag: String, files: SentenceFiles? = nil) {
        self.tag = tag
        self.files = files
        rule = PluralRule(language: tag)
    }

    func template(_ key: String) -> Template? { overrides[key] ?? files?.template(key) }

    private(set) var weekdays: [String] = []
    private(set) var months: [String] = []
    private(set) var halves: [String] = []
    private(set) var thousands = ""

    /// Reads the lists that dates are written with; called when the overrides are in.
    mutating func takeLists() {
        weekdays = list("times.weekdays")
        months = list("times.months")
        halves = list("times.halves")
        thousands = words("number.separator") ?? ""
    }

    private func list(_ key: String) -> [String] {
        (words(key) ?? "").split(separator: ",").map { part in
            String(part.drop { $0 == " " })
        }
    }

    /// A sentence that is nothing but words.
    func words(_ key: String) -> String? {
        guard let piece = template(key)?.pieces.first, case .words(let words) = piece else {
            return nil
        }
        return words
    }
}
