import Glibc
import Testing

@testable import Configuration

@Suite struct ConfigurationFilesTests {
    @Test("the disk is read, listed and looked at")
    func disk() throws {
        let directory = "/tmp/cohortbot-configuration-\(getpid())"
        mkdir(directory, 0o700)
        defer {
            unlink(directory + "/bot.yaml")
            rmdir(directory)
        }
        let path = directory + "/bot.yaml"
        let file = open(path, O_CREAT | O_WRONLY | O_TRUNC, 0o600)
        #expect(write(file, "state: x\n", 9) == 9)
        fchmod(file, 0o644)
        close(file)
        let files = ConfigurationFiles.disk
        #expect(try files.read(path) == Array("state: x\n".utf8))
        #expect(try files.list(directory) == ["bot.yaml"])
        let status = try #require(files.status(path))
        #expect(status.size == 9 && status.isReadableByAll && status.modified > 0)
        chmod(path, 0o600)
        #expect(files.status(path)?.isReadableByAll == false)
    }

    @Test("what is missing, no file, or endless is told apart")
    func faults() {
        let files = ConfigurationFiles.disk
        #expect(throws: FileFault.missing) { try files.read("/no/such") }
        #expect(throws: FileFault.missing) { try files.list("/no/such") }
        #expect(throws: FileFault.unreadable("Is a directory")) { try files.read("/tmp") }
        #expect(throws: FileFault.unreadable("Not a directory")) { try files.list("/dev/null") }
        #expect(throws: FileFault.tooLarge) { try files.read("/dev/zero") }
        #expect(files.status("/no/such") == nil)
    }
}
