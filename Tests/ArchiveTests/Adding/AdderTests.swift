import Foundation
import Record
import Synchronization
import Testing

@testable import Archive
@testable import Datasets

@Suite("Adding from files")
struct AdderTests {
  private let folder: ScratchFolder
  private var path: String { folder.file("home/archive.sqlite") }
  private var adder: Adder { Adder(testing: path) }

  init() throws { folder = try ScratchFolder() }

  private func failure(_ body: () throws(DataError) -> Void) -> DataError? {
    do {
      try body()
      return nil
    } catch {
      return error
    }
  }

  @Test func fromAFolderWithProvenance() throws {
    try folder.write(SampleFiles.capabilities(), to: "data/deep/NMC_5_0.csv")
    try folder.write("unrelated", to: "data/README.md")
    let phases = Mutex<[String]>([])
    let report = try adder.add(try AddRequest("cow-nmc", from: folder.file("data"))) { event in
      phases.withLock { phases in
        switch event {
        case .fetching: phases.append("fetching")
        case .reading(let bytes): phases.append("reading \(bytes)")
        case .storing: phases.append("storing")
        }
      }
    }
    let bytes = Array(SampleFiles.capabilities().utf8)
    #expect(phases.withLock { $0 } == ["reading \(bytes.count)", "storing"])
    let installed = report.installed
    #expect(installed.vintage.dataset == "cow-nmc")
    #expect(installed.vintage.version == "5.0")
    #expect(installed.vintage.retrieved == "2026-11-23")
    #expect(installed.vintage.sha256 == SHA256.digest(bytes), "of one file, its own checksum")
    #expect(installed.files == [.init(name: "NMC_5_0.csv", size: bytes.count, sha256: SHA256.digest(bytes))])
    #expect(installed.source == folder.file("data"))
    #expect(installed.licence.hasPrefix("Free of charge"))
    #expect(installed.rowsRead == 69)
    #expect(report.replaced == nil)
    let record = try Archive(at: path).record()
    #expect(record.capabilities?.table.count == 69)
    #expect(record.capabilities?.table.energy.allSatisfy(\.isNaN) == true)
  }

  @Test func severalFilesHaveOneChecksumOverAllInOrder() throws {
    try folder.write(SampleFiles.trade(), to: "Dyadic_COW_4.0.csv")
    let national = "ccode,statename,stateabb,year,imports,exports\n2,United States of America,USA,1990,5,\n"
    try folder.write(national, to: "National_COW_4.0.csv")
    let report = try adder.add(try AddRequest("cow-trade", from: folder.path))
    #expect(report.installed.files.map(\.name) == ["Dyadic_COW_4.0.csv", "National_COW_4.0.csv"])
    #expect(report.installed.vintage.sha256 == SHA256.digest(Array((SampleFiles.trade() + national).utf8)))
    #expect(report.installed.tables.map(\.name) == ["dyadic_trade", "smoothed_trade", "national_trade"])
  }

  @Test func fromASingleFileWhateverItsName() throws {
    let bytes = Array(SampleFiles.states.utf8)
    try folder.write(bytes, to: "my download (1).csv")
    try folder.write(SampleFiles.zip("statelist2024.csv", bytes), to: "States2024 (2).zip")
    try folder.write(SampleFiles.gzip(bytes), to: "states2016.csv.gz")
    for name in ["my download (1).csv", "States2024 (2).zip", "states2016.csv.gz"] {
      let report = try adder.add(try AddRequest("cow-states", from: folder.file(name)))
      #expect(report.installed.rowsRead == 3, "\(name)")
      #expect(report.installed.files.map(\.name) == [name])
      #expect(try Archive(at: path).record().systemMembers?.table.states == [2, 365, 710])
    }
  }

  @Test func replacingNamesTheOldVersion() throws {
    try folder.write(SampleFiles.capabilities(), to: "NMC_5_0.csv")
    let first = try adder.add(try AddRequest("cow-nmc", from: folder.path))
    let second = try adder.add(try AddRequest("cow-nmc", from: folder.path))
    #expect(first.replaced == nil)
    #expect(second.replaced == "5.0")
    #expect(try Archive(at: path).datasets().count == 1)
  }

  @Test func rejectedRowsAreCountedListedAndKept() throws {
    try folder.write(SampleFiles.states + "XXX,one,Nowhere,1,1,1,2,2,2,2016\n", to: "states2016.csv")
    let report = try adder.add(try AddRequest("cow-states", from: folder.path))
    #expect(report.installed.rowsRead == 3)
    #expect(report.installed.rowsRejected == 1)
    #expect(report.rejected.map(\.line) == [5])
    #expect(report.rejected.first?.column == "ccode")
    #expect(report.rejected.first?.found == "\"one\"")
    #expect(try Archive(at: path).rejectedRows(of: "cow-states") == report.rejected)
    let strict = failure { () throws(DataError) in
      _ = try adder.add(AddRequest("cow-states", from: folder.path, mode: .strict))
    }
    guard case .dataset(.rejected("cow-states", let row))? = strict else {
      Issue.record("strict: \(String(describing: strict))")
      return
    }
    #expect(row.line == 5)
    #expect(try Archive(at: path).dataset("cow-states").rowsRead == 3, "the archive is as it was")
  }

  @Test func nothingIsMadeWhenThereIsNothingToStore() throws {
    try folder.write("no,such\nlayout,here\n", to: "states2016.csv")
    #expect(failure { () throws(DataError) in _ = try adder.add(AddRequest("cow-states", from: folder.path)) } != nil)
    #expect(!FileManager.default.fileExists(atPath: path))
  }

