import Foundation
import Glibc
import Support

/// `cohortbot run` as a process of its own, against a fake Telegram.
final class RunningBot {
    private let process = Process()
    let errors: URL

    /// The program that was built with these tests; nil where it was not.
    static var program: URL? {
        let named = ProcessInfo.processInfo.environment["COHORTBOT_PROGRAM"]
        let bundle = CommandLine.arguments.first { $0.hasSuffix(".xctest") }
        let places =
            [
                named.map { URL(fileURLWithPath: $0) },
                bundle.map {
                    URL(fileURLWithPath: $0).deletingLastPathComponent()
                        .appendingPathComponent("cohortbot")
                },
                root.appendingPathComponent(".build/debug/cohortbot"),
            ] as [URL?]
        return places.compactMap(\.self).first {
            FileManager.default.isExecutableFile(atPath: $0.path)
        }
    }

    private static var root: URL {
        URL(fileURLWithPath: #filePath).resolvingSymlinksInPath().deletingLastPathComponent()
            .deletingLastPathComponent().deletingLastPathComponent()
    }

    /// Starts it on the shipped configuration.
    init(_ program: URL, _ arguments: [String] = ["run"], state: URL, telegram base: String) throws
    {
        process.executableURL = program
        process.arguments =
            arguments + [
                "--config", Self.root.appendingPathComponent("bot-config").path, "--state",
                state.path,
            ]
        process.environment = [
            "TELEGRAM_BOT_TOKEN": FakeTelegram.token, "TELEGRAM_API_BASE": base,
            "COHORTBOT_PACING": "off", "COHORTBOT_LISTEN": "127.0.0.1:0",
            "PATH": ProcessInfo.processInfo.environment["PATH"] ?? "",
            "LD_LIBRARY_PATH": ProcessInfo.processInfo.environment["LD_LIBRARY_PATH"] ?? "",
        ]
        errors = state.appendingPathExtension("stderr")
        if !FileManager.default.fileExists(atPath: errors.path) {
            _ = FileManager.default.createFile(atPath: errors.path, contents: nil)
        }
        let log = try FileHandle(forWritingTo: errors)
        try log.seekToEnd()
        process.standardError = log
        process.standardOutput = FileHandle.nullDevice
        process.standardInput = FileHandle.nullDevice
        try process.run()
    }

    deinit { if process.isRunning { Glibc.kill(process.processIdentifier, SIGKILL) } }

    var isRunning: Bool { process.isRunning }

    /// Ends it between two of its machine instructions.
    func kill() {
        Glibc.kill(process.processIdentifier, SIGKILL)
        process.waitUntilExit()
    }

    /// Asks it to end, and returns its exit code.
    func end() -> Int32 {
        process.terminate()
        process.waitUntilExit()
        return process.terminationStatus
    }

    /// What `cohortbot export` says, line by line.
    static func export(_ program: URL, state: URL) throws -> [[String: Any]] {
        let process = Process()
        process.executableURL = program
        process.arguments = ["export", "--state", state.path]
        let output = Pipe()
        process.standardOutput = output
        try process.run()
        let bytes = output.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        guard process.terminationStatus == 0 else { throw Failed(code: process.terminationStatus) }
        return try bytes.split(separator: 10).map {
            try JSONSerialization.jsonObject(with: Data($0)) as? [String: Any] ?? [:]
        }
    }

    struct Failed: Error { var code: Int32 }
}
