import Foundation
import Testing

@Suite("entente data")
struct DataCommandTests {
  private let folder: CommandFolder
  private var archive: String { folder.file("home/archive.sqlite") }

  init() throws {
    folder = try CommandFolder()
    try folder.write(InventedFiles.states, to: "data/states2016.csv")
    try folder.write(InventedFiles.trade(years: 2, states: 5, flow: 7), to: "data/Dyadic_COW_4.0.csv")
  }

  private func data(_ arguments: String...) throws -> BuiltCommand.Outcome {
    try outcome(arguments)
  }

  private func outcome(_ arguments: [String]) throws -> BuiltCommand.Outcome {
    let before = Set(try FileManager.default.contentsOfDirectory(atPath: folder.path))
    let process = try BuiltCommand.start(
      ["data"] + arguments, environment: ["ENTENTE_HOME": folder.file("home")], in: folder.path)
    process.waitUntilExit()
    return try BuiltCommand.collect(process, before: before, in: folder.path)
  }

  private func json(_ text: String) throws -> Any { try JSONSerialization.jsonObject(with: Data(text.utf8)) }

  @Test func aLifeOfAnArchive() throws {
    let added = try data("add", "cow-states", "cow-trade", "--from", folder.file("data"))
    #expect(added.code == 0, "\(added.messages)")
    #expect(
      added.output == """
        cow-states 2016: 3 rows; system_members 1816-2016
        cow-trade 4.0: 12 rows; dyadic_trade 1870-2014, smoothed_trade 1870-2014

        """)
    #expect(added.messages == "cow-states: reading 1 kB\ncow-trade: reading 1 kB\n")
    let verified = try data("verify")
    #expect(verified.code == 0)
    #expect(verified.output == "cow-states 2016: whole\ncow-trade 4.0: whole\n")
    let listed = try data("list")
    let words = listed.output.split(separator: "\n").map { $0.split(separator: " ").prefix(3).joined(separator: " ") }
    #expect(words.contains("cow-states 2016 1816-2016"))
    #expect(listed.output.split(separator: "\n").first?.hasPrefix("NAME") == true)
    try folder.write(InventedFiles.trade(years: 2, states: 5, flow: 8), to: "new/Dyadic_COW_4.0.csv")
    let compared = try data("diff", "cow-trade", "--from", folder.file("new"))
    #expect(compared.code == 0)
    #expect(
      compared.output.contains(
        "dyadic_trade, by year, first, second: 12 before, 12 after; 0 added, 0 removed, 12 changed"))
    #expect(compared.output.contains("imports_of_first: 12 values differ"))
    let replaced = try data("add", "cow-trade", "--from", folder.file("new"))
    #expect(replaced.output.hasPrefix("cow-trade 4.0 (in place of 4.0): 12 rows"))
    let removed = try data("remove", "cow-states")
    #expect(removed.output == "cow-states: removed\n")
    #expect(try data("verify").output == "cow-trade 4.0: whole\n")
  }

  @Test func asJSON() throws {
    let added = try json(try data("add", "--all", "--from", folder.file("data"), "--json").output) as? [String: Any]
    let items = added?["added"] as? [[String: Any]]
    #expect(items?.count == 2)
    let installed = items?.first?["installed"] as? [String: Any]
    #expect((installed?["vintage"] as? [String: Any])?["dataset"] as? String == "cow-states")
    #expect((added?["absent"] as? [String])?.contains("un-votes") == true)
    #expect((added?["failed"] as? [Any])?.isEmpty == true)
    let verified = try json(try data("verify", "--json").output) as? [String: Any]
    #expect(verified?["isWhole"] as? Bool == true)
    #expect(verified?["datasets"] as? [String] == ["cow-states", "cow-trade"])
    let list = try json(try data("list", "--json").output) as? [[String: Any]]
    #expect(list?.filter { $0["installed"] != nil }.count == 2)
    let cited = try json(try data("cite", "cow-trade", "--json").output) as? [[String: Any]]
    #expect(cited?.first?["type"] as? String == "article-journal")
    let compared =
      try json(try data("diff", "cow-trade", "--from", folder.file("data"), "--json").output) as? [String: Any]
    #expect((compared?["tables"] as? [[String: Any]])?.first?["changed"] as? Int == 0)
    #expect(
      try json(try data("remove", "cow-trade", "--json").output) as? [String: [String]] == ["removed": ["cow-trade"]])
  }

  @Test func citations() throws {
    let plain = try data("cite", "cow-trade")
    #expect(plain.output.contains("doi:10.1177/0738894209343887"))
    #expect(try data("cite", "cow-trade", "--format", "bibtex").output.hasPrefix("@article{barbieri2009,"))
    let none = try data("cite")
    #expect(none.code == 2)
    _ = try data("add", "cow-states", "--from", folder.file("data"))
    #expect(try data("cite").output.contains("Used here: version 2016, retrieved 20"))
  }

  @Test func rejectedRows() throws {
    try folder.write(InventedFiles.states + "XXX,one,Nowhere,1,1,1,2,2,2,2016\n", to: "bad/states2016.csv")
    let added = try data("add", "cow-states", "--from", folder.file("bad"))
    #expect(added.code == 0)
    #expect(added.output.contains("  1 rows left out:\n"))
    #expect(added.output.contains("line 5, column ccode: found \"one\", expected"))
    let listed = try data("list", "cow-states", "--rejected")
    #expect(listed.output.hasPrefix("cow-states: "))
    #expect(listed.output.contains("line 5"))
    let strict = try data("add", "cow-states", "--from", folder.file("bad"), "--strict")
    #expect(strict.code == 2)
    #expect(strict.messages.contains("Without --strict such rows are listed and left out"))
    #expect(try data("verify").code == 0)
  }

  @Test func failuresAndTheirCodes() throws {
    try FileManager.default.createDirectory(atPath: folder.file("empty"), withIntermediateDirectories: true)
    let cases: [(arguments: [String], code: Int32, says: String)] = [
      (["verify"], 2, "there is no archive"),
      (["remove", "cow-states"], 2, "there is no archive"),
      (["list", "cow-state"], 64, "did you mean cow-states"),
      (["list", "--rejected"], 64, "--rejected needs the name of a dataset"),
      (["add"], 64, "name the datasets to add, or give --all"),
      (["add", "--all", "cow-states"], 64, "name the datasets to add, or give --all"),
      (["add", "cow-states", "--from", "none"], 64, "there is no such file or folder"),
      (["add", "cow-nmc", "--from", folder.file("data")], 2, "Fetch them from https://correlatesofwar.org"),
      (["add", "cow-states", "--from", folder.file("data"), "--release", "7"], 64, "known are 2024, 2016"),
      (["add", "sipri-arms"], 2, "cannot be fetched by a program"),
      (["add", "cow-states"], 64, "--accept-terms"),
      (["add", "cow-states", "--accept-terms", "--from", "http://127.0.0.1:9/a.csv"], 2, "no connection"),
      (["add", "--all", "--from", folder.file("nowhere")], 64, "there is no such file or folder"),
      (["add", "--all", "--from", folder.file("empty")], 2, "holds no dataset of the catalogue"),
      (["diff", "cow-states", "--from", folder.file("data")], 2, "there is no archive"),
      (["cite", "nothing"], 64, "there is no dataset \"nothing\""),
    ]
    for item in cases {
      let outcome = try outcome(item.arguments)
      #expect(outcome.code == item.code, "\(item.arguments): \(outcome.messages)")
      #expect(outcome.messages.contains(item.says), "\(item.arguments): \(outcome.messages)")
      #expect(outcome.output.isEmpty, "\(item.arguments): \(outcome.output)")
    }
    #expect(!FileManager.default.fileExists(atPath: archive), "no failure makes an archive")
  }

  @Test func anArchiveThatCannotBeMadeIsExplained() throws {
    let made = try BuiltCommand.run(
      [
        "data", "add", "cow-states", "--from", folder.file("data"), "--accept-terms", "--archive",
        "/proc/none/archive.sqlite",
      ])
    #expect(made.code == 2 && made.messages.contains("/proc/none/archive.sqlite"), "\(made.messages)")
    #expect(made.messages.contains("permissions"), "\(made.messages)")
  }

  @Test func oneOfSeveralFails() throws {
    try folder.write("no,such\nlayout,here\n", to: "data/majors2016.csv")
    let added = try data("add", "--all", "--from", folder.file("data"))
    #expect(added.code == 2)
    #expect(added.messages.contains("2 added; not added: cow-majors"))
    #expect(try data("verify").output == "cow-states 2016: whole\ncow-trade 4.0: whole\n")
  }

  @Test func helpNamesExamplesAndExitCodes() throws {
    for command in ["list", "add", "verify", "remove", "cite", "diff"] {
      let help = try data(command, "--help")
      #expect(help.code == 0)
      #expect(help.output.contains("entente data \(command)"), "\(command)")
      #expect(help.output.contains("--archive <archive>"), "\(command)")
      #expect(help.output.contains("--json"), "\(command)")
    }
    #expect(try data("--help").output.contains("Exit codes: 0 done; 2 data missing"))
  }
}
