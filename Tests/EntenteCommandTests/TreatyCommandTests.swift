import Foundation
import Testing

/// `entente treaty` run as a user runs it, from the starter alone.
@Suite("entente treaty")
struct TreatyCommandTests {
  private func treaty(_ words: String...) throws -> BuiltCommand.Outcome {
    try BuiltCommand.run(["treaty"] + words + ["--starter", Place.starter, "--starter-only"])
  }

  @Test(arguments: [
    ["treaty"], ["treaty", "list"], ["treaty", "show"], ["treaty", "compare"], ["treaty", "status"],
    ["treaty", "depth"],
    ["treaty", "honoured"],
  ])
  func everyCommandExplainsItself(words: [String]) throws {
    let made = try BuiltCommand.run(words + ["--help"])
    #expect(made.code == 0 && made.output.contains("USAGE: entente") && made.output.contains("Example"), "\(words)")
  }

  @Test func comparesTheTwoTreatiesOffline() throws {
    let made = try treaty("compare", "ATOP:3200", "ATOP:4980")
    #expect(made.code == 0, "\(made.messages)")
    #expect(made.output.contains("- defence: dropped"))
    #expect(made.output.contains("Japan"))
    #expect(made.output.contains("< term and renewal: weakened (shorter by 10 years)"))
    #expect(made.messages.contains("ATOP"))
  }

  @Test func statusSaysPaperAndFact() throws {
    let made = try treaty("status", "ATOP:3200", "--on", "1970-01-01")
    #expect(made.code == 0 && made.output.contains("a dead letter: in force on paper, ended in fact"))
    #expect(made.output.contains("in conduct, Entente: not covered; the starter holds no levels of relationships"))
    #expect(made.output.contains("`entente fit relationships`"), "and says how to get them")
  }

  @Test func theStatusKeepsItsKeysAndHasConductBesideThem() throws {
    let made = try treaty("status", "ATOP:3200", "--on", "1970-01-01", "--json")
    let object = try #require(try JSONSerialization.jsonObject(with: Data(made.output.utf8)) as? [String: Any])
    #expect((object["treaty"] as? String)?.hasPrefix("entente:") == true && object["day"] as? String == "1970-01-01")
    #expect((object["deJure"] as? [Any])?.isEmpty == false && (object["deFacto"] as? [Any])?.isEmpty == false)
    #expect((object["relationship"] as? [String: Any])?["coverage"] as? String == "notCovered")
    #expect((object["relationship"] as? [String: Any])?["reason"] as? String == "notInstalled")
    #expect(object["methodology"] as? String != nil)
  }

  @Test func tablesAndJSON() throws {
    let csv = try treaty("list", "RUS", "CHN", "--format", "csv")
    #expect(csv.output.hasPrefix("treaty,signed,ended,ATOP,text,title\n"))
    let json = try treaty("show", "1950-sino-soviet", "--json")
    let object = try JSONSerialization.jsonObject(with: Data(json.output.utf8)) as? [String: Any]
    #expect((object?["codings"] as? [Any])?.count == 1)
    #expect(try treaty("show", "1950-sino-soviet", "--format", "md").output.hasPrefix("## entente:1950-sino-soviet"))
  }

  @Test func scoresComeFromTheStarter() throws {
    let made = try treaty("depth", "ATOP:3200", "ATOP:4980", "--format", "csv")
    #expect(made.code == 0, "\(made.messages)")
    #expect(made.output.split(separator: "\n").count == 3)
    let items = try treaty("depth", "--items")
    #expect(items.output.contains("integrated command") && items.messages.contains("reliability"))
  }

  @Test(arguments: [
    (["show", "ATOP:99999"], 64, "no treaty has the key"), (["status", "ATOP:3200", "--on", "1970"], 64, "YYYY-MM-DD"),
    (["status", "ATOP:3200", "--on", "1970-01-01", "--between", "RUS"], 64, "two different states"),
    (["status", "ATOP:3200", "--on", "1970-01-01", "--between", "RUS", "FRN"], 64, "no party"),
    (["list", "Atlantis"], 64, "Atlantis"), (["list", "--obligation", "love"], 64, "defense"),
    (["honoured"], 2, "alliance-calls"),
    (["honoured", "RUS"], 64, "two states"),
  ])
  func aWrongQuestionIsExplained(words: [String], code: Int32, named: String) throws {
    let made = try BuiltCommand.run(["treaty"] + words + ["--starter", Place.starter, "--starter-only"])
    #expect(made.code == code && made.messages.contains(named), "\(made.code) \(made.messages)")
  }
}
