package import Chat
package import Cohorts
import HashTreeCollections

/// `/cohort show`: what the cohort is set to, and where each value comes from.
package struct CohortShow: Command {
    package static let card = CommandCard(
        "cohort show", for: .learner, "This cohort's settings, rooms and people",
        examples: ["/cohort show"], meanings: ["group", "course", "members"], isDefaultLeaf: true)

    package init() {}

    package func answer(to call: Call, in world: World) throws(Refusal) -> Decision {
        let cohort = try call.cohort(in: world)
        let settings: [(String, Phrase.Value)] = [
            ("course", cohort.settings.course.map { .user($0) }),
            ("lms", cohort.settings.lms.map { .user($0) }),
            ("zone", .zone(cohort.zone)),
            ("language", .code(cohort.language)),
            ("leads", .list(cohort.leads.map { Phrase("plain", ["text": .duration($0)]) })),
            ("quiet", cohort.settings.quiet.flatMap { $0.isOff ? nil : .code($0.written) }),
            (
                "digest",
                cohort.settings.digest.flatMap {
                    $0.every == .off ? nil : .code($0.every.rawValue)
                }
            ),
            ("starts", cohort.settings.starts.flatMap { $0.isEmpty ? nil : .code($0) }),
            ("ends", cohort.settings.ends.flatMap { $0.isEmpty ? nil : .code($0) }),
            ("reviews", .number(cohort.reviewsPerWork)),
        ].compactMap { name, value in value.map { (name, $0) } }
        let lines = settings.map { name, value in
            Phrase(
                "cohorts.setting",
                [
                    "name": .phrase(Phrase("cohorts.setting-\(name)")), "value": value,
                    "origin": .phrase(Phrase(origin(of: name, cohort))),
                ])
        }
        let imports = (cohort.imports ?? [:]).sorted { $0.key < $1.key }.map { source, attested in
            Phrase(
                "cohorts.taken-in",
                [
                    "source": .user(source), "when": .moment(attested.at),
                    "name": attested.by.flatMap { world.people[$0]?.name }.map { .user($0) }
                        ?? .phrase(Phrase("cohorts.nobody")),
                ])
        }
        let people = Set(cohort.givenRoles.keys)
            .union(cohort.fileRoles.keys.compactMap { world.accounts[$0] })
        let moderators = people.sorted().compactMap { world.people[$0]?.name }
        return call.reply(
            Phrase(
                "cohorts.show",
                [
                    "cohort": .user(cohort.name), "id": .code(cohort.id.rawValue),
                    "members": .number(cohort.members.count),
                    "rooms": .number(world.rooms(of: cohort.id).count),
                    "staff": moderators.isEmpty
                        ? .phrase(Phrase("cohorts.nobody"))
                        : .list(moderators.map { Phrase("plain", ["text": .user($0)]) }),
                    "lines": .lines(lines + imports),
                ]))
    }

    private func origin(of name: String, _ cohort: Cohort) -> String {
        let setting = cohort.settings
        guard let fileValue = cohort.fileValues[name] else {
            let isSet: Bool =
                switch name {
                case "zone": setting.zone != nil
                case "language": setting.language != nil
                case "leads": setting.leads != nil
                case "reviews": setting.reviewsPerWork != nil
                default: true
                }
            return isSet ? "cohorts.from-chat" : "cohorts.from-default"
        }
        return fileValue == cohort.text(of: name)
            ? "cohorts.from-file" : "cohorts.from-chat-over-file"
    }
}

extension Cohort {
    /// A setting's value in the words of a cohort file, to compare the two.
    package func text(of setting: String) -> String? {
        switch setting {
        case "name": settings.name
        case "course": settings.course
        case "lms": settings.lms
        case "zone": settings.zone
        case "language": settings.language
        case "leads": settings.leads.map { $0.map(String.init).joined(separator: ",") }
        case "reviews": settings.reviewsPerWork.map(String.init)
        case "quiet": settings.quiet?.written
        case "digest": settings.digest?.every.rawValue
        case "starts": settings.starts
        case "ends": settings.ends
        default: nil
        }
    }
}
