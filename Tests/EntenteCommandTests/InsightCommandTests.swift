import Foundation
import Testing

/// `entente check`, `publish`, `new` and `brief --as-insight` as a user runs them, from the starter.
@Suite("entente check and publish")
struct InsightCommandTests {
  static let insights = Place.root + "/insights"
  private static let offline = ["--starter", Place.starter, "--starter-only"]

  private struct Report: Decodable {
    struct Outcome: Decodable {
      struct At: Decodable {
        let line: Int
        let column: Int
      }
      let text: String
      let verdict: String
      let declared: String
      let place: At
      let expectationPlace: At
      let measured: String
    }
    let file: String
    let outcomes: [Outcome]
  }

  private func reports(_ files: [String]) throws -> (code: Int32, reports: [Report]) {
    let made = try BuiltCommand.run(["check"] + files + ["--json"] + Self.offline)
    return (made.code, try JSONDecoder().decode([Report].self, from: Data(made.output.utf8)))
  }

  /// The insights of the repository are the acceptance test of the language: all claims are as declared, offline.
  @Test func theInsightsOfTheRepositoryPassFromTheStarter() throws {
    let (code, reports) = try reports([Self.insights])
    #expect(code == 0)
    #expect(reports.count >= 4)
    for report in reports {
      #expect(report.outcomes.filter { $0.verdict != $0.declared }.map(\.text).isEmpty, "\(report.file)")
    }
    let essay = try #require(reports.first { $0.file.hasSuffix("china-russia-2002.md") })
    #expect(essay.outcomes.count >= 40)
    #expect(
      Set(essay.outcomes.map(\.verdict)).isSuperset(of: [
        "supported", "contradicted", "reporterDependent", "codingDependent", "noPublicCoding",
      ]))
  }

  /// Every claim whose words hold a number is changed in one digit; each then fails at its line and column, with the measured value.
  @Test func aWrongNumberFailsAtItsPlaceWithTheMeasuredValue() throws {
    let path = Self.insights + "/china-russia-2002.md"
    let (_, good) = try reports([path])
    let essay = try #require(good.first)
    var lines = try String(contentsOfFile: path, encoding: .utf8).components(separatedBy: "\n")
    var changed: [Report.Outcome] = []
    for outcome in essay.outcomes where outcome.verdict == "supported" && outcome.text.first?.isNumber == true {
      var scalars = Array(lines[outcome.place.line - 1].unicodeScalars)
      let at = outcome.place.column - 1
      guard scalars.indices.contains(at), let digit = Int(String(scalars[at])) else { continue }
      // The first digit carries most; a day of a month stays a day.
      scalars[at] = Unicode.Scalar(UInt8(48 + (digit % 2 == 0 ? digit + 1 : digit - 1)))
      if outcome.text.contains(" February ") || outcome.text.contains(" July ") || outcome.text.contains(" April "),
        digit == 1
      {
        continue
      }
      var line = String.UnicodeScalarView()
      line.append(contentsOf: scalars)
      lines[outcome.place.line - 1] = String(line)
      changed.append(outcome)
    }
    #expect(changed.count >= 25)
    let folder = try CommandFolder()
    let draft = folder.path + "/draft.md"
    try lines.joined(separator: "\n").write(toFile: draft, atomically: true, encoding: .utf8)
    let made = try BuiltCommand.run(["check", draft] + Self.offline)
    #expect(made.code == 1)
    for outcome in changed {
      let place = "draft.md:\(outcome.expectationPlace.line):"
      let message = made.output.split(separator: "\n").first { $0.contains(place) && $0.contains("error:") }
      #expect(message != nil, "\(outcome.text) at \(outcome.place.line)")
      if outcome.expectationPlace.line == outcome.place.line, message?.contains("contradicted") == true,
        lines[outcome.place.line - 1].components(separatedBy: "](claim:").count == 2
      {
        #expect(message?.contains("measured \(outcome.measured)") == true, "\(message ?? "")")
      }
    }
  }

  @Test(arguments: ["text", "json", "sarif", "github"])
  func everyFormNamesThePlace(format: String) throws {
    let folder = try CommandFolder()
    let path = folder.path + "/t.md"
    let text =
      "---\ntitle: T\nsummary: S\nauthors: [A]\ndate: 2002-09-02\n---\nRank [7th](claim:trade.rank of=RUS for=CHN year=2001 reporter=record blocs=none).\n"
    try text.write(toFile: path, atomically: true, encoding: .utf8)
    let made = try BuiltCommand.run(["check", path, "--format", format] + Self.offline)
    #expect(made.code == 1, "\(made.messages)")
    #expect(made.output.contains("15th") && made.output.contains("7"), "\(made.output)")
  }

  @Test func aSiteIsWrittenTheSameTwice() throws {
    let folder = try CommandFolder()
    for name in ["one", "two"] {
      let made = try BuiltCommand.run(
        ["publish", folder.path + "/" + name, "--from", Self.insights, "--data"] + Self.offline)
      #expect(made.code == 0, "\(made.messages)")
    }
    let files = FileManager.default.enumerator(atPath: folder.path + "/one")?.compactMap { $0 as? String } ?? []
    #expect(files.count > 60)
    for file in files {
      let one = FileManager.default.contents(atPath: folder.path + "/one/" + file)
      #expect(one == FileManager.default.contents(atPath: folder.path + "/two/" + file), "\(file)")
    }
  }

  @Test func aClaimThatFailsKeepsASiteFromBeingWritten() throws {
    let folder = try CommandFolder()
    let from = folder.path + "/from"
    try FileManager.default.createDirectory(atPath: from, withIntermediateDirectories: true)
    let text =
      "---\ntitle: T\nsummary: S\nauthors: [A]\ndate: 2002-09-02\n---\nRank [7th](claim:trade.rank of=RUS for=CHN year=2001).\n"
    try text.write(toFile: from + "/t.md", atomically: true, encoding: .utf8)
    let refused = try BuiltCommand.run(["publish", folder.path + "/site", "--from", from] + Self.offline)
    #expect(refused.code == 1 && !FileManager.default.fileExists(atPath: folder.path + "/site"))
    let draft = try BuiltCommand.run(["publish", folder.path + "/site", "--from", from, "--draft"] + Self.offline)
    #expect(draft.code == 0, "\(draft.messages)")
    let page = try String(contentsOfFile: folder.path + "/site/insights/t.html", encoding: .utf8)
    #expect(page.contains("are not as the author declares them"))
  }

  @Test func aBriefBecomesAnInsightWhoseClaimsAllPass() throws {
    let folder = try CommandFolder()
    let draft = folder.path + "/draft.md"
    let made = try BuiltCommand.run(
      ["brief", "CHN", "RUS", "--third", "USA", "--as-of", "2002-09-02", "--as-insight", "-o", draft] + Self.offline)
    #expect(made.code == 0, "\(made.messages)")
    let (code, reports) = try reports([draft])
    #expect(code == 0)
    #expect(reports.first.map { $0.outcomes.count >= 100 } == true)
    let text = try String(contentsOfFile: draft, encoding: .utf8)
    #expect(text.contains("(figure:trade.ratio a=CHN|RUS b=USA over=RUS|CHN year=1987..2001 labels=\"China|Russia\")"))
  }

  @Test func aScaffoldPassesAndANewVersionKeepsTheOld() throws {
    let folder = try CommandFolder()
    let made = try BuiltCommand.run(
      ["new", "insight", "A \"test\" & more", "--into", folder.path, "--date", "2026-11-27", "--author", "A"])
    #expect(made.code == 0, "\(made.messages)")
    let path = folder.path + "/a-test-more.md"
    #expect(try BuiltCommand.run(["check", path] + Self.offline).code == 0)
    let raised = try BuiltCommand.run(["new", "version", path, "--summary", "better: yes", "--date", "2026-11-28"])
    #expect(raised.code == 0, "\(raised.messages)")
    #expect(FileManager.default.fileExists(atPath: folder.path + "/versions/a-test-more.v1.md"))
    let site = try BuiltCommand.run(["publish", folder.path + "/site", "--from", folder.path] + Self.offline)
    #expect(site.code == 0, "\(site.messages)")
    #expect(FileManager.default.fileExists(atPath: folder.path + "/site/insights/a-test-more.v1.html"))
    #expect(FileManager.default.fileExists(atPath: folder.path + "/site/insights/a-test-more.v2.html"))
  }

  @Test func whatIsNotThereIsExplained() throws {
    #expect(try BuiltCommand.run(["check", "/nowhere.md"]).code == 64)
    let missing = try BuiltCommand.run([
      "diff-vintage", "/no/old.sqlite", "/no/new.sqlite", Self.insights, "--starter", Place.starter,
    ])
    #expect(missing.code == 2 && missing.messages.contains("/no/old.sqlite"))
  }

  /// Every example in the list of measures of coded things is answered.
  @Test func examplesOfCodedMeasuresAreAnswered() throws {
    struct Entry: Decodable {
      let name: String
      let example: String
    }
    let list = try BuiltCommand.run(["measures", "--json"])
    let entries = try JSONDecoder().decode([Entry].self, from: Data(list.output.utf8))
    let coded = entries.filter {
      $0.name.hasPrefix("treaty.") || $0.name.hasPrefix("case.") || $0.name.hasPrefix("cited.")
    }
    #expect(coded.count >= 15)
    for entry in coded {
      let made = try BuiltCommand.run(["measure", entry.example] + Self.offline)
      // Coders who differ leave a standing undefined; the answer says so.
      #expect(made.code == 0 || made.messages.contains("coders differ"), "\(entry.example): \(made.messages)")
    }
  }
}

