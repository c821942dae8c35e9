// swift-tools-version: 6.1
import PackageDescription

// A target imports only what stands below it; `docs/architecture.md` draws the floors.
let package = Package(
  name: "Entente",
  platforms: [.macOS(.v15)],
  products: [
    .executable(name: "entente", targets: ["entente"]),
    .library(
      name: "Entente", targets: ["Insights", "Partnership", "Archive", "Measures", "IdealPoints", "Models", "Treaties"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
    .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
  ],
  targets: [
    // Ground floor.
    .target(name: "StateSystem"),
    .target(name: "Evidence"),
    .target(name: "Statistics"),
    .target(name: "CProbit"),
    .systemLibrary(name: "CZlib", providers: [.apt(["zlib1g-dev"])]),
    .systemLibrary(name: "CCmark", providers: [.apt(["libcmark-gfm-dev", "libcmark-gfm-extensions-dev"])]),
    .target(name: "Delimited", dependencies: ["CZlib"]),
    .systemLibrary(name: "CReadStat", providers: [.apt(["libreadstat-dev"])]),
    .target(name: "Stata", dependencies: ["CReadStat"]),
    // Second floor.
    .target(name: "Record", dependencies: ["StateSystem", "Evidence"]),
    .target(name: "Charts"),
    // Third floor.
    .target(name: "Datasets", dependencies: ["Record", "StateSystem", "Evidence", "Delimited"]),
    .target(name: "Measures", dependencies: ["Record", "StateSystem", "Evidence", "Statistics"]),
    .target(
      name: "IdealPoints", dependencies: ["CProbit", "Record", "StateSystem", "Evidence", "Statistics"]),
    .target(name: "Models", dependencies: ["Statistics", "Delimited"]),
    .target(
      name: "Treaties",
      dependencies: ["Record", "StateSystem", "Evidence", "Statistics", .product(name: "Yams", package: "Yams")]),
    .target(name: "Relationships", dependencies: ["Record", "StateSystem", "Evidence", "Statistics"]),
    // Fourth floor.
    .target(
      name: "Archive",
      dependencies: [
        "Datasets", "Record", "StateSystem", "Evidence", "CZlib", .product(name: "GRDB", package: "GRDB.swift"),
      ],
      exclude: ["README.md"]),
    .target(
      name: "Starter", dependencies: ["Treaties", "StateSystem", "Evidence"], resources: [.copy("Data")]),
    .target(name: "Panel", dependencies: ["Measures", "Record", "StateSystem", "Evidence", "Statistics"]),
    .target(name: "Partnership", dependencies: ["Treaties", "StateSystem", "Evidence", "Statistics"]),
    .target(
      name: "Validation",
      dependencies: ["Partnership", "Measures", "Treaties", "Record", "StateSystem", "Evidence", "Statistics"]),
    // Fifth floor.
    .target(
      name: "Insights",
      dependencies: [
        "Partnership", "Validation", "Relationships", "Record", "Charts", "Treaties", "StateSystem", "Evidence",
        "CCmark",
        .product(name: "Yams", package: "Yams"),
      ]),
    // Sixth floor.
    .executableTarget(
      name: "entente",
      dependencies: [
        "Insights", "Partnership", "Validation", "Panel", "Archive", "Starter", "Datasets", "Measures", "IdealPoints",
        "Relationships", "Models", "Treaties",
        "Record", "Delimited", "Statistics", "StateSystem", "Evidence", "Charts", "Stata", "CZlib",
        .product(name: "Yams", package: "Yams"), .product(name: "GRDB", package: "GRDB.swift"),
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ]),

    .testTarget(name: "StateSystemTests", dependencies: ["StateSystem"]),
    .testTarget(name: "EvidenceTests", dependencies: ["Evidence"]),
    .testTarget(name: "StatisticsTests", dependencies: ["Statistics"], exclude: ["Fixtures"]),
    .testTarget(name: "DelimitedTests", dependencies: ["Delimited", "CZlib"]),
    .testTarget(name: "StataTests", dependencies: ["Stata"]),
    .testTarget(name: "RecordTests", dependencies: ["Record", "StateSystem", "Evidence"]),
    .testTarget(name: "ChartsTests", dependencies: ["Charts"]),
    .testTarget(
      name: "DatasetsTests", dependencies: ["Datasets", "Delimited", "Record", "StateSystem", "Evidence"]),
    .testTarget(
      name: "MeasuresTests", dependencies: ["Measures", "Datasets", "Record", "StateSystem", "Evidence"]),
    .testTarget(
      name: "IdealPointsTests",
      dependencies: [
        "IdealPoints", "CProbit", "Measures", "Datasets", "Record", "StateSystem", "Evidence", "Statistics",
      ]),
    .testTarget(
      name: "ModelsTests", dependencies: ["Models", "Statistics", "Delimited"], exclude: ["Fixtures"]),
    .testTarget(
      name: "RelationshipsTests",
      dependencies: ["Relationships", "Datasets", "Record", "StateSystem", "Evidence", "Statistics"],
      exclude: ["Fixtures"]),
    .testTarget(
      name: "TreatiesTests",
      dependencies: ["Treaties", "Record", "StateSystem", "Evidence", "Statistics"]),
    .testTarget(
      name: "StarterTests",
      dependencies: ["Starter", "Treaties", "Datasets", "Record", "Statistics", "StateSystem", "Evidence"]),
    .testTarget(
      name: "ArchiveTests",
      dependencies: [
        "Archive", "Datasets", "Record", "Evidence", "CZlib", .product(name: "GRDB", package: "GRDB.swift"),
      ]),
    .testTarget(
      name: "PanelTests",
      dependencies: ["Panel", "Measures", "Datasets", "Record", "StateSystem", "Evidence", "Delimited"]),
    .testTarget(name: "PartnershipTests", dependencies: ["Partnership", "Treaties", "StateSystem", "Evidence"]),
    .testTarget(
      name: "ValidationTests",
      dependencies: [
        "Validation", "Partnership", "Measures", "Datasets", "Record", "StateSystem", "Evidence", "Statistics",
      ]),
    .testTarget(
      name: "InsightsTests",
      dependencies: [
        "Insights", "Partnership", "Measures", "Relationships", "Record", "Treaties", "Starter", "StateSystem",
        "Evidence",
      ]),
    .testTarget(name: "EntenteCommandTests", dependencies: ["entente", "Stata", "Archive", "Record", "Statistics"]),
  ],
  swiftLanguageModes: [.v6]
)
