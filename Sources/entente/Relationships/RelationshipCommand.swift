import ArgumentParser
import Charts
import Relationships
import StateSystem

/// `entente relationship`.
struct RelationshipCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "relationship",
    abstract: "The level of the relationship of two states by year, beside what their pledge implies.",
    discussion: """
      0 is a pair of which nothing is known; 1 is the long-run standard deviation of pairs that are neighbours or have a great power among \
      them. Smoothed levels know all years, filtered ones only the year and those before. The levels are those of `entente fit relationships`.

      Examples:
        entente relationship CHN SUN --from 1946 --to 1990
        entente relationship FRA GMY --from 1870 --to 1945 --format csv
        entente relationship CHN SUN --from 1946 --to 1990 -o level.html

      Exit codes: 0 done; 2 no fit in the archive, or no level of the pair in these years; 64 wrong usage.
      """)

  @Argument(help: "A state, by name, ISO 3166 code or Correlates of War abbreviation or number.")
  var a: String

  @Argument(help: "Another state.")
  var b: String

  @OptionGroup var options: RelationshipOptions

  func run() throws {
    try CommandFailure.mapping {
      let form = try options.form()
      let (first, second) = (try State.find(a, on: nil), try State.find(b, on: nil))
      guard first.id != second.id else { throw CommandFailure.usage("\(b): expected a state other than \(a)") }
      let opened = try options.open()
      let pledges = opened.obligations.map { PledgeLevels(opened.sourced.table, $0) }
      if pledges == nil { Terminal.message("note: atop is not in the archive, so no level is implied by a pledge") }
      let history = RelationshipHistory(
        opened.sourced.table, pledges, first.id.cow, second.id.cow, years: opened.years, seed: 1)
      guard let firstYear = history.rows.first?.year, let lastYear = history.rows.last?.year else {
        throw CommandFailure.data(
          "not covered: \(first.name) and \(second.name) were not members of the state system together in "
            + "\(opened.years.lowerBound)-\(opened.years.upperBound)")
      }
      let years = (options.from ?? firstYear)...(options.to ?? lastYear)
      let gaps = YearGap.all(years, without: history.rows.map(\.year)) { year in
        Self.reason(year, covered: opened.sourced.years)
      }
      for gap in gaps { Terminal.message("note: not covered: \(gap.words)") }
      let title = "Relationship of \(opened.name(first)) and \(opened.name(second))"
      let text =
        switch form {
        case .csv: try Self.csv(history, gaps, first, second, opened.sourced.vintage.version)
        case .json:
          try OutputForm.json(
            RelationshipExport(
              states: [first.abbreviation, second.abbreviation],
              provenance: RelationshipProvenance(
                opened, seed: 1, draws: RelationshipHistory.draws, readsObligations: true),
              pledges: PledgeClass.allCases.map(\.words), rows: history.rows, departures: history.departures,
              notCovered: gaps))
        case .svg: figure(history, title, opened).svg(prefix: "relationship", form: .file) + "\n"
        case .html: IdealPointsPage.page(figure(history, title, opened))
        default: try Self.text(history)
        }
      try OutputForm.write(text, to: options.output)
    }
  }

  private static func number(_ value: Double?, _ decimals: Int = 3) -> String {
    value.map { RelationshipText.fixed($0, decimals) } ?? ""
  }

  private static func reason(_ year: Int, covered: ClosedRange<Int>) -> String {
    covered.contains(year)
      ? "the two were not members of the state system together"
      : "the levels are of \(covered.lowerBound)–\(covered.upperBound)"
  }

  private static func csv(
    _ history: RelationshipHistory, _ gaps: [YearGap], _ a: State, _ b: State, _ settings: String
  ) throws -> String {
    let columns = [
      "ccode1", "ccode2", "year", "level", "sd", "low95", "high95", "filtered", "filtered_sd", "pledge", "implied",
      "implied_p10", "implied_p90", "p_below", "observed", "coverage", "fit",
    ]
    let covered = history.rows.map { row -> (Int, [String]) in
      var cells: [String] = [a.id.description, b.id.description, String(row.year)]
      for value in [row.level, row.sd, row.low, row.high, row.filtered, row.filteredSD] { cells.append(number(value)) }
      cells.append(row.pledge?.words ?? "")
      for value in [row.implied?.mean, row.implied?.low, row.implied?.high, row.below] { cells.append(number(value)) }
      cells += [row.observed.joined(separator: " "), "covered", settings]
      return (row.year, cells)
    }
    let missing = gaps.flatMap { gap in
      (gap.first...gap.last).map { year in
        let blanks = Array(repeating: "", count: columns.count - 5)
        return (year, [a.id.description, b.id.description, String(year)] + blanks + [gap.reason, settings])
      }
    }
    let rows = (covered + missing).sorted { $0.0 < $1.0 }.map(\.1)
    return try TextTable(columns: columns, rows: rows).rendered(.csv)
  }

  private static func text(_ history: RelationshipHistory) throws -> String {
    let columns = [
      "year", "level", "95 % interval", "filtered", "implied", "p below", "pledge", "what was observed",
    ]
    let rows = history.rows.map { row in
      [
        String(row.year), number(row.level, 2), "\(number(row.low, 2)) to \(number(row.high, 2))",
        number(row.filtered, 2), row.implied.map { number($0.mean, 2) } ?? "-", row.below.map { number($0, 2) } ?? "-",
        row.pledge?.words ?? "obligations not covered", row.observed.joined(separator: ", "),
      ]
    }
    return try TextTable(columns: columns, rows: rows).rendered(.text)
      + history.departures.map { sentence($0) + "\n" }.joined()
  }

  static func sentence(_ departure: RelationshipHistory.Departure) -> String {
    let stretch = "\(departure.pledge.words), \(departure.first)-\(departure.last): "
    let certain =
      departure.firstCertain.map { "below what pairs with this pledge have with 95 % probability from \($0)" }
      ?? "never below what pairs with this pledge have with 95 % probability"
    guard let median = departure.median, let low = departure.low, let high = departure.high else {
      return stretch + certain + "; not below for good (\(number(departure.never * 100, 0)) % of draws end above)"
    }
    return stretch + certain + "; below for good since \(median) (95 % interval \(low) to \(high); "
      + "\(number(departure.always * 100, 0)) % of draws from the first year)"
  }

  private func figure(_ history: RelationshipHistory, _ title: String, _ opened: OpenedRelationships) -> Figure {
    let first = options.from ?? history.rows.first?.year ?? 0
    let years = first...max(first, options.to ?? history.rows.last?.year ?? first)
    let byYear = Dictionary(history.rows.map { ($0.year, $0) }, uniquingKeysWith: { first, _ in first })
    func series(_ name: String, _ reading: (RelationshipHistory.Row) -> Reading?) -> Series {
      Series(
        name,
        years.map { year in
          .init(
            Double(year),
            byYear[year].map { reading($0) ?? .absent("no pledge") }
              ?? .absent(Self.reason(year, covered: opened.sourced.years)))
        })
    }
    var all = [series("level") { .value($0.level, low: $0.low, high: $0.high) }]
    if history.rows.contains(where: { $0.pledge != nil && $0.pledge != PledgeClass.none }) {
      all.append(
        series("implied by pledge") { row in
          row.pledge == PledgeClass.none ? nil : row.implied.map { .value($0.mean) }
        })
    }
    return LineChart(
      text: FigureText(
        title: title,
        subtitle: "smoothed level with 95 % interval; 1 is the long-run standard deviation of near and great pairs",
        source: opened.source, notes: history.departures.map(Self.sentence) + gapNotes(history, years, opened)),
      series: all, format: .number(decimals: 2), yTitle: "level",
      references: Self.references(history.departures, years)
    ).figure
  }

  /// Which years of the figure have no level.
  private func gapNotes(
    _ history: RelationshipHistory, _ years: ClosedRange<Int>, _ opened: OpenedRelationships
  ) -> [String] {
    let gaps = YearGap.all(years, without: history.rows.map(\.year)) { Self.reason($0, covered: opened.sourced.years) }
    return gaps.isEmpty ? [] : ["Not covered: \(gaps.map(\.words).joined(separator: "; "))."]
  }

  private static func references(
    _ departures: [RelationshipHistory.Departure], _ years: ClosedRange<Int>
  ) -> [LineChart.Reference] {
    var found: [LineChart.Reference] = []
    for departure in departures {
      if years.contains(departure.first) {
        found.append(.init(Double(departure.first), "\(departure.pledge.words) owed"))
      }
      if let year = departure.firstCertain, years.contains(year) { found.append(.init(Double(year), "95 % below it")) }
    }
    return found
  }
}
