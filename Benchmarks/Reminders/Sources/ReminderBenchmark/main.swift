import Chat
import Cohorts
import Commands
import Dates
import Foundation
import Journal

// A million reminders that wait: memory, insertion, what is next, and a minute in which ten thousand fall due.
//
//     ReminderBenchmark DIRECTORY     the journal's files lie under DIRECTORY

guard CommandLine.arguments.count == 2 else {
    FileHandle.standardError.write(Data("ReminderBenchmark DIRECTORY\n".utf8))
    exit(64)
}
let scale = ProcessInfo.processInfo.environment["REMINDERS"].flatMap(Int.init) ?? 1_000_000

func measure(in directory: String) async throws {
    var benchmark = Waiting(count: scale)
    benchmark.fill()
    benchmark.look()
    try await benchmark.fire(in: directory)
    try await benchmark.remindCohort(in: directory)
}

try await measure(in: CommandLine.arguments[1])
