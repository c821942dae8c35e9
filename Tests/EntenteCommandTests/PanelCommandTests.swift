import Foundation
import Stata
import Testing

/// Where the published datasets are.
enum PanelDatasets {
  static let folder: String = {
    if let path = ProcessInfo.processInfo.environment["ENTENTE_DATASETS"] { return path }
    var root = URL(filePath: #filePath)
    for _ in 0..<3 { root.deleteLastPathComponent() }
    return root.appending(path: "../shared/datasets").standardizedFileURL.path
  }()
  static var arePresent: Bool { FileManager.default.fileExists(atPath: folder + "/README.md") }
}

/// `entente panel`, as a user runs it, on an archive of a few published datasets.
@Suite(.enabled(if: PanelDatasets.arePresent, "no datasets; set ENTENTE_DATASETS"))
struct PanelCommandTests {
  private static let asked = [
    "--unit", "dyad-year", "--years", "1988:1992", "--add", "mids,nmc,majors,contiguity,peace-years", "--only",
    "with=USA",
  ]

  /// A folder with an archive.
  private static func folder() throws -> String {
    let folder = FileManager.default.temporaryDirectory.appending(path: "panel-\(UUID().uuidString)").path
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    for name in ["cow-nmc", "cow-majors", "cow-contiguity", "cow-mid"] {
      let made = try BuiltCommand.run(
        ["data", "add", name, "--from", PanelDatasets.folder, "--accept-terms", "--archive", folder + "/a.sqlite"])
      try #require(made.code == 0, "\(made.messages)")
    }
    return folder
  }

  private func run(_ folder: String, _ words: [String]) throws -> BuiltCommand.Outcome {
    try BuiltCommand.run(["panel"] + words + ["--archive", folder + "/a.sqlite"])
  }