  @Test func placesThatCannotBeUsed() throws {
    func failed(_ place: String) -> DataError? {
      failure { () throws(DataError) in _ = try adder.add(AddRequest("cow-states", from: place)) }
    }
    guard case .badOrigin(_, "there is no such file or folder")? = failed(folder.file("none")) else {
      Issue.record("a missing folder")
      return
    }
    guard case .dataset(.missingFiles("cow-states", _, _, let found))? = failed(folder.path) else {
      Issue.record("an empty folder")
      return
    }
    #expect(found == 0)
    #expect(throws: DataError.self) { try Origin(["https://x/", "/data"]) }
    #expect(try Origin([]) == .home)
    #expect(try Origin(["http://x/a"]) == .mirror("http://x/a"))
    #expect(try Origin(["a", "b"]) == .paths(["a", "b"]))
  }

  @Test func releases() throws {
    try folder.write(SampleFiles.capabilities(cinc: "0.5"), to: "NMC_5_0.csv")
    try folder.write(SampleFiles.capabilities(years: 1990...2022, cinc: "0.7"), to: "NMC_v7.csv")
    let newest = try adder.add(try AddRequest("cow-nmc", from: folder.path))
    #expect(newest.installed.vintage.version == "7.0")
    #expect(newest.warnings == ["also there: version 5.0; choose with --release"])
    let older = try adder.add(try AddRequest("cow-nmc", from: folder.path, release: "5.0"))
    #expect(older.installed.vintage.version == "5.0")
    #expect(try Archive(at: path).record().capabilities?.table.cinc.first == 0.5)
    let unknown = failure { () throws(DataError) in
      _ = try adder.add(AddRequest("cow-nmc", from: folder.path, release: "9"))
    }
    guard case .dataset(.unknownVersion)? = unknown else {
      Issue.record("found \(String(describing: unknown))")
      return
    }
    #expect(unknown?.exitCode == 64)
  }

  @Test func everythingInAFolder() throws {
    try folder.write(SampleFiles.states, to: "data/states2016.csv")
    try folder.write(SampleFiles.majors, to: "data/majors2016.csv")
    try folder.write(SampleFiles.trade(), to: "data/Dyadic_COW_4.0.csv")
    let plan = try AddPlan(allFrom: .paths([folder.file("data")]), mode: .collect, day: "2026-11-23")
    #expect(plan.steps.map(\.request.entry.name) == ["cow-states", "cow-majors", "cow-trade"])
    #expect(plan.steps.first?.work == SampleFiles.states.utf8.count)
    #expect(plan.absent.contains("un-votes"))
    #expect(plan.absent.count == Catalogue.all.count - 3)
    for step in plan.steps { _ = try adder.add(step.request) }
    #expect(try Archive(at: path).datasets().count == 3)
    let home = try AddPlan(allFrom: .home, mode: .collect, day: "2026-11-23")
    #expect(Set(home.absent) == Set(Catalogue.all.filter(\.isManual).map(\.name)))
  }

  @Test func differences() throws {
    try folder.write(SampleFiles.capabilities(), to: "old/NMC_5_0.csv")
    try folder.write(SampleFiles.capabilities(years: 1991...2012, cinc: "0.16"), to: "new/NMC_5_0.csv")
    let request = try AddRequest("cow-nmc", from: folder.file("new"))
    let missing = failure { () throws(DataError) in _ = try adder.difference(request) }
    guard case .archive(.missing)? = missing else {
      Issue.record("found \(String(describing: missing))")
      return
    }
    _ = try adder.add(try AddRequest("cow-nmc", from: folder.file("old")))
    let same = try adder.difference(try AddRequest("cow-nmc", from: folder.file("old")))
    #expect(same.isEmpty)
    let found = try adder.difference(request)
    #expect(!found.isEmpty)
    #expect(found.tables.map { [$0.before, $0.after, $0.added, $0.removed, $0.changed] } == [[69, 66, 0, 3, 66]])
    #expect(found.tables.first?.changedCells == ["cinc": 66])
    #expect(try Archive(at: path).dataset("cow-nmc").rowsRead == 69, "comparing changes nothing")
    let absent = failure { () throws(DataError) in
      _ = try adder.difference(AddRequest("cow-states", from: folder.path))
    }
    guard case .archive(.notInstalled("cow-states", ["cow-nmc"]))? = absent else {
      Issue.record("found \(String(describing: absent))")
      return
    }
  }

  @Test(.needsDatasets) func allPublishedDatasets() throws {
    let plan = try AddPlan(allFrom: .paths([PublishedDatasets.folder]), mode: .collect, day: "2026-11-23")
    #expect(plan.absent == ["undl-votes"])
    for step in plan.steps { _ = try adder.add(step.request) }
    let archive = try Archive(at: path)
    #expect(try archive.verify() == [])
    let record = try archive.record()
    #expect(record.trade?.table.count == 673_654)
    #expect(record.rollCalls?.table.count == 6_203)
    #expect(record.capabilities?.vintage.version == "7.0")
    #expect(record.memberships?.table.count == 15_557)
    #expect(record.vintages.count == 33)
    let size = try FileManager.default.attributesOfItem(atPath: path)[.size] as? Int ?? 0
    #expect(size < 120_000_000)
    for (step, dataset) in zip(
      plan.steps.sorted { $0.request.entry.name < $1.request.entry.name }, try archive.datasets())
    {
      #expect(Set(dataset.tables.map(\.name)) == Set(step.request.entry.tables), "\(dataset.vintage.dataset)")
    }
  }
}
