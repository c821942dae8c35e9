import Foundation
import Testing

/// `entente fit relationships` on fourteen states of the published datasets, and what relationship, triangle, treaty status and brief make of it.
///
/// The fit is small so that it takes seconds; its levels are not those of all pairs, so what is asked is what any such fit has to say.
@Suite("relationships of published data", .enabled(if: PanelDatasets.arePresent, "no datasets; set ENTENTE_DATASETS"))
struct RelationshipDataTests {
  private static let datasets = [
    "cow-majors", "cow-nmc", "atop", "cow-mid", "sipri-arms", "tss-rivalries", "cow-contiguity", "cow-capitals", "gsdb",
  ]
  private static let states = [
    "USA", "GBR", "FRN", "GMY", "AUH", "ITA", "RUS", "CHN", "JPN", "IND", "TUR", "POL", "ROM", "ALB",
  ]

  /// A row of the answer of `entente relationship`.
  private struct Row: Decodable {
    let year: Int
    let level: Double
    let low: Double
    let high: Double
    let below: Double?
    let pledge: Int?
    let observed: [String]
  }

  private struct Departure: Decodable, Equatable {
    let first: Int
    let last: Int
    let median: Int?
    let low: Int?
    let high: Int?
  }

  private struct Relationship: Decodable {
    let rows: [Row]
    let departures: [Departure]
  }

  private struct Triangle: Decodable {
    struct Row: Decodable {
      let year: Int
      let levels: [Double]
      let probabilities: [Double]
      let balanced: Double
      let unbalanced: Double
      let marriages: [Double]
    }
    let rows: [Row]
  }

  private struct Command {
    let archive: String

    func run(_ words: [String]) throws -> BuiltCommand.Outcome {
      try BuiltCommand.run(words + ["--archive", archive])
    }

    func read<Value: Decodable>(_ words: [String], as type: Value.Type) throws -> Value {
      let made = try run(words + ["--format", "json"])
      try #require(made.code == 0, "\(words): \(made.messages)")
      return try JSONDecoder().decode(type, from: Data(made.output.utf8))
    }
  }

  @Test func oneFitAnswersEveryCommand() throws {
    let folder = try CommandFolder()
    let command = Command(archive: folder.file("a.sqlite"))
    for name in Self.datasets {
      let made = try command.run(["data", "add", name, "--from", PanelDatasets.folder, "--accept-terms"])
      try #require(made.code == 0, "\(made.messages)")
    }
    try fit(command)
    let chinese = try relationship(command)
    try triangle(command, chinese)
    try status(command, chinese)
    try measureAndBrief(command, chinese)
  }

  private func fit(_ command: Command) throws {
    let made = try command.run(["fit", "relationships", "--among"] + Self.states)
    try #require(made.code == 0, "\(made.messages)")
    #expect(made.messages.contains("note: cow-trade is not in the archive; its indicators are left out"))
    var loadings: [String: Double] = [:]
    for line in made.output.split(separator: "\n").dropFirst() {
      let words = line.split(separator: " ")
      if words.count > 1, let value = Double(words[1]) { loadings[String(words[0])] = value }
    }
    let positive = loadings.filter { $0.value > 0 }.keys.sorted()
    let negative = loadings.filter { $0.value < 0 }.keys.sorted()
    #expect(positive == ["arms", "side"] && negative == ["rivalry", "sanctions", "war"], "\(made.output)")
  }

  private func relationship(_ command: Command) throws -> Relationship {
    let words = ["relationship", "CHN", "SUN", "--from", "1946", "--to", "1990"]
    let found = try command.read(words, as: Relationship.self)
    #expect(found.rows.map(\.year) == Array(1946...1990))
    #expect(found.rows.allSatisfy { $0.low < $0.level && $0.level < $0.high })
    let years = Dictionary(uniqueKeysWithValues: found.rows.map { ($0.year, $0) })
    let (before, after) = (try #require(years[1955]), try #require(years[1975]))
    #expect(before.level > 0.3 && after.level < -0.3, "\(before.level) \(after.level)")
    #expect((before.below ?? 1) < 0.8 && (after.below ?? 0) > 0.99)
    #expect(after.pledge == 3 && years[1985]?.pledge == 0, "defense to 1980")
    #expect(years[1969]?.observed.contains("rivalry") == true)
    let departure = try #require(found.departures.first { $0.last == 1980 })
    #expect((1955...1968).contains(departure.median ?? 0), "\(departure)")
    #expect((departure.low ?? .max) <= (departure.median ?? 0) && (departure.median ?? .max) <= (departure.high ?? 0))
    let csv = try command.run(words + ["--format", "csv"]).output.split(separator: "\n")
    #expect(
      csv.first
        == "ccode1,ccode2,year,level,sd,low95,high95,filtered,filtered_sd,pledge,implied,implied_p10,implied_p90,p_below,observed,coverage,fit"
    )
    #expect(csv.count == 46 && csv[10].hasPrefix("710,365,1955,\(String(format: "%.3f", before.level)),"), "\(csv[10])")
    #expect(csv[10].contains(", among USA UKG FRN"))
    let drawn = try command.run(words + ["--format", "svg"])
    #expect(drawn.code == 0 && drawn.output.contains("below for good since") && drawn.output.contains("95 % below it"))
    #expect(try command.run(words + ["--format", "csv"]).output == csv.joined(separator: "\n") + "\n", "equal bytes")
    return found
  }

