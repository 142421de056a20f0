import Chat
import Testing

@testable import Configuration

@Suite struct ConfigurationLoaderTests {
    @Test("without a directory the environment alone decides")
    func environmentAlone() throws {
        let loaded = load([:], ["TELEGRAM_BOT_TOKEN": "1:a"])
        let configuration = try #require(loaded.configuration)
        #expect(!configuration.telegram.isEmpty && configuration.cohorts.isEmpty)
        #expect(
            loaded.warnings.map(\.description) == [
                "bot-config: no such directory; the environment alone decides"
            ])
    }

    @Test("all faults of all files are told at once, in the order of files and lines")
    func allAtOnce() {
        let loaded = load(
            [
                "bot.yaml": "pace: off\nowners: [lila]\n",
                "cohorts/b.yaml": "name: B\nzone: Nowhere\nlms: []\n",
                "cohorts/a.yaml": "zone: [\n",
                "cohorts/Sample 1.yaml": "name: C\n", "faq/x.md": "",
                "texts/english.yaml": "a: b\n",
            ], ["COHORTBOT_PACING": "fast"])
        #expect(loaded.configuration == nil)
        #expect(
            loaded.faults.map { String($0.mark.description) } == [
                "COHORTBOT_PACING", "bot-config/bot.yaml:1:1", "bot-config/bot.yaml:2:10",
                "bot-config/cohorts/Sample 1.yaml", "bot-config/cohorts/a.yaml:1:8",
                "bot-config/cohorts/b.yaml:2:7", "bot-config/cohorts/b.yaml:3:6",
                "bot-config/faq/x.md:1:1", "bot-config/texts/english.yaml",
            ])
    }

    @Test("names that nothing reads are warned of")
    func strayNames() {
        let loaded = load([
            "bot.yml": "", "cohort/a.yaml": "", "cohorts/b.yml": "", "README.md": "", ".git/x": "",
            "faq/.late.md.swp": "",
        ])
        #expect(
            loaded.warnings.map(\.description) == [
                "bot-config/bot.yml: is not read; did you mean bot.yaml?",
                "bot-config/cohort: is not read; did you mean cohorts?",
                "bot-config/cohorts/b.yml: is not read; files here end in .yaml",
            ])
        #expect(loaded.faults.isEmpty)
    }

    @Test("a file or folder that cannot be read is a fault with the system's words")
    func unreadable() {
        let files = ConfigurationFiles(
            read: { _ throws(FileFault) in throw .unreadable("Permission denied") },
            list: { path throws(FileFault) in
                if path.hasSuffix("rubrics") { throw .unreadable("Permission denied") }
                return path.hasSuffix("cohorts") ? ["ml.yaml"] : []
            }, status: { _ in nil })
        let loaded = ConfigurationLoader(
            directory: "c", environment: [:], files: files, checks: checks
        ).load()
        #expect(
            loaded.faults.map(\.description) == [
                "c/bot.yaml: cannot be read: Permission denied",
                "c/cohorts/ml.yaml: cannot be read: Permission denied",
                "c/rubrics: cannot be read: Permission denied",
                "c/synonyms.yaml: cannot be read: Permission denied",
            ])
    }

    @Test("bot.yaml is read whole")
    func botFile() throws {
        let yaml = """
            platforms: { telegram: { api-base: "http://127.0.0.1:9/" } }
            owners: [telegram:1, discord:2]
            limits: { commands-per-minute: 5, file-megabytes: 1 }
            """
        let configuration = try #require(
            load(["bot.yaml": yaml], ["TELEGRAM_BOT_TOKEN": "1:a"]).configuration)
        #expect(configuration.owners == [Account(.telegram, "1"), Account(.discord, "2")])
        #expect(configuration.telegram.first?.apiBase == "http://127.0.0.1:9")
        #expect(configuration.limits.commandsPerMinute == 5)
        #expect(configuration.limits.remindersPerPerson == 100)
        #expect(configuration.listen == .standard && configuration.stateDirectory == "state")
    }
}
