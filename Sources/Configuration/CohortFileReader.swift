import Chat
import Yams

/// Reads one file of `cohorts/`.
struct CohortFileReader {
    let checks: ConfigurationChecks

    /// Nil, with faults, where the cohort has no name or no zone; other faults leave out what they concern.
    func read(id: String, root: Node, in source: SourceFile) -> CohortFile? {
        guard let reader = MappingReader(root, .cohort, in: source) else { return nil }
        let name = reader.required("name", example: "ML-101, spring cohort")
        let zoneText = reader.required("zone", example: "Europe/London")
        let zone = zoneText.flatMap { reader.check(zone: $0, checks) }
        // Dates are checked in UTC where the zone is wrong: its own fault is enough.
        let dateZone = zone?.value ?? "UTC"

        var cohort = CohortFile(
            id: id, file: source.whole, name: name ?? Located(id, at: source.whole),
            zone: zone ?? Located("UTC", at: source.whole))
        cohort.course = reader.text("course")?.value
        cohort.lms = reader.text("lms")?.value
        cohort.starts = reader.day("starts")
        cohort.ends = reader.day("ends")
        checkOrder(cohort, reader)
        let languages = reader.texts("languages").compactMap(reader.language)
        if !languages.isEmpty { cohort.languages = languages }
        cohort.modules = reader.mappings("modules", .module).compactMap(module)
        reader.refuseRepeats(cohort.modules.map(\.name), "module")
        cohort.rooms = reader.texts("rooms").compactMap(reader.room)
        reader.refuseRepeats(cohort.rooms.map { $0.map(\.description) }, "room")
        cohort.members = reader.mappings("members", .member).compactMap(member)
        reader.refuseRepeats(cohort.members.map { $0.account.map(\.description) }, "account")
        cohort.moderators = reader.accounts("moderators")
        cohort.instructors = reader.accounts("instructors")
        if reader.node("leads") != nil {
            cohort.leads = Set(reader.texts("leads").compactMap(reader.seconds)).sorted(by: >)
        }
        cohort.quietHours = reader.quietHours("quiet")
        cohort.digest = reader.word("digest", of: CohortFile.DigestKind.self) ?? cohort.digest
        cohort.review = reader.mapping("review", .review).map(review) ?? cohort.review
        cohort.deadlines = reader.mappings("deadlines", .deadline)
            .compactMap { deadline($0, zone: dateZone) }
        reader.refuseRepeats(cohort.deadlines.map(\.title), "title")
        cohort.threads = reader.mappings("threads", .thread).compactMap(thread)
        reader.refuseRepeats(cohort.threads.map(\.title), "title")
        return name == nil || zone == nil ? nil : cohort
    }

    private func checkOrder(_ cohort: CohortFile, _ reader: MappingReader) {
        guard let starts = cohort.starts, let ends = cohort.ends, ends.value < starts.value else {
            return
        }
        reader.source.log.fault(
            ends.mark,
            "the cohort ends on \(ends.value), before it starts on \(starts.value); swap the two")
    }

    private func module(_ reader: MappingReader) -> CohortFile.Module? {
        guard let name = reader.required("name", example: "Module 1") else { return nil }
        return CohortFile.Module(name: name, opens: reader.day("opens"))
    }

    private func member(_ reader: MappingReader) -> CohortFile.Member? {
        let account = reader.required("account", example: "telegram:123456789")
            .flatMap(reader.account)
        let zone = reader.zone("zone", checks)
        let language = reader.language("language")
        let role = reader.word("role", of: CohortRole.self)?.role ?? .learner
        guard let account else { return nil }
        return CohortFile.Member(
            account: account, name: reader.text("name")?.value ?? account.value.id, zone: zone,
            language: language, role: role)
    }

    private func review(_ reader: MappingReader) -> CohortFile.ReviewRules {
        var rules = CohortFile.ReviewRules()
        rules.each = reader.number("each", in: 1...10) ?? rules.each
        rules.closesAfter = reader.seconds("closes-after") ?? rules.closesAfter
        rules.rubric = reader.text("rubric")
        rules.language =
            reader.word("language", of: CohortFile.LanguagePolicy.self) ?? rules.language
        return rules
    }

    private func deadline(_ reader: MappingReader, zone: String) -> CohortFile.DeadlineSeed? {
        let title = reader.required("title", example: "Quiz 1")
        let kind = reader.word("kind", of: CohortFile.DeadlineSeed.Kind.self) ?? .other
        let due = reader.required("due", example: "2026-12-01 18:00")
            .flatMap { reader.moment($0, in: zone, checks) }
        let link = reader.link("link")
        guard let title, let due else { return nil }
        return CohortFile.DeadlineSeed(title: title, kind: kind, due: due, link: link)
    }

    private func thread(_ reader: MappingReader) -> CohortFile.ThreadSeed? {
        let title = reader.required("title", example: "How is the late penalty counted?")
        let answer = reader.text("answer")
        let by = reader.text("by").flatMap(reader.account)
        let language = reader.language("language")
        if answer == nil, let by {
            reader.source.log.fault(by.mark, "\"by\" says who answered; write answer: … too")
        }
        guard let title else { return nil }
        return CohortFile.ThreadSeed(
            title: title, question: reader.text("question")?.value ?? title.value,
            answer: answer?.value, by: by, language: language)
    }
}

/// The roles that a cohort's file may give; owners stand in `bot.yaml`.
private enum CohortRole: String, CaseIterable {
    case learner, instructor, moderator

    var role: Role {
        switch self {
        case .learner: .learner
        case .instructor: .instructor
        case .moderator: .moderator
        }
    }
}
