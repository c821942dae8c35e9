import Foundation
import Testing

/// `entente brief` run as a user runs it, from the starter.
@Suite("entente brief")
struct BriefCommandTests {
  private func brief(_ words: String...) throws -> BuiltCommand.Outcome {
    try BuiltCommand.run(["brief"] + words + ["--starter", Place.starter, "--starter-only"])
  }

  @Test func theWorkedExampleAnswersOffline() throws {
    let made = try brief("CHN", "RUS", "--third", "USA", "--as-of", "2002-09-02", "--format", "md")
    #expect(made.code == 0, "\(made.messages)")
    #expect(made.output.contains("16 July 2001"))
    #expect(made.output.contains("no obligation of mutual defense"))
    #expect(made.output.contains("16.3 times its trade with Russia"))
    #expect(made.output.contains("(starter)"))
    #expect(made.output.contains("The partnership stops at rung"))
  }

  @Test func equalCommandsGiveEqualBytes() throws {
    let words = ["CHN", "RUS", "--third", "USA", "--as-of", "2002-09-02", "--format", "json"]
    let one = try BuiltCommand.run(["brief"] + words + ["--starter", Place.starter, "--starter-only"])
    let two = try BuiltCommand.run(["brief"] + words + ["--starter", Place.starter, "--starter-only"])
    #expect(one.output == two.output && !one.output.isEmpty)
  }

  /// The essay's two neighbouring trade claims rest on two reporters; the brief shows both.
  @Test func theTradeClaimsDependOnTheReporter() throws {
    let made = try brief("CHN", "RUS", "--third", "USA", "--as-of", "2002-09-02", "--format", "md")
    let claims = made.output.split(separator: "\n").filter { $0.contains("depends on the reporter") }
    let share = try #require(claims.first { $0.contains("Share of China's exports") })
    #expect(share.contains("32.2 %") && share.contains("40.9 %") && share.contains("21.0 %"))
    let ratio = try #require(claims.first { $0.contains("over its trade with Russia") })
    #expect(ratio.contains("16.3") && ratio.contains("7.9"))
  }

  @Test func theJSONFormKeepsItsSchema() throws {
    let schema = try JSONSchema(contentsOf: Place.root + "/schemas/brief.schema.json")
    let made = try brief("CHN", "RUS", "--third", "USA", "--as-of", "2002-09-02", "--format", "json")
    let json = try JSONSerialization.jsonObject(with: Data(made.output.utf8))
    #expect(schema.issues(json) == [])
    // The checker sees what is wrong.
    var broken = try #require(json as? [String: Any])
    broken["assessment"] = nil
    #expect(schema.issues(broken) == ["$: lacks assessment"])
    var other = try #require(json as? [String: Any])
    other["extra"] = 1
    other["title"] = 7
    #expect(Set(schema.issues(other)) == ["$: has [\"extra\"], which it may not have", "$.title: not of type string"])
  }

  @Test func aDayOutsideTheDataSaysSo() throws {
    let early = try brief("CHN", "RUS", "--third", "USA", "--as-of", "1750-01-01")
    #expect(early.code == 64 && early.messages.contains("was a member 1860-10-25"), "\(early.messages)")
    let late = try brief("CHN", "RUS", "--third", "USA", "--as-of", "2090-06-30", "--format", "md")
    #expect(late.code == 0 && late.output.contains("not covered"), "\(late.messages)")
    #expect(!late.output.contains("General Assembly roll calls of the"))
  }

  @Test(arguments: [
    (["Atlantis", "RUS", "--third", "USA"], "Atlantis"), (["CHN", "CHN", "--third", "USA"], "two different states"),
    (["CHN", "RUS", "--third", "RUS"], "third power is one of the partners"),
    (["korea", "RUS", "--third", "USA"], "Korea"), (["CHN", "RUS", "--third", "USA", "--window", "many"], "--window"),
    (["CHN", "RUS", "--third", "USA", "--format", "docx"], "html, md or json"),
    (["DDR", "RUS", "--third", "USA"], "German"),
  ])
  func aWrongQuestionIsExplained(words: [String], named: String) throws {
    let made = try BuiltCommand.run(
      ["brief"] + words + ["--as-of", "2002-09-02", "--starter", Place.starter, "--starter-only"])
    #expect(made.code == 64, "\(words): \(made.messages)")
    #expect(made.messages.contains(named), "\(words): \(made.messages)")
    #expect(made.output.isEmpty)
  }

  @Test func aDayThatDoesNotExistIsExplained() throws {
    let made = try brief("CHN", "RUS", "--third", "USA", "--as-of", "2002-02-30")
    #expect(made.code == 64 && made.messages.contains("2002-02-30"))
  }

  @Test func aPairWithoutDataSaysSoAndExitsTwo() throws {
    let made = try brief("BTN", "TON", "--third", "NRU", "--as-of", "2003-01-01", "--format", "md")
    #expect(made.code == 2)
    #expect(made.output.contains("cover too little"))
    #expect(made.messages.contains("entente data list"))
  }

  @Test func aMissingArchiveThatWasNamedIsAnError() throws {
    let made = try BuiltCommand.run(
      ["brief", "CHN", "RUS", "--third", "USA", "--as-of", "2002-09-02", "--archive", "/nowhere/archive.sqlite"])
    #expect(made.code == 2 && made.messages.contains("/nowhere/archive.sqlite"))
  }

  @Test func aFolderThatCannotBeWrittenIsExplained() throws {
    let made = try brief("CHN", "RUS", "--third", "USA", "--as-of", "2002-09-02", "-o", "/proc/none/brief.html")
    #expect(made.code == 64 && made.messages.contains("/proc/none/brief.html"))
  }
}

extension BuiltCommand {
  /// Runs the command in a folder of its own and waits for its end.
  static func run(_ arguments: [String], environment: [String: String] = [:]) throws -> Outcome {
    let folder = try CommandFolder()
    let process = try start(arguments, environment: environment, in: folder.path)
    process.waitUntilExit()
    return try collect(process, before: [], in: folder.path)
  }
}

/// Places of the checkout that tests read.
enum Place {
  /// The checkout's folder, from the place of this file.
  static let root: String = {
    var parts = #filePath.split(separator: "/")
    parts.removeLast(3)
    return "/" + parts.joined(separator: "/")
  }()

  static let starter = root + "/Sources/Starter/Data"
}
