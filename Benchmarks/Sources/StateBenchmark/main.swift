import Foundation
import Journal

// Durable state in figures, each beside what the disk itself can do in the same run.
//
//     StateBenchmark all DIRECTORY         every figure, in files under DIRECTORY
//     StateBenchmark generate DIRECTORY    a state of 10,000 learners, 100,000 reminders and 100,000 threads

let arguments = CommandLine.arguments
guard arguments.count == 3, ["all", "generate"].contains(arguments[1]) else {
    FileHandle.standardError.write(Data("StateBenchmark all|generate DIRECTORY\n".utf8))
    exit(64)
}
let directory = arguments[2]
try FileManager.default.createDirectory(atPath: directory, withIntermediateDirectories: true)
if arguments[1] == "generate" {
    try await LargeState().write(to: directory)
} else {
    try await Commits(directory).run()
    try await Recovering(directory).run()
    try await Compacting(directory).run()
    try await Lasting(directory).run()
}
