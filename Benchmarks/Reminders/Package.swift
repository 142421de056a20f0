// swift-tools-version: 6.1
import PackageDescription

// The bot's own modules by links, so that what is measured may stay inside its package.

let settings: [SwiftSetting] = [
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .enableUpcomingFeature("MemberImportVisibility"),
]

func room(_ name: String, _ dependencies: [Target.Dependency] = []) -> Target {
    .target(name: name, dependencies: dependencies, swiftSettings: settings)
}

let collections: [Target.Dependency] = [
    "Collections", "HashTreeCollections", "HeapModule",
].map { .product(name: $0, package: "swift-collections") }

let package = Package(
    name: "ReminderBenchmark",
    dependencies: [
        .package(url: "https://github.com/apple/swift-collections", from: "1.6.0"),
        .package(url: "https://github.com/apple/swift-log", from: "1.16.2"),
    ],
    targets: [
        .systemLibrary(name: "CSnowball"),
        room("Chat"), room("JSONLine"), room("Dates"), room("PeerReview"), room("ForumImport"),
        room("Journal", [.product(name: "Logging", package: "swift-log")]),
        room("ForumSearch", ["CSnowball"] + collections),
        room("Cohorts", ["Chat", "JSONLine", "Dates", "PeerReview", "ForumSearch"] + collections),
        room(
            "Commands",
            ["Chat", "Cohorts", "Dates", "PeerReview", "ForumSearch", "ForumImport"] + collections),
        .executableTarget(
            name: "ReminderBenchmark",
            dependencies: ["Commands", "Cohorts", "Chat", "Dates", "Journal"]
        ),
    ],
    swiftLanguageModes: [.v6]
)
