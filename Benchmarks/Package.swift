// swift-tools-version: 6.1
import PackageDescription

// A package of its own, so that nobody who builds the bot builds this. `run.sh` builds and runs it.

let package = Package(
    name: "Benchmarks",
    dependencies: [.package(name: "cohortbot", path: "..")],
    targets: [
        // The other side of every figure: one thread, epoll.
        .target(name: "LoopbackHTTP"),
        // The same short answer to everything.
        .executableTarget(name: "LoopbackServer", dependencies: ["LoopbackHTTP"]),
        // The yardstick: the same requests by a bare C program on the same libcurl.
        .executableTarget(name: "CurlReference", linkerSettings: [.linkedLibrary("curl")]),
        .executableTarget(
            name: "CurlHTTPBenchmark",
            dependencies: [.product(name: "CurlHTTP", package: "cohortbot")]),
        // Telegram, its learners and a stopwatch; and the least that a bot can do, in C.
        .executableTarget(name: "TelegramBenchmark", dependencies: ["LoopbackHTTP"]),
        .executableTarget(name: "TelegramReference", linkerSettings: [.linkedLibrary("curl")]),
        // Durable state: commits, recovery, compaction, memory.
        .executableTarget(
            name: "StateBenchmark",
            dependencies: [.product(name: "Journal", package: "cohortbot")]),
        // Phrases as people type them, and a large calendar.
        .executableTarget(
            name: "DatesBenchmark",
            dependencies: [.product(name: "Dates", package: "cohortbot")]),
        // The peer forum's search: time, memory, and how well questions are answered.
        .executableTarget(
            name: "ForumSearchBenchmark",
            dependencies: [.product(name: "ForumSearch", package: "cohortbot")]),
        // Matching: time, memory, quality; of generated rounds, or of scenario files named as arguments.
        .executableTarget(
            name: "PeerReviewBenchmark",
            dependencies: [.product(name: "PeerReview", package: "cohortbot")]),
    ],
    swiftLanguageModes: [.v6]
)
