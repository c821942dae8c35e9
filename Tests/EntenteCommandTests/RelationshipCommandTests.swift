import Archive
import Foundation
import Record
import Testing

/// `entente relationship`, `triangle` and `fit relationships` run as a user runs them, on an invented fit of one year.
@Suite("entente relationship and triangle")
struct RelationshipCommandTests {
  private static let settings = "methodology 2026.2, tolerance 0.002"

  /// An archive with levels of three pairs in 1972: two high, China and Russia low.
  private func archive(_ folder: CommandFolder) throws -> String {
    let three: [UInt16] = [10, 10, 10]
    let means: [Int16] = [1000, 1000, -1000]
    let levels = try RelationshipLevels(
      columns: ColumnSet([
        ("first", .uint16([2, 2, 365])), ("second", .uint16([365, 710, 710])), ("year", .int16([1972, 1972, 1972])),
        ("mean", .int16(means)), ("sd", .uint16(three)), ("link", .int16([0, 0, 0])), ("filtered_mean", .int16(means)),
        ("filtered_sd", .uint16(three)), ("observed", .uint16([1, 1, 1])), ("indicator", .text(TextColumn(["side"]))),
        ("loading", .float64([1])), ("persistence", .float64([0])), ("dynamics", .float64([0.98, 1, 1, 1])),
      ]))
    let path = folder.file("archive.sqlite")
    try Archive(at: path, for: .write).install(
      Installation(
        computed: "relationships", settings: Self.settings, from: [],
        tables: [Installation.Table(levels, years: 1972...1972)], day: "2026-11-27"))
    return path
  }

  private func empty(_ folder: CommandFolder) throws -> String {
    let path = folder.file("empty.sqlite")
    _ = try Archive(at: path, for: .write)
    return path
  }

  private func object(_ text: String) throws -> [String: Any] {
    try #require(try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
  }

  @Test(arguments: [
    (["relationship", "Atlantis", "CHN"], 64, "Atlantis"),
    (["relationship", "CHN", "CHN"], 64, "expected a state other than"),
    (["relationship", "RUS", "SUN"], 64, "expected a state other than"),
    (["relationship", "CHN", "RUS", "--from", "1980", "--to", "1970"], 64, "is after"),
    (["relationship", "CHN", "RUS", "--from", "0"], 64, "from 1 to 9999"),
    (["triangle", "CHN", "RUS", "USA", "--to", "99999"], 64, "from 1 to 9999"),
    (["fit", "relationships", "--among", "USA", "RUS"], 64, "three different states"),
    (["relationship", "CHN", "RUS", "--from", "1990"], 2, "not covered: the levels are of 1972-1972"),
    (["triangle", "CHN", "RUS", "Atlantis"], 64, "Atlantis"),
    (["triangle", "CHN", "RUS", "CHN"], 64, "three different states"),
    (["triangle", "CHN", "RUS"], 64, "three different states"),
    (["triangle", "CHN", "RUS", "USA", "--zone", "-1"], 64, "--zone"),
    (["triangle", "CHN", "RUS", "USA", "--to", "1960"], 2, "not covered: the levels are of 1972-1972"),
    (["triangle", "CHN", "RUS", "FRN"], 2, "not covered: in no year"),
    (["fit", "relationships", "--iterations", "0"], 64, "--iterations 0"),
  ])
  func aWrongQuestionIsOneLine(words: [String], code: Int32, named: String) throws {
    let folder = try CommandFolder()
    // `--zone -1` has to be one word for the parser.
    let joined = words.contains("--zone") ? words.dropLast(2) + ["--zone=-1"] : words
    let made = try BuiltCommand.run(joined + ["--archive", try archive(folder)])
    #expect(made.code == code && made.messages.contains(named), "\(made.code) \(made.messages)")
    let lines = made.messages.split(separator: "\n").filter { !$0.contains("note: ") }
    #expect(lines.count == 1 && made.output.isEmpty, "\(made.messages)")
  }

  @Test(arguments: [["relationship", "CHN", "RUS"], ["triangle", "CHN", "RUS", "USA"]])
  func withoutAFitTheCommandThatMakesItIsNamed(words: [String]) throws {
    let folder = try CommandFolder()
    let made = try BuiltCommand.run(words + ["--archive", try empty(folder)])
    #expect(made.code == 2 && made.messages.contains("entente fit relationships"), "\(made.messages)")
    #expect(made.messages.split(separator: "\n").count == 1 && made.output.isEmpty)
  }

  @Test func aFitWithoutDatasetsNamesThem() throws {
    let folder = try CommandFolder()
    let made = try BuiltCommand.run(["fit", "relationships", "--archive", try empty(folder)])
    #expect(made.code == 2 && made.messages.contains("entente data add"), "\(made.code) \(made.messages)")
  }

