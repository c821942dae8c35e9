import Foundation
import Testing

/// `entente validate` run as a user runs it.
@Suite("entente validate")
struct ValidateCommandTests {
  private func validate(_ words: String...) throws -> BuiltCommand.Outcome {
    try BuiltCommand.run(["validate"] + words + ["--starter", Place.starter, "--starter-only"])
  }

  @Test func withoutDatasetsNoCaseIsDecidedAndNoneIsLeftOut() throws {
    let made = try validate("cases", "--format", "json")
    #expect(made.code == 2)
    let table = try #require(try JSONSerialization.jsonObject(with: Data(made.output.utf8)) as? [String: Any])
    let rows = try #require(table["rows"] as? [[String: Any]])
    #expect(rows.count == 45)
    #expect(rows.allSatisfy { ($0["verdict"] as? String) == "undecided" })
  }

  @Test func theStudyNeedsTheDatasets() throws {
    let made = try validate("conduct")
    #expect(made.code == 2 && made.messages.contains("entente data add"))
  }

  @Test func theStudyOfRungsNeedsTheDatasets() throws {
    let made = try validate("rungs")
    #expect(made.code == 2 && made.messages.contains("entente data add"))
  }

  @Test(arguments: [
    ["rungs", "--per-third", "5"], ["cases", "--fewest-cases", "0"], ["conduct", "--lags", "6"],
    ["conduct", "--lags", "1,1"],
  ])
  func wrongUsageIsExplained(words: [String]) throws {
    let made = try BuiltCommand.run(["validate"] + words + ["--starter", Place.starter, "--starter-only"])
    #expect(made.code == 64 && made.messages.contains(words[1]), "\(words): \(made.messages)")
  }
}