  @Test func aRecipeMakesTheSameBytes() throws {
    let folder = try Self.folder()
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let first = try run(folder, Self.asked + ["--out", folder + "/panel.csv"])
    #expect(first.code == 0, "\(first.messages)")
    #expect(first.messages.contains("cow-mid: 10234 directed dyad-years with disputes"))
    let again = try run(
      folder, ["--recipe", folder + "/panel.recipe.yaml", "--out", folder + "/again.csv", "--workers", "1"])
    #expect(again.code == 0, "\(again.messages)")
    let bytes = try Data(contentsOf: URL(filePath: folder + "/panel.csv"))
    #expect(try Data(contentsOf: URL(filePath: folder + "/again.csv")) == bytes)
    #expect(bytes.count > 10_000)
    let header = String(decoding: bytes.prefix { $0 != 10 }, as: UTF8.self)
    #expect(
      header
        == "ccode1,ccode2,year,cowmidonset,cowmidongoing,milex1,milper1,irst1,pec1,tpop1,upop1,cinc1,milex2,milper2,"
        + "irst2,pec2,tpop2,upop2,cinc2,cowmaj1,cowmaj2,conttype,cowmidspell")
    let package = try #require(
      try JSONSerialization.jsonObject(with: try Data(contentsOf: URL(filePath: folder + "/panel.datapackage.json")))
        as? [String: Any])
    #expect(package["$schema"] as? String == "https://datapackage.org/profiles/2.0/datapackage.json")
    let changed = try String(contentsOf: URL(filePath: folder + "/panel.recipe.yaml"), encoding: .utf8)
      .replacing(/sha256: "./, with: "sha256: \"z")
    try Data(changed.utf8).write(to: URL(filePath: folder + "/other.yaml"))
    #expect(try run(folder, ["--recipe", folder + "/other.yaml"]).code == 2)
    #expect(try run(folder, ["--recipe", folder + "/other.yaml", "--any-vintage"]).code == 0)
  }

  /// A coverage is drawn to the file named by --out; a stray name is refused, not forgotten.
  @Test func coverageIsDrawn() throws {
    let folder = try Self.folder()
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let picture = folder + "/coverage.svg"
    let stray = try run(folder, Self.asked + ["--coverage", picture])
    #expect(stray.code == 64 && stray.messages.contains("files by --out"))
    #expect(!FileManager.default.fileExists(atPath: picture))
    #expect(try run(folder, Self.asked + ["--coverage", "--out", picture]).code == 0)
    #expect(try String(contentsOfFile: picture, encoding: .utf8).contains("Coverage of the panel"))
  }

  /// A model of a Stata file is that of the same panel as comma-separated values.
  @Test func aModelReadsStataFiles() throws {
    let folder = try Self.folder()
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let figures = try ["dta", "csv"].map { ending in
      let path = folder + "/panel." + ending
      #expect(try run(folder, Self.asked + ["--out", path]).code == 0)
      let model = try BuiltCommand.run([
        "model", "ols", "--formula", "cinc2 ~ conttype + cowmidspell", "--cluster", "ccode2", "--format", "csv",
        "--data",
        path,
      ])
      #expect(model.code == 0, "\(model.messages)")
      return model.output
    }
    #expect(figures[0] == figures[1] && figures[0].contains("cowmidspell"))
    let missing = try BuiltCommand.run([
      "model", "ols", "--formula", "cinc2 ~ nothing", "--data", folder + "/panel.dta",
    ])
    #expect(missing.code == 64 && missing.messages.contains("nothing"))
  }

  @Test func aStataFileHasLabelsAndReasons() throws {
    let folder = try Self.folder()
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let made = try run(folder, Self.asked + ["--out", folder + "/panel.dta"])
    #expect(made.code == 0, "\(made.messages)")
    let csv = try run(folder, Self.asked + ["--missing", "codes"])
    let table = try StataTable(reading: folder + "/panel.dta")
    let lines = csv.output.split(separator: "\n").map { $0.split(separator: ",", omittingEmptySubsequences: false) }
    #expect(table.variables.map(\.name) == lines[0].map(String.init))
    #expect(table.rowCount == lines.count - 1)
    #expect(table.variables.first { $0.name == "conttype" }?.labels[1] == "land")
    for (column, cells) in table.columns.enumerated() {
      for (row, cell) in cells.enumerated() {
        let text = lines[row + 1][column]
        let isSame =
          switch cell {
          case .whole(let value): text == "\(value)"
          case .number(let value): Double(text) == value
          case .text(let value): text == value
          case .missing(let letter): text == ".\(letter.map(String.init) ?? "")"
          }
        if !isSame { Issue.record("row \(row), \(table.variables[column].name): \(cell), not \(text)") }
      }
    }
  }

  @Test func otherFormatsHaveTheSameRows() throws {
    let folder = try Self.folder()
    defer { try? FileManager.default.removeItem(atPath: folder) }
    for name in ["panel.sqlite", "panel.json", "panel.ndjson", "panel.csv.gz"] {
      let made = try run(folder, Self.asked + ["--out", folder + "/" + name])
      #expect(made.code == 0, "\(made.messages)")
      #expect(FileManager.default.fileExists(atPath: folder + "/panel.recipe.yaml"))
    }
    let lines = try String(contentsOf: URL(filePath: folder + "/panel.ndjson"), encoding: .utf8).split(separator: "\n")
    let rows = try #require(
      try JSONSerialization.jsonObject(with: try Data(contentsOf: URL(filePath: folder + "/panel.json"))) as? [Any])
    #expect(rows.count == lines.count && rows.count > 600)
    #expect(try Data(contentsOf: URL(filePath: folder + "/panel.sqlite")).prefix(15) == Data("SQLite format 3".utf8))
  }

  @Test func coverageIsPrintedAndDrawn() throws {
    let folder = try Self.folder()
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let made = try run(
      folder,
      ["--unit", "state-year", "--years", "2000:2030", "--add", "nmc,majors", "--coverage", "--out", folder + "/c.svg"])
    #expect(made.code == 0, "\(made.messages)")
    #expect(made.output.contains("cinc") && made.output.contains("outside the years the dataset covers"))
    #expect(try String(contentsOf: URL(filePath: folder + "/c.svg"), encoding: .utf8).hasPrefix("<svg"))
  }

  @Test func mistakesAreExplained() throws {
    let folder = try Self.folder()
    defer { try? FileManager.default.removeItem(atPath: folder) }
    func outcome(_ words: String) throws -> BuiltCommand.Outcome {
      try run(folder, words.split(separator: " ").map(String.init))
    }
    let unknown = try outcome("--unit dyad-year --years 1990:1991 --add trades")
    #expect(unknown.code == 64 && unknown.messages.contains("did you mean trade"))
    let absent = try outcome("--unit dyad-year --years 1990:1991 --add trade")
    #expect(absent.code == 2 && absent.messages.contains("entente data add cow-trade"))
    #expect(try outcome("--unit dyads --years 1990:1991").code == 64)
    #expect(try outcome("--unit dyad-year --years 1991:1990").code == 64)
    #expect(try outcome("--unit dyad-year --years 1990:1991 --out panel.parquet").code == 64)
    #expect(try outcome("--explain nmc").output.contains("thousand coal-ton equivalents"))
    #expect(try outcome("--explain").output.contains("add_peace_years() of peacesciencer"))
  }
}
