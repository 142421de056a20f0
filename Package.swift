// swift-tools-version: 6.1
import PackageDescription

// One package, many small modules. The arrows below are the house: `make lint` holds the imports against them.

let settings: [SwiftSetting] = [
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .enableUpcomingFeature("MemberImportVisibility"),
]

func room(
    _ name: String, _ dependencies: [Target.Dependency] = [], resources: [Resource] = [],
) -> Target {
    .target(name: name, dependencies: dependencies, resources: resources, swiftSettings: settings)
}

func tests(
    _ name: String, _ dependencies: [Target.Dependency] = [], exclude: [String] = []
) -> Target {
    .testTarget(
        name: name + "Tests", dependencies: [.target(name: name), "Support"] + dependencies,
        exclude: exclude, swiftSettings: settings)
}

let collections = Target.Dependency.product(name: "Collections", package: "swift-collections")
let persistentCollections = Target.Dependency.product(
    name: "HashTreeCollections", package: "swift-collections")
let heap = Target.Dependency.product(name: "HeapModule", package: "swift-collections")
let argumentParser = Target.Dependency.product(
    name: "ArgumentParser", package: "swift-argument-parser")
let logging = Target.Dependency.product(name: "Logging", package: "swift-log")
let metrics = Target.Dependency.product(name: "CoreMetrics", package: "swift-metrics")
let lifecycle = Target.Dependency.product(
    name: "ServiceLifecycle", package: "swift-service-lifecycle")
let signals = Target.Dependency.product(name: "UnixSignals", package: "swift-service-lifecycle")
let yams = Target.Dependency.product(name: "Yams", package: "Yams")
let flyingSocks = Target.Dependency.product(name: "FlyingSocks", package: "FlyingFox")
let flyingFox = Target.Dependency.product(name: "FlyingFox", package: "FlyingFox")

let package = Package(
    name: "cohortbot",
    products: [
        .executable(name: "cohortbot", targets: ["Main"]),
        .library(name: "CurlHTTP", targets: ["CurlHTTP"]),
        .library(name: "Journal", targets: ["Journal"]),
        .library(name: "Dates", targets: ["Dates"]),
        .library(name: "PeerReview", targets: ["PeerReview"]),
        .library(name: "ForumSearch", targets: ["ForumSearch"]),
    ],
    dependencies: [
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
        .package(url: "https://github.com/apple/swift-log", from: "1.16.2"),
        .package(url: "https://github.com/apple/swift-metrics", from: "2.13.0"),
        .package(url: "https://github.com/swift-server/swift-service-lifecycle", from: "2.13.0"),
        .package(url: "https://github.com/apple/swift-collections", from: "1.6.0"),
        .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
        .package(url: "https://github.com/swhitty/FlyingFox", from: "0.27.1"),
    ],
    targets: [
        // Values and engines: no platform, no network.
        room("Chat"),
        room("JSONLine"),
        room("Journal"),
        room("Dates"),
        room("PeerReview"),
        room("ForumSearch", ["CSnowball"]),
        room("ForumImport"),
        room(
            "Cohorts",
            [
                "Chat", "JSONLine", "Dates", "PeerReview", "ForumSearch", persistentCollections,
                collections,
            ]),
        room(
            "Texts", ["Chat", "Dates", yams],
            resources: [.embedInCode("English"), .embedInCode("Menus")]),
        room(
            "Commands",
            [
                "Cohorts", "Chat", "Dates", "PeerReview", "ForumSearch", "ForumImport",
                persistentCollections,
            ]),

        // System libraries and the network.
        .systemLibrary(
            name: "CCurl", pkgConfig: "libcurl", providers: [.apt(["libcurl4-openssl-dev"])]),
        .systemLibrary(name: "CSnowball", providers: [.apt(["libstemmer-dev"])]),
        room("CurlHTTP", ["CCurl"]),
        room("Web", [flyingFox, flyingSocks]),

        // Chat platforms.
        room("Telegram", ["Chat", "CurlHTTP", logging]),
        room("Discord", ["Chat", "CurlHTTP", logging]),
        room("Console", ["Chat"]),

        // What carries decisions out.
        room("Delivery", ["Chat", "Texts", logging, heap]),
        room("Configuration", ["Chat", yams], resources: [.embedInCode("Sample")]),
        room("Operations", ["Chat", "Web", logging, metrics]),
        room(
            "CohortBot",
            [
                "Chat", "Journal", "Cohorts", "Commands", "Texts", "Delivery", "Configuration",
                "Operations", "Telegram", "Discord", "Console", "Web", "CurlHTTP", "Dates",
                "PeerReview", "ForumSearch", "ForumImport", "JSONLine", logging, metrics, lifecycle,
                signals,
                persistentCollections,
            ]),
        .executableTarget(
            name: "Main", dependencies: ["CohortBot", argumentParser], swiftSettings: settings),

        // A stepped clock, a file system in memory, fake platforms on loopback.
        .target(
            name: "Support", dependencies: ["Chat", "Journal", flyingFox, flyingSocks],
            path: "Tests/Support",
            swiftSettings: settings),
        tests("Chat"),
        tests("JSONLine"),
        tests("Journal"),
        tests("Dates"),
        tests("PeerReview"),
        tests("ForumSearch"),
        tests("ForumImport"),
        tests("Cohorts", ["Chat", persistentCollections, collections], exclude: ["Fixtures"]),
        tests("Texts"),
        tests(
            "Commands",
            ["Chat", "Cohorts", "Dates", "PeerReview", "ForumSearch", persistentCollections]),
        tests("CurlHTTP"),
        tests("Web"),
        tests("Telegram"),
        tests("Discord", ["Chat", "CurlHTTP", logging]),
        tests("Console"),
        tests("Delivery"),
        tests("Configuration"),
        tests("Operations"),
        tests(
            "CohortBot",
            ["Chat", "Cohorts", "Commands", "Texts", "Console", "Telegram", "Discord", "Journal"],
            exclude: ["Fixtures"]),
    ],
    swiftLanguageModes: [.v6]
)
