import Archive
import ArgumentParser
import Datasets
import Foundation
import Panel
import Record

/// `entente panel`: every dyad, state, leader or triad, every year.
struct PanelCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "panel",
    abstract:
      "Make a panel of states, dyads, directed dyads, leaders or triads by year, with variables from the datasets.",
    discussion: """
      Columns are added by family; `--explain` lists them with meaning, unit, source, coverage and citation. Outside a \
      dataset's years or members a cell has no value and a reason, never 0. Beside FILE.csv go FILE.recipe.yaml, from which \
      the panel can be made again to the same bytes, and FILE.datapackage.json, its codebook.

      Examples:
        entente panel --unit directed-dyad-year --years 1816:2016 --add mids,atop,trade,nmc --out panel.csv
        entente panel --unit dyad-year --years 1946:2010 --add mids,peace-years --only politically-relevant --out prd.dta
        entente panel --unit triad-year --years 1990:2000 --add atop,majors --only third=USA --out triads.csv.gz
        entente panel --recipe panel.recipe.yaml --out again.csv
        entente panel --unit dyad-year --years 1816:2016 --add trade,igos --coverage --out coverage.svg
        entente panel --explain trade

      Formats by the name of the file: .csv, .csv.gz, .dta, .json, .ndjson, .sqlite; there is no Parquet, because no \
      maintained library for it can be linked (docs/methods/panel.md). Without --out the panel goes to standard output.
      """)

  @Option(help: "state-year, dyad-year, directed-dyad-year, triad-year or leader-year.")
  var unit: String?

  @Option(help: "First and last year, FIRST:LAST.")
  var years: String?

  @Option(help: "Families of variables, with commas.")
  var add: String?

  @Option(
    parsing: .upToNextOption,
    help: "Conditions all rows must meet: politically-relevant, contiguous, major, with=USA, 'conttype>=1' …")
  var only: [String] = []

  @Option(parsing: .upToNextOption, help: "Values of earlier years: cinc1:1 or cinc1:1,2 …")
  var lag: [String] = []

  @Option(parsing: .upToNextOption, help: "Values of later years: cowmidonset:1 …")
  var lead: [String] = []

  @Option(help: "Rules that reduce several disputes of a dyad-year to one, with commas, in order.")
  var whittle: String?

  @Option(name: [.customShort("o"), .customLong("out")], help: "File to write.")
  var out: String?

  @Option(help: "csv, json or ndjson on standard output.")
  var format: String = "csv"

  @Option(help: "How a cell without a value is written in CSV: empty, or codes (.a to .e, by reason).")
  var missing: String = "empty"

  @Option(help: "A recipe written before; the other options that say what the panel is are then not allowed.")
  var recipe: String?

  @Flag(help: "Use a recipe although the installed datasets are not of its vintages.")
  var anyVintage = false

  @Flag(help: "List the families, or the variables of the families named as arguments.")
  var explain = false

  @Flag(
    name: .customLong("coverage"),
    help: "Print per decade how many cells have a value, and draw it to FILE.svg with --out.")
  var coverage = false

  @Option(help: "Threads, 1 or 2; the bytes are the same.")
  var workers: Int = 2

  @Flag(help: "Print how long loading, assembling and writing took, on the clock and in processor time.")
  var timings = false

  @Option(help: "Archive file. Default: $ENTENTE_HOME/archive.sqlite, else the user's data folder.")
  var archive: String?

  @Argument(help: "With --explain: families.")
  var families: [String] = []

  func run() throws {
    try CommandFailure.mapping {
      do {
        if explain { return try PanelExplanation(archive: archivePath, families: families).print() }
        if let stray = families.first {
          throw CommandFailure.usage(
            "\"\(stray)\" is not expected: families are named by --add (after --explain by themselves), files by --out")
        }
        try make()
      } catch let error as PanelError {
        throw CommandFailure(panel: error)
      } catch let error as DatasetError {
        throw CommandFailure.usage(error.description)
      }
    }
  }

  var archivePath: String {
    ArchiveLocation.path(explicit: archive, environment: ProcessInfo.processInfo.environment)
  }

  private func make() throws {
    let (request, stored) = try asked()
    var watch = Stopwatch()
    let record = try PanelSource.record(for: request, archive: archivePath)
    if timings { watch.lap("loaded") }
    if let stored { try checkVintages(stored, record) }
    guard !coverage else {
      guard request.unit != .triadYear else {
        throw CommandFailure.usage("--coverage has no triad-year; ask for its dyads")
      }
      let table = try PanelTable.assembled(request, from: record, workers: workers)
      for line in table.log { Terminal.message(line) }
      return try PanelCoverage.print(table, to: out)
    }
    let output = try PanelOutput(path: out, format: format, missing: missing, workers: workers)
    if request.unit == .triadYear {
      try output.write(try TriadStream(request, from: record, workers: workers))
      if timings { watch.lap("made and written") }
      return
    }
    let table = try PanelTable.assembled(request, from: record, workers: workers)
    if timings { watch.lap("assembled") }
    for line in table.log { Terminal.message(line) }
    try output.write(table)
    if timings { watch.lap("written") }
  }

  private func checkVintages(_ stored: RecipeFile, _ record: Record) throws {
    let differing = stored.differences(from: record.vintages)
    guard !differing.isEmpty else { return }
    let text = "the recipe was made with other vintages: \(differing.joined(separator: "; "))"
    guard anyVintage else { throw CommandFailure.data(text + ". Install those, or say --any-vintage") }
    Terminal.message(text)
  }

  /// What the options or the recipe ask for.
  private func asked() throws -> (PanelRequest, RecipeFile?) {
    if let recipe {
      guard unit == nil, years == nil, add == nil, only.isEmpty, lag.isEmpty, lead.isEmpty, whittle == nil else {
        throw CommandFailure.usage(
          "--recipe says what the panel is: leave out --unit, --years, --add, --only and the like")
      }
      let file = try RecipeFile(at: recipe)
      return (file.request, file)
    }
    guard let unit, let parsed = PanelUnit(rawValue: unit) else {
      let known = PanelUnit.allCases.map(\.rawValue).joined(separator: ", ")
      throw CommandFailure.usage("--unit \(unit ?? ""): expected one of \(known)")
    }
    guard let years else { throw CommandFailure.usage("--years is needed, such as 1816:2016") }
    var request = PanelRequest(unit: parsed, years: try PanelRequest.years(years))
    request.add = add.map(list) ?? []
    request.only = only
    request.lag = lag
    request.lead = lead
    if let whittle {
      request.whittle = try list(whittle).map { name in
        guard let rule = WhittleRule(rawValue: name) else {
          throw CommandFailure.usage(
            "--whittle \(name): expected \(WhittleRule.allCases.map(\.rawValue).joined(separator: ", "))")
        }
        return rule
      }
      // The number always decides what the other rules leave.
      if !request.whittle.contains(.number) { request.whittle.append(.number) }
    }
    return (request, nil)
  }

  private func list(_ text: String) -> [String] {
    text.split(separator: ",").map { $0.trimmingCharacters(in: .whitespaces) }.filter { !$0.isEmpty }
  }
}

extension CommandFailure {
  init(panel error: PanelError) {
    switch error {
    case .notInstalled: self = .data(error.description)
    case .inconsistent: self = .data(error.description)
    default: self = .usage(error.description)
    }
  }
}
