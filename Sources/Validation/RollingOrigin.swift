import Measures
import Statistics

/// One model that is put to the test: a name and the quantities it may use.
public struct RivalModel: Hashable, Sendable, Codable {
  public let name: String
  /// Whether it belongs to the profile, or is a rival of it.
  public let isProfile: Bool
  /// Whether one of its quantities is smoothed over years after the profile.
  public let looksAhead: Bool
  let quantities: [ProfileQuantity]

  init(_ name: String, _ quantities: [ProfileQuantity], isProfile: Bool = false) {
    self.name = name
    self.isProfile = isProfile
    self.quantities = quantities
    looksAhead = quantities.contains(.distance) || quantities.contains(.coordination)
  }
}

/// Occasions with their outcome, ready for models: the rows of one question at one lag.
struct Sample {
  /// By quantity, in the order of `ProfileQuantity.allCases`.
  let columns: [[Float]]
  let outcome: [UInt8]
  /// The year of the profile's end or of the occasion, by which a row is dealt to an origin.
  let years: [Int]
  /// The year in which the outcome is known.
  let known: [Int]
  let firsts: [UInt16]
  let seconds: [UInt16]
  /// Dispute, roll call or treaty.
  let groups: [Int32]

  var count: Int { outcome.count }

  /// Further columns by name, for rivals that are no quantity of the profile.
  var extra: [String: [Float]] = [:]

  func column(_ quantity: ProfileQuantity) -> [Float] {
    columns[ProfileQuantity.allCases.firstIndex(of: quantity) ?? 0]
  }

  init(
    columns: [[Float]], outcome: [UInt8], years: [Int], known: [Int], firsts: [UInt16], seconds: [UInt16],
    groups: [Int32], extra: [String: [Float]] = [:]
  ) {
    self.columns = columns
    self.outcome = outcome
    self.years = years
    self.known = known
    self.firsts = firsts
    self.seconds = seconds
    self.groups = groups
    self.extra = extra
  }

  /// The rows of a table at a lag.
  init(_ table: ProfileTable, outcome: Int, lag: Int) {
    let rows = (0..<table.count).filter { Int(table.lags[$0]) == lag }
    columns = table.columns.map { column in rows.map { column[$0] } }
    self.outcome = rows.map { table.outcomes[outcome][$0] }
    years = rows.map { Int(table.years[$0]) }
    known = years
    firsts = rows.map { table.firsts[$0] }
    seconds = rows.map { table.seconds[$0] }
    groups = rows.map { table.groups[$0] }
  }
}

/// Predictions for the years after each origin, from models fitted to what was known at the origin.
///
/// Rows whose outcome was known by an origin are fitted; rows after it and up to the next origin are predicted, each once. No row is predicted by a model
/// that saw its year. A quantity that is not covered takes its mean over the fitted rows and an indicator; where it is covered
/// in fewer than `fewestGroups` of the disputes (roll calls, treaties) with a fitted event, it is left out of that fit, and the indicator likewise. Complexity: a logit an origin and model.
struct RollingOrigin {
  /// Positions of predicted rows in the sample, ascending.
  let rows: [Int]
  /// The origin each was predicted from, as a position in `origins`.
  let windows: [Int]
  /// Probabilities, in the order of `rows`.
  let predicted: [Double]

  static let fewestGroups = 10

