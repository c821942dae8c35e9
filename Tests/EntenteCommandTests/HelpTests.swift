import Foundation
import Testing

/// Help and version of the built command, as a user reads them.
@Suite("entente help")
struct HelpTests {
  static let commands = [
    [], ["brief"], ["limit"], ["screen"], ["data"], ["data", "add"], ["data", "list"], ["data", "verify"],
    ["data", "remove"],
    ["data", "cite"],
    ["data", "diff"], ["check"], ["publish"], ["new"], ["new", "insight"], ["new", "version"], ["diff-vintage"],
    ["fit", "ideal-points"], ["ideal-points"],
    ["coordination"], ["panel"], ["measure"], ["measures"], ["model"], ["similarity"], ["state"], ["starter"],
    ["starter", "build"], ["validate"], ["validate", "cases"], ["validate", "conduct"], ["validate", "rungs"],
    ["validate", "filtered"], ["validate", "report"],
  ]

  @Test(arguments: commands)
  func everyCommandExplainsItself(words: [String]) throws {
    let made = try BuiltCommand.run(words + ["--help"])
    #expect(made.code == 0)
    #expect(made.output.contains("USAGE: entente"), "\(words)")
    #expect(made.output.contains("OVERVIEW:"), "\(words)")
  }

  @Test(arguments: commands.filter { $0 != ["starter"] })
  func everyCommandShowsAnExample(words: [String]) throws {
    let made = try BuiltCommand.run(words + ["--help"])
    #expect(made.output.contains("Example"), "\(words)")
  }

  @Test func exitCodesAreDocumentedAtTheTop() throws {
    let made = try BuiltCommand.run(["--help"])
    for code in ["0 done", "1 a claim failed", "2 data missing", "64 wrong usage", "70 internal"] {
      #expect(made.output.contains(code), "\(code)")
    }
  }

  @Test func anUnknownOptionIsWrongUsage() throws {
    #expect(try BuiltCommand.run(["brief", "CHN", "RUS", "--fourth", "USA"]).code == 64)
    #expect(try BuiltCommand.run(["nothing"]).code == 64)
  }

  @Test func aMeasureThatDoesNotExistNamesNearOnes() throws {
    let made = try BuiltCommand.run(["measure", "trade.shares of=RUS for=CHN year=2001", "--starter", Place.starter])
    #expect(made.code == 64 && made.messages.contains("trade.share"))
  }

  @Test func statesAreFoundWithTheirDates() throws {
    let made = try BuiltCommand.run(["state", "west germany"])
    #expect(made.code == 0 && made.output.contains("260"))
    let unclear = try BuiltCommand.run(["state", "korea", "--on", "1960-01-01"])
    #expect(unclear.code == 64 && unclear.messages.contains("731") && unclear.messages.contains("732"))
  }
}
