import Foundation
import PeerReview

// CPU time and quality of the matching. Without arguments: generated rounds; with: scenario files.

func processorMilliseconds() -> Double { Double(clock()) / Double(CLOCKS_PER_SEC) * 1000 }

func residentMebibytes() -> Int {
    let status = (try? String(contentsOfFile: "/proc/self/status", encoding: .utf8)) ?? ""
    let line = status.split(separator: "\n").first { $0.hasPrefix("VmHWM") } ?? ""
    return (Int(line.filter(\.isNumber)) ?? 0) / 1024
}

func column(_ text: String, _ width: Int) -> String {
    String(repeating: " ", count: max(0, width - text.count)) + text
}

let arguments = CommandLine.arguments.dropFirst()
let rounds: [Scenario] =
    try arguments.isEmpty
    ? [12, 30, 100, 300, 1000, 10_000].map { size in
        var course = OpenCourse(seed: 5)
        return course.round(learners: size, k: 3)
    }
    : arguments.map { try Scenario(json: Data(contentsOf: URL(fileURLWithPath: $0))) }

let titles = ["CPU ms", "soft cost", "broken", "short", "repeats", "mutual", "MiB"]
print("PeerReview".padding(toLength: 24, withPad: " ", startingAt: 0), terminator: "")
print(titles.map { column($0, 10) }.joined())
for scenario in rounds {
    let runs = scenario.learners.count > 500 ? 1 : 5
    var times: [Double] = []
    var allocation = Allocation(assignments: [])
    for _ in 0..<runs {
        let start = processorMilliseconds()
        allocation = Allocator(seed: scenario.seed).allocate(scenario)
        times.append(processorMilliseconds() - start)
    }
    let figures = allocation.summary(of: scenario)
    let row = [
        String(format: "%.1f", times.sorted()[runs / 2]), String(format: "%.4f", figures.softCost),
        "\(allocation.violations(in: scenario).count)", "\(figures.missing)",
        "\(figures.repeats)", "\(figures.mutualPairs)", "\(residentMebibytes())",
    ]
    print(
        scenario.name.padding(toLength: 24, withPad: " ", startingAt: 0)
            + row.map { column($0, 10) }.joined())
}