  /// - Returns: `nil` if at no origin there are both outcomes to fit and rows to predict.
  init?(_ sample: Sample, _ model: RivalModel, extra: [String] = [], origins: [Int], last: Int, workers: Int = 2) {
    var rows: [Int] = []
    var windows: [Int] = []
    var predicted: [Double] = []
    for (window, origin) in origins.enumerated() {
      let end = window + 1 < origins.count ? origins[window + 1] : last
      let past = (0..<sample.count).filter { sample.known[$0] <= origin }
      let future = (0..<sample.count).filter { sample.years[$0] > origin && sample.years[$0] <= end }
      let events = past.count { sample.outcome[$0] == 1 }
      guard events > 0, events < past.count, !future.isEmpty else { continue }
      let outcome = past.map { Double(sample.outcome[$0]) }
      let columns = FittedColumns(sample, model, extra, past: past)
      let values = [Double](repeating: 1, count: past.count) + columns.values(past)
      guard let design = DesignMatrix(rows: past.count, names: ["(Intercept)"] + columns.names, values: values),
        let fit = try? Regression.fit(.logit, outcome: outcome, design: design, workers: workers)
      else { continue }
      var eta = [Double](repeating: 0, count: future.count)
      for (position, column) in fit.kept.enumerated() {
        let coefficient = fit.coefficients[position]
        for place in future.indices {
          eta[place] += coefficient * (column == 0 ? 1 : columns.value(column - 1, future[place]))
        }
      }
      rows += future
      windows += future.map { _ in window }
      predicted += eta.map { RegressionFamily.logit.mean($0) }
    }
    guard !rows.isEmpty else { return nil }
    self.init(rows: rows, windows: windows, predicted: predicted)
  }

  private init(rows: [Int], windows: [Int], predicted: [Double]) {
    self.rows = rows
    self.windows = windows
    self.predicted = predicted
  }

  /// The predictions of the rows that are wanted.
  func keeping(_ isWanted: (Int) -> Bool) -> RollingOrigin {
    let places = rows.indices.filter { isWanted(rows[$0]) }
    return RollingOrigin(
      rows: places.map { rows[$0] }, windows: places.map { windows[$0] }, predicted: places.map { predicted[$0] })
  }
}

/// The columns of one fit: which quantities are used, and what stands where one is not covered.
private struct FittedColumns {
  private struct Column {
    let name: String
    let values: [Float]
    var unknown: [Float]?
    var filling: Float = 0
  }

  private var columns: [Column] = []

  init(_ sample: Sample, _ model: RivalModel, _ extra: [String], past: [Int]) {
    let indicators = Set(model.quantities.compactMap(\.companion))
    func known(_ unknown: [Float]) -> (known: Int, unknown: Int) {
      let events = past.filter { sample.outcome[$0] == 1 }
      func groups(_ state: Float) -> Int { Set(events.filter { unknown[$0] == state }.map { sample.groups[$0] }).count }
      return (groups(0), groups(1))
    }
    for quantity in model.quantities {
      let values = sample.column(quantity)
      if indicators.contains(quantity) {
        let counts = known(values)
        if counts.known >= RollingOrigin.fewestGroups, counts.unknown >= RollingOrigin.fewestGroups {
          columns.append(Column(name: quantity.rawValue, values: values))
        }
      } else if let companion = quantity.companion {
        let unknown = sample.column(companion)
        guard known(unknown).known >= RollingOrigin.fewestGroups else { continue }
        var (sum, n) = (0.0, 0.0)
        for row in past where unknown[row] == 0 {
          sum += Double(values[row])
          n += 1
        }
        columns.append(
          Column(name: quantity.rawValue, values: values, unknown: unknown, filling: Float(sum / max(n, 1))))
      } else {
        columns.append(Column(name: quantity.rawValue, values: values))
      }
    }
    for name in extra {
      if let values = sample.extra[name] { columns.append(Column(name: name, values: values)) }
    }
  }

  var names: [String] { columns.map(\.name) }

  func value(_ column: Int, _ row: Int) -> Double {
    let own = columns[column]
    if let unknown = own.unknown, unknown[row] == 1 { return Double(own.filling) }
    return Double(own.values[row])
  }

  /// Column by column.
  func values(_ rows: [Int]) -> [Double] {
    var out: [Double] = []
    out.reserveCapacity(rows.count * columns.count)
    for column in columns.indices { for row in rows { out.append(value(column, row)) } }
    return out
  }
}
