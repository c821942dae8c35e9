import Foundation
import Testing

/// `entente limit` and `entente screen` run as a user runs them.
@Suite("entente limit and screen")
struct LimitCommandTests {
  private func limit(_ words: String...) throws -> BuiltCommand.Outcome {
    try BuiltCommand.run(["limit"] + words + ["--starter", Place.starter, "--starter-only"])
  }

  @Test func theLimitOfTheWorkedExampleOffline() throws {
    let made = try limit("CHN", "RUS", "--third", "USA", "--as-of", "2002-09-02")
    #expect(made.code == 0, "\(made.messages)")
    #expect(made.output.contains("The partnership stops at rung"))
    #expect(made.output.contains("of 20\u{202F}000 draws"))
    #expect(made.output.contains("Drawn: coordination on rungs 1, 2 and 3"))
    #expect(made.output.contains("What would move it"))
    // Rung 5 with the numbers of the disputes and the base rates.
    #expect(made.output.contains("4342") && made.output.contains("states that owed defense joined"))
    #expect(made.output.contains("Russia stood on the side of the United States in"))
  }

  @Test func equalCommandsGiveEqualJSON() throws {
    let one = try limit("CHN", "RUS", "--third", "USA", "--as-of", "2002-09-02", "--format", "json")
    let two = try limit("CHN", "RUS", "--third", "USA", "--as-of", "2002-09-02", "--format", "json")
    #expect(one.output == two.output)
    let json = try #require(try JSONSerialization.jsonObject(with: Data(one.output.utf8)) as? [String: Any])
    #expect(json["methodology"] as? String != nil)
    #expect((json["thresholds"] as? [String: Any])?["declaredAt"] as? String == "2026-11-23")
    let distribution = try #require(json["distribution"] as? [String: Any])
    #expect(distribution["seed"] as? Int == 20_020_902)
    // The most frequent place of the draws is the limit stated.
    #expect((distribution["mode"] as? [String: Any])?["isStated"] as? Bool == true)
  }

  @Test func theLadderAsADrawing() throws {
    let made = try limit("CHN", "RUS", "--third", "USA", "--as-of", "2002-09-02", "--format", "svg")
    #expect(made.code == 0 && made.output.hasPrefix("<svg") && made.output.contains("<title"))
  }

  @Test func withoutTradeThereIsNoPlaceOnTheCurves() throws {
    let made = try limit("CHN", "RUS", "--third", "USA", "--as-of", "2002-09-02")
    #expect(made.output.contains("On the curve of the rung: cow-trade is not installed"))
    let drawn = try limit("CHN", "RUS", "--third", "USA", "--as-of", "2002-09-02", "--format", "pressure")
    #expect(drawn.code == 2 && drawn.messages.contains("cow-trade"))
  }

  @Test func aPairWithoutEvidenceExitsTwo() throws {
    let made = try limit("BTN", "TON", "--third", "NRU", "--as-of", "2003-01-01")
    #expect(made.code == 2 && made.output.contains("No rung has evidence"))
  }

  @Test(arguments: [
    (["--third", "USA", "--year", "20020"], "--year"), (["--third", "Atlantis", "--year", "2002"], "Atlantis"),
    (["--third", "USA", "--year", "2002", "--by", "size"], "--by"),
    (["--third", "USA", "--year", "2002", "--window", "x"], "--window"),
  ])
  func aWrongScreenIsExplained(words: [String], named: String) throws {
    let made = try BuiltCommand.run(["screen"] + words + ["--starter", Place.starter, "--starter-only"])
    #expect(made.code == 64 && made.messages.contains(named), "\(words): \(made.messages)")
  }

  @Test func aScreenNeedsTheDatasets() throws {
    let made = try BuiltCommand.run(
      ["screen", "--third", "USA", "--year", "2002", "--starter", Place.starter, "--starter-only"])
    #expect(made.code == 2 && made.messages.contains("entente data add"))
  }
}
