import Evidence
import Foundation
import Record
import Testing

@testable import Archive
@testable import Datasets

@Suite("Installing and removing")
struct ArchiveInstallTests {
  private let folder: ScratchFolder
  private let archive: Archive

  init() throws {
    folder = try ScratchFolder()
    archive = try Archive(at: folder.file("archive.sqlite"), for: .write)
  }

  @Test func everythingComesBack() throws {
    let installation = Sample.installation()
    try archive.install(installation)
    let dataset = try archive.dataset("cow-nmc")
    #expect(
      dataset.vintage
        == Vintage(
          dataset: "cow-nmc", version: "7.0", sha256: installation.sha256, retrieved: "2026-11-23"))
    #expect(dataset.source == "/data")
    #expect(dataset.licence == "Free for research")
    #expect(dataset.files == [.init(name: "NMC.csv", size: 10, sha256: "cd")])
    #expect(dataset.notes == ["first note", "second note"])
    #expect((dataset.rowsRead, dataset.rowsRejected) == (2, 3))
    #expect(dataset.tables.map(\.name) == ["capabilities"])
    #expect(
      dataset.tables.map { [$0.firstYear, $0.lastYear, $0.columns, $0.values, $0.bytes] } == [[1816, 2022, 9, 18, 120]])
    #expect(try archive.rejectedRows(of: "cow-nmc") == installation.rejected)
    let stored = try archive.columns(of: "cow-nmc")
    #expect(stored.map(\.columns.names) == [Sample.capabilities().names])
  }

  @Test func replacingLeavesNothingOfTheOld() throws {
    try archive.install(Sample.installation())
    try archive.install(Sample.installation("cow-trade"))
    var second = Sample.installation(version: "8.0")
    second.rejected = []
    second.files = []
    second.notes = []
    try archive.install(second)
    let dataset = try archive.dataset("cow-nmc")
    #expect(dataset.vintage.version == "8.0")
    #expect(dataset.files == [])
    #expect(dataset.notes == [])
    #expect(try archive.rejectedRows(of: "cow-nmc") == [])
    #expect(try archive.datasets().map(\.vintage.dataset) == ["cow-nmc", "cow-trade"])
    #expect(try archive.verify() == [])
  }

  @Test func replacingManyTimesDoesNotGrowTheFile() throws {
    let table = Installation.Table(
      name: "dyadic_trade", layout: 1, years: 1870...2014, columns: Sample.trade(rows: 50_000, seed: 4))
    func size() throws -> Int {
      try FileManager.default.attributesOfItem(atPath: archive.path)[.size] as? Int ?? 0
    }
    try archive.install(Sample.installation("cow-trade", tables: [table]))
    let first = try size()
    for _ in 0..<5 { try archive.install(Sample.installation("cow-trade", tables: [table])) }
    #expect(try size() <= first + first / 10)
    try archive.remove("cow-trade")
    #expect(try size() < first / 4, "removing gives the space back")
  }

  @Test func whatContradictsItselfIsRefused() throws {
    try archive.install(Sample.installation())
    let table = Installation.Table(name: "a", layout: 1, years: 1...2, columns: Sample.capabilities())
    let bare = Installation.Table(name: "b", layout: 1, years: 1...2, columns: ColumnSet())
    for (tables, detail) in [
      ([], "the files gave no table"), ([table, table], "two tables have one name (a, a)"),
      ([table, bare], "the table b has no columns"),
    ] {
      #expect(throws: ArchiveError.invalidInstallation(dataset: "cow-nmc", detail: detail)) {
        try archive.install(Sample.installation(tables: tables))
      }
    }
    #expect(try archive.columns(of: "cow-nmc").map(\.table) == ["capabilities"])
  }

  @Test func removing() throws {
    try archive.install(Sample.installation())
    #expect(throws: ArchiveError.notInstalled(dataset: "cow-war", installed: ["cow-nmc"])) {
      try archive.remove("cow-war")
    }
    try archive.remove("cow-nmc")
    #expect(try archive.datasets() == [])
    #expect(try archive.columns(of: "cow-nmc").isEmpty)
    #expect(try archive.verify() == [])
    #expect(throws: ArchiveError.notInstalled(dataset: "cow-nmc", installed: [])) { try archive.dataset("cow-nmc") }
  }
}
