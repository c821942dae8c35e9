import ArgumentParser
import Evidence
import Foundation
import Insights
import Measures
import Partnership
import Record
import StateSystem

/// `entente screen`: all pairs against a third power, to find those worth a brief.
struct ScreenCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "screen",
    abstract: "Screen all pairs of states against a third power for a year: what is pledged beside what is done.",
    discussion: """
      Every pair of members of the state system is placed among all pairs by the deepest obligation in force and by how often \
      it held together on each rung of the cost ladder. The places order pairs for a closer look; they are no measures.

      Examples:
        entente screen --third USA --year 2002 --top 25 --by gap
        entente screen --third RUS --year 1995 --by unpledged --format csv -o pairs.csv
        entente screen --third USA --year 2002 --format svg -o screen.svg

      Exit codes: 0 done; 2 the archive is missing or lacks votes and obligations; 64 wrong usage.
      """)

  enum Format: String, ExpressibleByArgument, CaseIterable {
    case table, json, csv, svg
  }

  @Option(help: "The third power.")
  var third: String

  @Option(help: "The year: conduct to 31 December of it.")
  var year: Int

  @Option(help: "Years of votes read back; disputes, sanctions and wars are read over fifteen.")
  var window = "5y"

  @Option(help: "How many pairs to print; 0 prints all.")
  var top = 25

  @Option(help: "gap (pledged beyond done), unpledged (done beyond pledged), pledge or conduct.")
  var by = "gap"

  @Option(help: "table, json, csv or svg.")
  var format = Format.table

  @Option(name: [.customShort("o"), .long], help: "File to write; `-` or none is standard output.")
  var output: String?

  @OptionGroup var sources: SourceOptions

  func run() throws {
    try CommandFailure.mapping {
      let question = try self.frame
      guard let order = Screen.Order(rawValue: by) else {
        throw CommandFailure.usage(
          "--by \(by): expected \(Screen.Order.allCases.map(\.rawValue).joined(separator: ", "))")
      }
      guard top >= 0 else { throw CommandFailure.usage("--top \(top): expected 0 or more") }
      let record = try sources.open().record
      guard record.rollCalls != nil || record.disputes != nil else {
        throw CommandFailure.data(
          "a screen needs the datasets themselves, votes or disputes at least: install them with `entente data add un-votes cow-mid atop gsdb cow-trade cow-war`"
        )
      }
      let report = self.report(RecordEvaluator(record), question, order)
      let text =
        switch format {
        case .table: report.text
        case .csv: report.csv
        case .svg: report.svg
        case .json: try Self.json(report)
        }
      if let output, output != "-" {
        try Terminal.write(text, to: output)
        Terminal.message("wrote \(output)")
      } else {
        Terminal.print(text)
      }
    }
  }

  /// The question of any pair: it fixes the day, the window and the years.
  private var frame: (third: StateID, asOf: Day, days: ClosedRange<Int32>, years: ClosedRange<Int>) {
    get throws {
      guard let asOf = Day(year, 12, 31), (1816...2200).contains(year) else {
        throw CommandFailure.usage("--year \(year): expected a year such as 2002")
      }
      guard let count = Int(window.hasSuffix("y") ? String(window.dropLast()) : window), (1...100).contains(count)
      else {
        throw CommandFailure.usage("--window \(window): expected years, such as 5y")
      }
      let state = try State.find(third, on: asOf).id
      let other = State.all.filter { $0.id != state && $0.isMember(on: asOf) }.map(\.id)
      guard other.count >= 2 else { throw CommandFailure.data("fewer than two other states were members in \(year)") }
      let question = try Question(other[0], other[1], third: state, asOf: asOf, windowYears: count)
      let start = Day(year - count, 12, 31) ?? asOf
      return (state, asOf, start.number...(asOf.number - 1), question.seriesRange)
    }
  }

  private func report(
    _ evaluator: RecordEvaluator,
    _ frame: (third: StateID, asOf: Day, days: ClosedRange<Int32>, years: ClosedRange<Int>),
    _ order: Screen.Order
  ) -> ScreenReport {
    let members = State.all.filter { $0.isMember(on: frame.asOf) }.map(\.id)
    let rates = PairRates(
      evaluator,
      scope: PairRates.Scope(
        third: frame.third, days: frame.days, years: frame.years, takesFlagged: frame.third == Ladder.flagging),
      members: members)
    let inputs = rates.pairs.indices.map { index in
      let kinds = rates.obligations?[index] ?? []
      return Screen.Input(
        rates.pairs[index], depth: Self.depth(kinds), obligations: kinds.names,
        counts: rates.counts.map { ($0[index].held, $0[index].n) },
        tests: rates.tests.map { $0[index].map { ($0.difference, $0.n, $0.holds) } })
    }
    let screen = Screen(
      third: frame.third, inputs: inputs,
      baseRates: (
        disputes: PairRates.baseRate(evaluator, rung: 4, years: frame.years),
        wars: PairRates.baseRate(evaluator, rung: 5, years: frame.years)
      ), by: order, top: top == 0 ? inputs.count : top)
    return ScreenReport(
      screen, asOf: frame.asOf, order: order, datasets: rates.datasets, generator: "entente \(Entente.version)")
  }

  private static func depth(_ kinds: ObligationKinds) -> Int {
    kinds.contains(.defense) ? 3 : kinds.contains(.consultation) ? 2 : kinds.isEmpty ? 0 : 1
  }

  private static func json(_ report: ScreenReport) throws -> String {
    return try OutputForm.json(report)
  }
}
