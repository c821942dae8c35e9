import Charts
import Evidence
import Partnership
import StateSystem

/// A screen of all pairs as a document: text, JSON-ready value, CSV and a drawing.
public struct ScreenReport: Hashable, Sendable, Codable {
  /// Version of the JSON form.
  public static let schemaVersion = "1"

  public let schema: String
  public let generator: String
  public let methodology: String
  public let thresholds: Ladder.Thresholds
  public let asOf: Day
  public let order: String
  public let datasets: [String]
  public let screen: Screen

  public init(_ screen: Screen, asOf: Day, order: Screen.Order, datasets: [String], generator: String) {
    schema = Self.schemaVersion
    self.generator = generator
    methodology = Brief.methodologyVersion
    thresholds = Ladder.Thresholds()
    self.asOf = asOf
    self.order = order.rawValue
    self.datasets = datasets
    self.screen = screen
  }

  private func name(_ state: StateID) -> String { State.sentenceName(state, on: asOf) }
  private func pair(_ row: Screen.Row) -> String { "\(name(row.a).leadingCapital) and \(name(row.b))" }

  private func limit(_ row: Screen.Row) -> String {
    switch row.outcome {
    case .at: row.limit.map { "at rung \($0.rawValue)" } ?? ""
    case .above: row.limit.map { "above rung \($0.rawValue)" } ?? ""
    case .contradicted: "unordered"
    case .unknown: "unknown"
    }
  }

  private var basis: String {
    screen.isTested
      ? "Rungs 1 to 3 are read as in a brief, by coordination: agreement beyond what ideal points predict, in points, behind the roll calls voted alike."
      : "Rungs 1 to 3 are read by agreement against the middle of all pairs, for want of fitted ideal points; a brief reads them by coordination (`entente fit ideal-points`)."
  }

  /// `2: 150/214 (+1.4)`.
  private static func words(_ rate: Screen.Rate) -> String {
    let count = "\(rate.rung.rawValue): \(rate.held)/\(rate.n)"
    guard let points = rate.coordination else { return count }
    return count + " (\(points < 0 ? "−" : "+")\(Wording.fixed(points.magnitude * 100, 1)))"
  }

  /// The screen as text for a terminal.
  public var text: String {
    var out =
      "# Pairs against \(name(screen.third)), \(Wording.day(asOf)), ordered by \(order)\n\n\(Wording.grouped(screen.pairs)) pairs; \(Wording.grouped(screen.leftOut)) have fewer than \(Screen.fewestRungs) rungs with enough cases and are left out. Pledge, conduct and gap are places among all pairs, for ordering only. \(basis)\n\n"
    out += LimitTable.text(
      ["pair", "obligations", "pledge", "conduct", "gap", "limit", "held on the rungs"],
      screen.rows.map { row in
        [
          pair(row), row.obligations.isEmpty ? "none" : row.obligations.joined(separator: ", "),
          Wording.fixed(row.pledge, 2), Wording.fixed(row.conduct, 2), Wording.fixed(row.gap, 2), limit(row),
          row.rates.map(Self.words).joined(separator: "; "),
        ]
      })
    return out + "\nSource: \(datasets.joined(separator: ", ")); methodology \(methodology).\n"
  }

  /// Long and tidy: a row a pair and rung, with the pair's places repeated.
  public var csv: String {
    var table = DataTable(
      columns: [
        "a", "b", "obligations", "pledge", "conduct", "gap", "limit", "rung", "held", "n", "place", "holds",
        "coordination",
      ],
      rows: [])
    for row in screen.rows {
      for rate in row.rates {
        table.rows.append([
          .text(row.a.description), .text(row.b.description), .text(row.obligations.joined(separator: " ")),
          .number(row.pledge), .number(row.conduct), .number(row.gap), .text(limit(row)),
          .number(Double(rate.rung.rawValue)), .number(Double(rate.held)), .number(Double(rate.n)),
          .number(rate.place), .text(rate.holds ? "yes" : "no"),
          rate.coordination.map { .number($0) } ?? .text(""),
        ])
      }
    }
    return table.csv
  }

  /// Pledge and conduct of each pair as a dumbbell.
  public var svg: String {
    DumbbellChart(
      text: FigureText(
        title: "What is pledged and what is done",
        subtitle: "Places of pairs among all pairs, against \(name(screen.third)), \(Wording.day(asOf))",
        source: datasets.joined(separator: ", ")),
      rows: screen.rows.map { row in
        DumbbellChart.Row(
          pair(row), detail: limit(row), first: .value(row.conduct), second: .value(row.pledge))
      }, firstName: "conduct", secondName: "pledge", format: .percent(), isLogarithmic: false, xTitle: "place",
      showsRatio: false
    ).figure.svg(prefix: "screen", form: .file)
  }
}
