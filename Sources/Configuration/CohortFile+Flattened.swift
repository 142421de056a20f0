import Chat

extension CohortFile {
    /// Every value of the file by its dotted key, in one canonical writing.
    ///
    /// The state keeps the last seen one of each key: a key that changed in the file wins over what was said in chat,
    /// an unchanged one does not. Space, comments and the order of keys change nothing here.
    package var flattened: [String: String] {
        var flat: [String: String] = [:]
        flat["name"] = name.value
        flat["course"] = course
        flat["lms"] = lms
        flat["starts"] = starts?.value
        flat["ends"] = ends?.value
        flat["zone"] = zone.value
        flat["languages"] = languages.joined(separator: ", ")
        flat["rooms"] = rooms.map(\.value.description).sorted().joined(separator: ", ")
        flat["moderators"] = moderators.map(\.description).sorted().joined(separator: ", ")
        flat["instructors"] = instructors.map(\.description).sorted().joined(separator: ", ")
        flat["leads"] = leads.map(Span.text).joined(separator: ", ")
        flat["quiet"] = quietHours?.description
        if digest != .off { flat["digest"] = digest.rawValue }
        flat["review.each"] = String(review.each)
        flat["review.closes-after"] = Span.text(review.closesAfter)
        flat["review.rubric"] = review.rubric?.value
        flat["review.language"] = review.language.rawValue
        for module in modules {
            flat["modules.\(module.name.value).opens"] = module.opens?.value ?? ""
        }
        for member in members {
            let key = "members.\(member.account.value)"
            flat["\(key).name"] = member.name
            flat["\(key).zone"] = member.zone?.value
            flat["\(key).language"] = member.language
            flat["\(key).role"] = member.role.rawValue
        }
        for deadline in deadlines {
            let key = "deadlines.\(deadline.title.value)"
            flat["\(key).kind"] = deadline.kind.rawValue
            flat["\(key).due"] = deadline.due.value
            flat["\(key).link"] = deadline.link
        }
        for thread in threads {
            let key = "threads.\(thread.title.value)"
            flat["\(key).question"] = thread.question
            flat["\(key).answer"] = thread.answer
            flat["\(key).by"] = thread.by?.value.description
            flat["\(key).language"] = thread.language
        }
        return flat
    }
}

extension QuietHours: CustomStringConvertible {
    package var description: String { "\(Self.clock(from))-\(Self.clock(until))" }

    private static func clock(_ minutes: Int) -> String {
        [minutes / 60, minutes % 60].map { $0 < 10 ? "0\($0)" : String($0) }.joined(separator: ":")
    }
}