  private func triangle(_ command: Command, _ chinese: Relationship) throws {
    let words = ["triangle", "CHN", "RUS", "USA", "--from", "1946", "--to", "1990"]
    let found = try command.read(words, as: Triangle.self)
    #expect(found.rows.map(\.year) == Array(1946...1990))
    for row in found.rows {
      #expect((row.probabilities.reduce(0, +) - 1).magnitude < 1e-9, "\(row.year)")
      #expect((row.balanced + row.unbalanced + row.probabilities[4] - 1).magnitude < 1e-9, "\(row.year)")
    }
    for (row, level) in zip(found.rows, chinese.rows) { #expect(row.levels[0] == level.level, "\(row.year)") }
    let years = Dictionary(uniqueKeysWithValues: found.rows.map { ($0.year, $0) })
    let (alliance, rift) = (try #require(years[1955]), try #require(years[1975]))
    #expect(
      alliance.probabilities[2] > 0.5 && alliance.marriages[0] > 0.5, "China and the Soviet Union against the third")
    #expect(rift.probabilities[3] > 0.5, "a unit veto")
    let drawn = try command.run(words + ["--format", "svg"])
    #expect(drawn.output.contains("stable marriage") && drawn.output.contains("unit veto"))
    let early = try command.run(["triangle", "CHN", "JPN", "USA", "--from", "1940", "--to", "1955", "--format", "svg"])
    #expect(early.messages.contains("note: not covered: 1946-1951 (not all three were members of the state system)"))
    #expect(early.output.contains("Not covered: 1946–1951 (not all three were members of the state system)."))
  }

  private func status(_ command: Command, _ chinese: Relationship) throws {
    let words = ["treaty", "status", "ATOP:3200", "--on", "1975-01-01", "--starter", Place.starter]
    let made = try command.run(words + ["--json"])
    try #require(made.code == 0, "\(made.messages)")
    let object = try #require(try JSONSerialization.jsonObject(with: Data(made.output.utf8)) as? [String: Any])
    #expect((object["deJure"] as? [[String: Any]])?.contains { $0["standing"] as? String == "inForce" } == true)
    let covered = try #require(object["relationship"] as? [String: Any])
    let found = try #require(covered["value"] as? [String: Any])
    let level = (found["level"] as? [String: Any])?["value"] as? Double
    #expect(level == chinese.rows.first { $0.year == 1975 }?.level)
    let comparison = try #require((found["comparison"] as? [String: Any])?["value"] as? [String: Any])
    #expect(comparison["verdict"] as? String == "below")
    let departure = try #require((found["departure"] as? [String: Any])?["value"] as? [String: Any])
    #expect(departure["first"] as? Int == 1950 && departure["last"] as? Int == 1980)
    #expect(departure["median"] as? Int == chinese.departures.first { $0.last == 1980 }?.median)
    let text = try command.run(words).output
    #expect(text.contains("a dead letter: in force on paper, ended in fact"))
    #expect(text.contains("in conduct, Entente: below what such a pledge implies; below for good since 19"), "\(text)")
    let pact = ["treaty", "status", "ATOP:3285", "--on", "1970-01-01", "--starter", Place.starter]
    #expect(try command.run(pact).output.contains("not covered; a level is that of two states"))
    #expect(try command.run(pact + ["--between", "RUS", "ROM"]).output.contains("pairs with such a pledge (defense)"))
  }

  private func measureAndBrief(_ command: Command, _ chinese: Relationship) throws {
    let level = try #require(chinese.rows.first { $0.year == 1963 }?.level)
    let measured = try command.run(["measure", "relationship.level", "a=CHN", "b=RUS", "year=1963", "--json"])
    let value = try #require(try JSONSerialization.jsonObject(with: Data(measured.output.utf8)) as? [String: Any])
    let result = try #require(((value["result"] as? [String: Any])?["value"]) as? [String: Any])
    #expect(result["value"] as? Double == level)
    let brief = try command.run([
      "brief", "CHN", "RUS", "--third", "USA", "--as-of", "1964-01-01", "--starter", Place.starter, "--format", "json",
    ])
    try #require(brief.code == 0, "\(brief.messages)")
    let document = try #require(try JSONSerialization.jsonObject(with: Data(brief.output.utf8)) as? [String: Any])
    let issues = try JSONSchema(contentsOf: Place.root + "/schemas/brief.schema.json").issues(document)
    #expect(issues.isEmpty, "\(issues.prefix(3))")
    let chapter = try #require(document["relationship"] as? [String: Any])
    let points = try #require((chapter["level"] as? [String: Any])?["value"] as? [[String: Any]])
    #expect(points.last?["year"] as? Int == 1963)
    #expect((points.last?["hindsight"] as? [String: Any])?["value"] as? Double == level)
    let draft = command.archive + ".md"
    let made = try command.run([
      "brief", "CHN", "RUS", "--third", "USA", "--as-of", "1964-01-01", "--starter", Place.starter, "--as-insight",
      "-o",
      draft,
    ])
    #expect(made.code == 0, "\(made.messages)")
    let written = try String(contentsOfFile: draft, encoding: .utf8)
    #expect(written.contains("(figure:relationship.level a=RUS|USA|USA b=CHN|CHN|RUS given=past year=1949..1963 "))
    #expect(written.contains("](claim:relationship.level a=RUS b=CHN given=all year=1963 reporter=record)"))
    #expect(try command.run(["check", draft, "--starter", Place.starter]).code == 0)
  }
}
