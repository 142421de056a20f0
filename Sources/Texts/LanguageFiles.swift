/// The embedded files of one language.
struct LanguageFiles: Sendable {
    /// BCP 47.
    let tag: String
    /// How the folder is called, for faults.
    let folder: String
    /// Name without `.yaml`, and contents.
    let files: [(name: String, bytes: [UInt8])]
}

extension LanguageFiles {
    /// Every language that is compiled in; English is first and complete.
    static let all = [english]

    /// A new topic is a file in `English/`, named after the first word of its keys, and a line here; a test compares the
    /// two. First comes the one file whose keys begin with other words.
    static let english = LanguageFiles(
        tag: "en", folder: "English",
        files: [
            ("values", PackageResources.values_yaml),
            ("backlog", PackageResources.backlog_yaml),
            ("buddies", PackageResources.buddies_yaml),
            ("calendar", PackageResources.calendar_yaml),
            ("cohorts", PackageResources.cohorts_yaml),
            ("deadlines", PackageResources.deadlines_yaml),
            ("delivery", PackageResources.delivery_yaml),
            ("files", PackageResources.files_yaml),
            ("forum", PackageResources.forum_yaml),
            ("help", PackageResources.help_yaml),
            ("people", PackageResources.people_yaml),
            ("questions", PackageResources.questions_yaml),
            ("refusals", PackageResources.refusals_yaml),
            ("reminders", PackageResources.reminders_yaml),
            ("reviews", PackageResources.reviews_yaml),
            ("roles", PackageResources.roles_yaml),
            ("suggestions", PackageResources.suggestions_yaml),
            ("times", PackageResources.times_yaml),
        ])
}