/// Vintages of one dataset, with the public files.
@Suite("entente diff-vintage", .enabled(if: PanelDatasets.arePresent, "no datasets; set ENTENTE_DATASETS"))
struct VintageCommandTests {
  /// China's and America's capabilities in 2001 differ between two releases in the third digit, and one release ends before 2022.
  @Test func anotherReleaseChangesVerdictsAtTheirPlace() throws {
    let folder = try CommandFolder()
    for (name, release) in [("old", "5.0"), ("new", "7.0")] {
      let made = try BuiltCommand.run([
        "data", "add", "cow-nmc", "--from", PanelDatasets.folder, "--release", release, "--accept-terms", "--archive",
        "\(folder.path)/\(name).sqlite",
      ])
      #expect(made.code == 0, "\(made.messages)")
    }
    let made = try BuiltCommand.run([
      "diff-vintage", "\(folder.path)/old.sqlite", "\(folder.path)/new.sqlite", InsightCommandTests.insights,
      "--starter",
      Place.starter,
    ])
    #expect(made.code == 1, "\(made.messages)")
    let line = made.output.split(separator: "\n").first { $0.contains("\"14.2 %\"") }
    #expect(line?.contains("china-russia-2002.md:") == true)
    #expect(line?.contains("measured 14.1 %, now 14.2 %; contradicted, now supported") == true, "\(line ?? "")")
    #expect(made.output.contains("covers 1816-2012, not 2022, now 23.4 %; no data, now supported"))
  }
}
