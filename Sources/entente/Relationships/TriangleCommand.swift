import ArgumentParser
import Charts
import Relationships
import StateSystem

/// `entente triangle`.
struct TriangleCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "triangle",
    abstract: "Dittmer's type of a triangle of three states by year, with probabilities, beside structural balance.",
    discussion: """
      Signs come from the levels of `entente fit relationships`: a level within \(Triangle.neutralZone) of 0 is neutral. Probabilities are \
      shares of \(Triangle.draws) seeded draws.

      Examples:
        entente triangle CHN RUS USA --from 1950
        entente triangle CHN RUS USA --from 1946 --to 1991 --format csv
        entente triangle CHN RUS USA --from 1946 --to 1991 -o triangle.html

      Exit codes: 0 done; 2 no fit in the archive, or no year with all three pairs; 64 wrong usage.
      """)

  @Argument(help: "Three states.")
  var states: [String]

  @Option(help: "First year.")
  var from: Int?

  @Option(help: "Last year.")
  var to: Int?

  @Option(help: "Levels within this of 0 are neutral.")
  var zone = Triangle.neutralZone

  @Option(help: "text, csv, json, svg or html. Default: by the ending of -o, else text.")
  var format: String?

  @Option(name: [.customShort("o"), .long], help: "File to write; `-` or none is standard output.")
  var output: String?

  @Option(help: "Archive file. Default: $ENTENTE_HOME/archive.sqlite, else the user's data folder.")
  var archive: String?

  func run() throws {
    try CommandFailure.mapping {
      let form = try OutputForm(
        named: format, file: output, allowed: [.text, .csv, .json, .svg, .html], default: .text)
      let found = try states.map { try State.find($0, on: nil) }
      guard found.count == 3, Set(found).count == 3 else {
        throw CommandFailure.usage("expected three different states, found \(states.joined(separator: " "))")
      }
      guard zone >= 0 else { throw CommandFailure.usage("--zone \(zone): expected 0 or more") }
      let opened = try OpenedRelationships(archive: archive)
      let (low, high) = (from ?? opened.sourced.years.lowerBound, to ?? opened.sourced.years.upperBound)
      guard low <= high else { throw CommandFailure.usage("--from \(low) is after --to \(high)") }
      let rows = Triangle.years(
        opened.sourced.table, (found[0].id.cow, found[1].id.cow, found[2].id.cow), years: low...high, zone: zone)
      guard !rows.isEmpty else { throw CommandFailure.data("no year in \(low)-\(high) has a level of all three pairs") }
      let version = "\(opened.sourced.vintage.dataset) (\(opened.sourced.vintage.version)), computed by Entente"
      let text =
        switch form {
        case .csv: Self.csv(rows, found)
        case .json: try TreatyTable.json(rows)
        case .svg: Self.figure(rows, found, version, zone).svg(prefix: "triangle") + "\n"
        case .html: IdealPointsPage.page(Self.figure(rows, found, version, zone))
        default: Self.text(rows, found)
        }
      try OutputForm.write(text, to: output)
    }
  }

  private static func pairs(_ states: [State]) -> [String] {
    [(0, 1), (0, 2), (1, 2)].map { "\(states[$0.0].abbreviation)-\(states[$0.1].abbreviation)" }
  }

  private static func csv(_ rows: [TriangleYear], _ states: [State]) -> String {
    var header: [String] = ["year"]
    header += pairs(states).map { "level \($0)" }
    header += TriangleType.allCases.map(\.rawValue)
    header += ["balanced", "unbalanced"]
    header += states.map { "pivot \($0.abbreviation)" }
    header += pairs(states).map { "marriage \($0)" }
    var out = header.joined(separator: ",") + "\n"
    for row in rows {
      var values: [Double] = row.levels
      values += row.probabilities
      values += [row.balanced, row.unbalanced]
      values += row.pivots
      values += row.marriages
      out += "\(row.year)," + values.map { RelationshipText.fixed($0, 3) }.joined(separator: ",") + "\n"
    }
    return out
  }

  private static func text(_ rows: [TriangleYear], _ states: [State]) -> String {
    var out = "year  " + pairs(states).map { RelationshipText.padded($0, 9) }.joined()
    out += "ménage  romantic  marriage  veto   neutral  balanced  most likely\n"
    let widths = [8, 10, 10, 7, 9]
    for row in rows {
      out += "\(row.year)  "
      for level in row.levels { out += RelationshipText.padded(RelationshipText.fixed(level, 2), 9) }
      for (share, width) in zip(row.probabilities, widths) {
        out += RelationshipText.padded(RelationshipText.fixed(share, 2), width)
      }
      out += RelationshipText.padded(RelationshipText.fixed(row.balanced, 2), 10) + likely(row, states) + "\n"
    }
    return out
  }

  /// The likeliest of the types with a sign on every side, and who is the pivot or the couple.
  private static func likely(_ row: TriangleYear, _ states: [State]) -> String {
    func top(_ values: [Double]) -> Int { values.indices.max { values[$0] < values[$1] } ?? 0 }
    let type = TriangleType.allCases[top(Array(row.probabilities.prefix(4)))]
    switch type {
    case .romantic: return "\(type.rawValue), pivot \(states[top(row.pivots)].abbreviation)"
    case .marriage: return "\(type.rawValue), \(pairs(states)[top(row.marriages)])"
    default: return type.rawValue
    }
  }

  private static func figure(_ rows: [TriangleYear], _ states: [State], _ version: String, _ zone: Double) -> Figure {
    let years = (rows.first?.year ?? 0)...(rows.last?.year ?? 0)
    let byYear = Dictionary(rows.map { ($0.year, $0) }, uniquingKeysWith: { first, _ in first })
    return LineChart(
      text: FigureText(
        title: "Triangle of \(states.map(\.name).joined(separator: ", "))",
        subtitle: "probability of each of Dittmer's types; neutral: a level within \(zone) of 0",
        source: version),
      series: TriangleType.allCases.enumerated().map { index, type in
        Series(type.rawValue, years: Array(years), values: years.map { byYear[$0]?.probabilities[index] })
      }, format: .percent(), yTitle: "probability", yDomain: 0...1
    ).figure
  }
}
