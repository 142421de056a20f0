/// What `bot-config/` looks like from outside: names, sizes and times of its files, none of them read.
package struct ConfigurationFingerprint: Hashable, Sendable {
    private let stamps: [String: FileStatus]

    package init(directory: String, files: ConfigurationFiles = .disk) {
        var stamps: [String: FileStatus] = [:]
        for folder in [directory]
            + ["cohorts", "faq", "rubrics", "texts"].map({ "\(directory)/\($0)" })
        {
            for name in (try? files.list(folder)) ?? [] where !name.hasPrefix(".") {
                let path = "\(folder)/\(name)"
                stamps[path] = files.status(path)
            }
        }
        self.stamps = stamps
    }
}

/// Decides from one look after another whether the files changed and have come to rest.
package struct ConfigurationChange: Sendable {
    private var known: ConfigurationFingerprint
    private var moving: ConfigurationFingerprint?

    package init(_ known: ConfigurationFingerprint) { self.known = known }

    /// True once for each change, as soon as two looks in a row see the same: an editor writes in several steps.
    package mutating func look(_ now: ConfigurationFingerprint) -> Bool {
        if now == known {
            moving = nil
            return false
        }
        guard now == moving else {
            moving = now
            return false
        }
        known = now
        moving = nil
        return true
    }
}
