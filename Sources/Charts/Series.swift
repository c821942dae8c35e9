/// A named sequence of readings over years or another number.
public struct Series: Hashable, Sendable {
  public struct Observation: Hashable, Sendable {
    public var x: Double
    public var reading: Reading

    public init(_ x: Double, _ reading: Reading) {
      self.x = x
      self.reading = reading
    }
  }

  public var name: String
  public var observations: [Observation]
  /// Neighbours further apart than this are not joined; `nil`: one and a half times the smallest distance in the chart.
  public var joinsUpTo: Double?

  public init(_ name: String, _ observations: [Observation], joinsUpTo: Double? = nil) {
    self.name = name
    self.observations = observations
    self.joinsUpTo = joinsUpTo
  }

  /// A series over years; a year without value becomes a gap.
  public init(_ name: String, years: [Int], values: [Double?], absent reason: String = "not covered") {
    self.init(
      name,
      zip(years, values).map { year, value in
        Observation(Double(year), value.map { .value($0) } ?? .absent(reason))
      })
  }

  /// In order of x, without observations whose x is not finite.
  var sorted: [Observation] {
    observations.enumerated().filter { $0.element.x.isFinite }
      .sorted { ($0.element.x, $0.offset) < ($1.element.x, $1.offset) }
      .map(\.element)
  }

  var covered: [Observation] { sorted.filter { $0.reading.value != nil } }

  /// Stretches without a gap.
  func runs(step: Double) -> [[Observation]] {
    let reach = (joinsUpTo ?? step * 1.5) + 1e-9
    var out: [[Observation]] = []
    var current: [Observation] = []
    for observation in sorted {
      let isFar = current.last.map { observation.x - $0.x > reach } ?? false
      if observation.reading.value == nil || isFar {
        if !current.isEmpty { out.append(current) }
        current = []
      }
      if observation.reading.value != nil { current.append(observation) }
    }
    if !current.isEmpty { out.append(current) }
    return out
  }
}

extension [Series] {
  /// The smallest positive distance between neighbouring observations of any series, covered or not.
  var step: Double {
    var least = Double.infinity
    for series in self {
      let xs = series.sorted.map(\.x)
      for (a, b) in zip(xs, xs.dropFirst()) where b > a { least = Swift.min(least, b - a) }
    }
    return least.isFinite ? least : 1
  }

  /// The range of x over all observations, covered or not.
  var xDomain: ClosedRange<Double>? {
    let xs = flatMap { $0.sorted.map(\.x) }
    guard let low = xs.min(), let high = xs.max() else { return nil }
    return low...high
  }

  /// The range of values and intervals.
  var extent: ClosedRange<Double>? {
    let values = flatMap { $0.observations.flatMap(\.reading.extent) }
    guard let low = values.min(), let high = values.max() else { return nil }
    return low...high
  }

  /// Long form: one row per series and x.
  func table(x: String) -> DataTable {
    DataTable(
      columns: ["series", x] + Reading.columns,
      rows: flatMap { series in
        series.sorted.map { [.text(series.name), .number($0.x)] + $0.reading.cells }
      })
  }

  /// Each series' first and last value in words.
  func summary(format: NumberFormat, x: NumberFormat = .year) -> String {
    map { series in
      guard let first = series.covered.first, let last = series.covered.last,
        let start = first.reading.value, let end = last.reading.value
      else { return "\(series.name): \(series.observations.first?.reading.reason ?? "no data")" }
      guard first.x < last.x else { return "\(series.name): \(format(start)) in \(x(first.x))" }
      return "\(series.name): \(format(start)) in \(x(first.x)), \(format(end)) in \(x(last.x))"
    }.joined(separator: "; ")
  }
}
