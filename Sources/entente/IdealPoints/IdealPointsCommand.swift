import Archive
import ArgumentParser
import Charts
import Evidence
import Foundation
import Record
import StateSystem

/// `entente ideal-points`: fitted positions, printed and drawn.
struct IdealPointsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "ideal-points",
    abstract: "Print or draw the ideal points of states over sessions, with 90 % posterior intervals.",
    discussion: """
      The positions are those of `entente fit ideal-points`; a state without a vote in a session has none, which is a gap in the line.

      Examples:
        entente ideal-points USA CHN RUS --from 1946
        entente ideal-points GBR FRA --from 1960 --to 1975 --format csv
        entente ideal-points USA CHN RUS --from 1946 -o positions.svg
        entente ideal-points CHN RUS --fit ideal-points-hr

      Exit codes: 0 done; 2 no such fit in the archive, or none of the states has a position in these years; 64 wrong usage.
      """)

  @Argument(help: "States, by name, ISO 3166 code or Correlates of War number.")
  var states: [String]

  @Option(help: "First year; a session counts in the year in which it opens.")
  var from: Int?

  @Option(help: "Last year.")
  var to: Int?

  @Option(help: "Which fit, as in `entente data list`.")
  var fit = "ideal-points"

  @Option(help: "text, csv, json, svg or html. Default: by the ending of -o, else text.")
  var format: String?

  @Option(name: [.customShort("o"), .long], help: "File to write; `-` or none is standard output.")
  var output: String?

  @OptionGroup var archive: FitArchiveOptions

  private struct Row: Encodable {
    let state: String
    let ccode: Int
    let session: Int
    let year: Int
    let votes: Int
    let mean: Double
    let low: Double
    let high: Double
  }

  func run() throws {
    try CommandFailure.mapping {
      let form = try OutputForm(
        named: format, file: output, allowed: [.text, .csv, .json, .svg, .html], default: .text)
      let chosen = try states.map { try State.find($0, on: nil) }
      let record = try Archive(at: archive.path).record([.positions], choosing: [.positions: fit])
      guard let sourced = record.positions else {
        throw CommandFailure.data("\(fit) is not in the archive; `entente fit ideal-points` makes it")
      }
      let table = sourced.table
      let first = from ?? (Int(table.sessions.min() ?? 1) + 1945)
      let last = to ?? (Int(table.sessions.max() ?? 1) + 1945)
      guard first <= last else { throw CommandFailure.usage("--from \(first) is after --to \(last)") }
      let rows = chosen.map { state in (state, Self.rows(of: state, table, years: first...last)) }
      guard rows.contains(where: { !$0.1.isEmpty }) else {
        throw CommandFailure.data(
          "\(fit) covers \(sourced.years.lowerBound)-\(sourced.years.upperBound); none of the states has a position in \(first)-\(last)"
        )
      }
      try OutputForm.write(try text(rows, form, sourced.vintage, years: first...last), to: output)
    }
  }

  private static func rows(of state: State, _ table: Positions, years: ClosedRange<Int>) -> [Row] {
    table.states.indices.filter {
      table.states[$0] == state.id.cow && table.dimensions[$0] == 1 && years.contains(Int(table.sessions[$0]) + 1945)
    }
    .map { i in
      Row(
        state: state.name, ccode: Int(table.states[i]), session: Int(table.sessions[i]),
        year: Int(table.sessions[i]) + 1945, votes: Int(table.votes[i]), mean: table.means[i], low: table.q5[i],
        high: table.q95[i])
    }
  }

  private func text(
    _ rows: [(State, [Row])], _ form: OutputForm, _ vintage: Vintage, years: ClosedRange<Int>
  ) throws -> String {
    let all = rows.flatMap(\.1)
    switch form {
    case .csv:
      return "state,ccode,session,year,n_votes,mean,q5,q95\n"
        + all.map {
          "\($0.state),\($0.ccode),\($0.session),\($0.year),\($0.votes),"
            + [$0.mean, $0.low, $0.high].map { PositionRows.fixed($0, 4) }.joined(separator: ",") + "\n"
        }.joined()
    case .json:
      let encoder = JSONEncoder()
      encoder.outputFormatting = [.prettyPrinted, .sortedKeys]
      return String(decoding: try encoder.encode(all), as: UTF8.self) + "\n"
    case .svg: return figure(rows, vintage, years).svg(prefix: "ideal-points", form: .file) + "\n"
    case .html: return IdealPointsPage.page(figure(rows, vintage, years))
    default: return lines(rows, years)
    }
  }

  /// One line a session, one column a state.
  private func lines(_ rows: [(State, [Row])], _ years: ClosedRange<Int>) -> String {
    let sessions = Set(rows.flatMap { $0.1.map(\.session) }).sorted()
    let names = rows.map { $0.0.name.count > 22 ? $0.0.id.description : $0.0.name }
    func padded(_ text: String) -> String { text + String(repeating: " ", count: max(24 - text.count, 1)) }
    var out = "session  year  " + names.map(padded).joined() + "\n"
    for session in sessions {
      let cells = rows.map { _, own in
        own.first { $0.session == session }.map {
          "\(PositionRows.fixed($0.mean, 2)) [\(PositionRows.fixed($0.low, 2)), \(PositionRows.fixed($0.high, 2))]"
        } ?? "no vote"
      }
      let number = String(session)
      out += String(repeating: " ", count: 7 - number.count) + "\(number)  \(session + 1945)  "
      out += cells.map(padded).joined() + "\n"
    }
    return out
  }

  private func figure(_ rows: [(State, [Row])], _ vintage: Vintage, _ years: ClosedRange<Int>) -> Figure {
    let series = rows.map { state, own in
      Series(
        state.name,
        years.map { year in
          let found = own.first { $0.year == year }
          return Series.Observation(
            Double(year),
            found.map { Reading.value($0.mean, low: $0.low, high: $0.high) } ?? .absent("no contested vote"))
        })
    }
    return LineChart(
      text: FigureText(
        title: "Ideal points in the United Nations General Assembly",
        subtitle: "posterior mean and 90 % interval; standardised, higher is closer to the United States",
        source: "\(vintage.dataset) (\(vintage.version)), computed by Entente from UN votes",
        notes: ["Year: that in which the session opens. Levels over decades depend on what was voted on."]),
      series: series, format: .number(decimals: 2), yTitle: "ideal point"
    ).figure
  }
}
