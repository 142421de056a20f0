/// What reading `bot-config/` and the environment came to.
package struct LoadedConfiguration: Hashable, Sendable {
    /// Nil where there is a fault: half a configuration is none.
    package let configuration: BotConfiguration?
    /// All of them, in the order of files and lines.
    package let faults: [ConfigurationFault]
    /// What works and should still be looked at.
    package let warnings: [ConfigurationFault]

    package init(
        configuration: BotConfiguration?, faults: [ConfigurationFault],
        warnings: [ConfigurationFault]
    ) {
        self.configuration = configuration
        self.faults = faults
        self.warnings = warnings
    }
}

/// Something wrong at one place, written `bot-config/bot.yaml:3:1: words`.
package struct ConfigurationFault: Error, Hashable, Sendable {
    package let mark: SourceMark
    /// What is wrong and what would be right; never a secret's text.
    package let words: String

    package init(at mark: SourceMark, _ words: String) {
        self.mark = mark
        self.words = words
    }
}

extension ConfigurationFault: CustomStringConvertible {
    package var description: String { "\(mark): \(words)" }
}
