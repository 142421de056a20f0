extension ConfigurationFiles {
    /// The shipped `bot-config/`, compiled in: the console works where no configuration lies.
    package static let sample = ConfigurationFiles(
        contents: Dictionary(
            uniqueKeysWithValues: sampleFiles.map { ("\(sampleDirectory)/\($0)", $1) }))

    /// The directory to give to the loader together with `sample`.
    package static let sampleDirectory = "bot-config"

    // The resources lose their folders when they are compiled in, so each is named here; a test compares with the disk.
    static let sampleFiles: KeyValuePairs<String, [UInt8]> = [
        "bot.yaml": PackageResources.bot_yaml,
        "cohorts/sample.yaml": PackageResources.sample_yaml,
        "faq/credential.md": PackageResources.credential_md,
        "faq/forum-rules.md": PackageResources.forum_rules_md,
        "faq/late-penalty.md": PackageResources.late_penalty_md,
        "faq/peer-review.md": PackageResources.peer_review_md,
        "rubrics/essay.yaml": PackageResources.essay_yaml,
        "synonyms.yaml": PackageResources.synonyms_yaml,
        "texts/en.yaml": PackageResources.en_yaml,
    ]
}
