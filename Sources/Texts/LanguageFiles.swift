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

    /// A new topic is a file in `English/` and a line here; a test compares the two.
    static let english = LanguageFiles(
        tag: "en", folder: "English",
        files: [
            ("delivery", PackageResources.delivery_yaml),
            ("times", PackageResources.times_yaml),
        ])
}
