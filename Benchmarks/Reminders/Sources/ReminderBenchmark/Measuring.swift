import Foundation
import Glibc
import Journal

/// The process's CPU seconds: on a busy machine the only figure that holds.
func cpu() -> Double {
    var time = timespec()
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
}

func seconds(since start: ContinuousClock.Instant) -> Double {
    (ContinuousClock.now - start) / .seconds(1)
}

func rounded(_ value: Double) -> Double { (value * 100).rounded() / 100 }

/// The process's memory in KiB.
func residentMemory() -> Int {
    let status = (try? String(contentsOfFile: "/proc/self/status", encoding: .utf8)) ?? ""
    let line = status.split(separator: "\n").first { $0.hasPrefix("VmRSS") }
    return line?.split(separator: " ").compactMap { Int($0) }.first ?? 0
}

func open(_ directory: String) throws -> Journal {
    try Journal.open(
        directory: directory, files: SystemFiles(), now: Date.init, madeBy: "benchmark",
        reader: StateReader<Void>(entity: { _, _ in }, record: { _ in }, take: { _ in }))
}