  @Test(arguments: [["relationship", "CHN", "RUS"], ["triangle", "CHN", "RUS", "USA"]])
  func exportsSayWhatTheyWereMadeWith(words: [String]) throws {
    let folder = try CommandFolder()
    let path = try archive(folder)
    let made = try BuiltCommand.run(words + ["--format", "json", "--archive", path])
    #expect(made.code == 0, "\(made.messages)")
    let found = try object(made.output)
    let provenance = try #require(found["provenance"] as? [String: Any])
    #expect(provenance["methodology"] as? String == "2026.2")
    #expect(provenance["settings"] as? String == Self.settings)
    #expect(provenance["seed"] as? Int == (words[0] == "relationship" ? 1 : nil), "a triangle is not drawn")
    #expect((provenance["basis"] as? String)?.hasPrefix("computed by Entente") == true)
    #expect((provenance["vintages"] as? [[String: Any]])?.first?["dataset"] as? String == "relationships")
    #expect((found["rows"] as? [Any])?.count == 1)
    let csv = try BuiltCommand.run(words + ["--format", "csv", "--archive", path])
    #expect(csv.output.contains(",fit\n") && csv.output.contains("\"\(Self.settings)\""), "\(csv.output)")
  }

  @Test func aYearWithoutATriangleIsSaidInEveryForm() throws {
    let folder = try CommandFolder()
    let words = [
      "triangle", "CHN", "RUS", "USA", "--from", "1970", "--to", "1972", "--archive", try archive(folder),
    ]
    let reason = "the levels are of 1972–1972"
    let text = try BuiltCommand.run(words)
    #expect(text.messages == "note: not covered: 1970-1971 (\(reason))\n")
    let json = try object(try BuiltCommand.run(words + ["--format", "json"]).output)
    let gap = try #require((json["notCovered"] as? [[String: Any]])?.first)
    #expect(gap["first"] as? Int == 1970 && gap["last"] as? Int == 1971 && gap["reason"] as? String == reason)
    let csv = try BuiltCommand.run(words + ["--format", "csv"]).output.split(separator: "\n")
    #expect(csv.count == 4 && csv[1].hasPrefix("1970,,,") && csv[1].contains(",\(reason),"), "\(csv)")
    #expect(csv[3].hasPrefix("1972,") && csv[3].contains(",covered,"))
  }

  @Test func theFigureStacksTheTypesAndStatesItsRules() throws {
    let folder = try CommandFolder()
    let file = folder.file("triangle.svg")
    let made = try BuiltCommand.run([
      "triangle", "CHN", "RUS", "USA", "--from", "1970", "-o", file, "--archive", try archive(folder),
    ])
    #expect(made.code == 0, "\(made.messages)")
    let svg = try String(contentsOfFile: file, encoding: .utf8)
    for words in [
      "Triangle of China, Soviet Union and United States", "probability", "romantic triangle",
      "ménage à trois: never",
      "Not covered: 1970–1971 (the levels are of 1972–1972).", "a level above 0.20 is positive",
      "the pivot is United States, with 100", "(methodology 2026.2, tolerance 0.002)",
    ] {
      #expect(svg.contains(words), "\(words)")
    }
  }

  @Test func theSignsGiveTheTriangle() throws {
    let folder = try CommandFolder()
    let made = try BuiltCommand.run(["triangle", "CHN", "RUS", "USA", "--archive", try archive(folder)])
    #expect(made.code == 0 && made.output.contains("romantic triangle, pivot USA"), "\(made.output)\(made.messages)")
  }

  @Test func theTextsAreThese() throws {
    let folder = try CommandFolder()
    let path = try archive(folder)
    let triangle = try BuiltCommand.run(["triangle", "CHN", "RUS", "USA", "--archive", path])
    #expect(triangle.output == Self.triangle)
    let relationship = try BuiltCommand.run([
      "relationship", "CHN", "RUS", "--from", "1971", "--format", "csv", "--archive", path,
    ])
    #expect(relationship.output == Self.relationship)
    #expect(relationship.messages.contains("note: atop is not in the archive, so no level is implied by a pledge"))
    #expect(relationship.messages.contains("note: not covered: 1971 (the levels are of 1972–1972)"))
  }

  private static let triangle = """
    year  CHN-RUS          CHN-USA         RUS-USA         ménage  romantic  marriage  veto  neutral  balanced  most likely
    1972  -1.00 (sd 0.01)  1.00 (sd 0.01)  1.00 (sd 0.01)  0.00    1.00      0.00      0.00  0.00     0.00      romantic triangle, pivot USA

    """

  private static let relationship = """
    ccode1,ccode2,year,level,sd,low95,high95,filtered,filtered_sd,pledge,implied,implied_p10,implied_p90,p_below,observed,coverage,fit
    710,365,1971,,,,,,,,,,,,,the levels are of 1972–1972,"methodology 2026.2, tolerance 0.002"
    710,365,1972,-1.000,0.010,-1.020,-0.980,-1.000,0.010,,,,,,side,covered,"methodology 2026.2, tolerance 0.002"

    """
}
