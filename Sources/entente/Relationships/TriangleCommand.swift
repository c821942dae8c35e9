import ArgumentParser
import Insights
import Relationships
import StateSystem

/// `entente triangle`.
struct TriangleCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "triangle",
    abstract: "Dittmer's type of a triangle of three states by year, with probabilities, beside structural balance.",
    discussion: """
      Signs come from the levels of `entente fit relationships`: a level within \(Triangle.neutralZone) of 0 is neutral. The figure stacks the types and draws below them how likely balance is. Years in which \
      not all three were members of the state system are gaps.

      Examples:
        entente triangle CHN RUS USA --from 1950
        entente triangle CHN RUS USA --from 1946 --to 1991 --format csv
        entente triangle CHN RUS USA --from 1950 -o triangle.svg

      Exit codes: 0 done; 2 no fit in the archive, or no year with all three pairs; 64 wrong usage.
      """)

  @Argument(help: "Three states.")
  var states: [String]

  @Option(help: "Levels within this of 0 are neutral.")
  var zone = Triangle.neutralZone

  @OptionGroup var options: RelationshipOptions

  func run() throws {
    try CommandFailure.mapping {
      let form = try options.form()
      let found = try states.map { try State.find($0, on: nil) }
      guard found.count == 3, Set(found).count == 3 else {
        throw CommandFailure.usage("expected three different states, found \(states.joined(separator: " "))")
      }
      guard zone >= 0 else { throw CommandFailure.usage("--zone \(zone): expected 0 or more") }
      let opened = try options.open()
      let rows = Triangle.years(
        opened.sourced.table, (found[0].id.cow, found[1].id.cow, found[2].id.cow), years: opened.years, zone: zone)
      guard let first = rows.first?.year, let last = rows.last?.year else {
        let span = "\(opened.years.lowerBound)-\(opened.years.upperBound)"
        throw CommandFailure.data("not covered: in no year of \(span) were all three members of the state system")
      }
      let years = (options.from ?? first)...(options.to ?? last)
      let gaps = YearGap.all(years, without: rows.map(\.year)) {
        TriangleFigure.reason($0, covered: opened.sourced.years)
      }
      for gap in gaps { Terminal.message("note: not covered: \(gap.words)") }
      let figure = TriangleFigure(
        rows, names: found.map(opened.name), years: years, covered: opened.sourced.years, zone: zone,
        source: opened.source
      ).figure
      let text =
        switch form {
        case .csv: try Self.csv(rows, gaps, found, opened.sourced.vintage.version)
        case .json:
          try OutputForm.json(
            TriangleExport(
              states: found.map(\.abbreviation),
              provenance: RelationshipProvenance(opened, seed: nil, draws: nil, readsObligations: false),
              zone: zone, types: TriangleType.allCases.map(\.rawValue), rows: rows, notCovered: gaps))
        case .svg: figure.svg(prefix: "triangle", form: .file) + "\n"
        case .html: IdealPointsPage.page(figure)
        default: try Self.text(rows, found)
        }
      try OutputForm.write(text, to: options.output)
    }
  }

  private static func pairs(_ states: [State]) -> [String] {
    [(0, 1), (0, 2), (1, 2)].map { "\(states[$0.0].abbreviation)-\(states[$0.1].abbreviation)" }
  }

  private static func csv(
    _ rows: [TriangleYear], _ gaps: [YearGap], _ states: [State], _ settings: String
  ) throws -> String {
    var columns: [String] = ["year"]
    for pair in pairs(states) { columns += ["level \(pair)", "sd \(pair)"] }
    columns += TriangleType.allCases.map(\.rawValue)
    columns += ["balanced", "unbalanced"]
    columns += states.map { "pivot \($0.abbreviation)" }
    columns += pairs(states).map { "marriage \($0)" } + ["coverage", "fit"]
    let width = columns.count
    let covered = rows.map { row -> (Int, [String]) in
      var values: [Double] = zip(row.levels, row.deviations).flatMap { [$0, $1] }
      values += row.probabilities
      values += [row.balanced, row.unbalanced]
      values += row.pivots
      values += row.marriages
      return (row.year, [String(row.year)] + values.map { RelationshipText.fixed($0, 3) } + ["covered", settings])
    }
    let missing = gaps.flatMap { gap in
      (gap.first...gap.last).map { year in
        (year, [String(year)] + Array(repeating: "", count: width - 3) + [gap.reason, settings])
      }
    }
    let cells = (covered + missing).sorted { $0.0 < $1.0 }.map(\.1)
    return try TextTable(columns: columns, rows: cells).rendered(.csv)
  }

  private static func text(_ rows: [TriangleYear], _ states: [State]) throws -> String {
    let columns =
      ["year"] + pairs(states) + ["ménage", "romantic", "marriage", "veto", "neutral", "balanced", "most likely"]
    let cells = rows.map { row -> [String] in
      let levels = zip(row.levels, row.deviations).map {
        "\(RelationshipText.fixed($0, 2)) (sd \(RelationshipText.fixed($1, 2)))"
      }
      let shares = (row.probabilities + [row.balanced]).map { RelationshipText.fixed($0, 2) }
      return [String(row.year)] + levels + shares + [likely(row, states)]
    }
    return try TextTable(columns: columns, rows: cells).rendered(.text)
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
}
