/// The answer to a measure request: the estimate or why there is none, where it stands, what it rests on, and caveats.
public struct Finding: Hashable, Sendable, Codable {
  public let request: MeasureRequest
  public let panel: Panel
  public let unit: Unit
  public let result: Covered<Estimate>
  /// Where the value stands: among all dyads of the same time, in the pair's own history, among placebo third powers.
  public let percentiles: [Percentile]
  /// The cases behind a count or a rate: treaties, disputes, sanction cases, wars.
  public let items: [Item]
  /// The comparison class in bins, for drawing.
  public let distribution: Distribution?
  /// Base rates and other values the figure is to be read against.
  public let benchmarks: [Benchmark]
  /// Caveats that must travel with the figure, such as Hong Kong counted with China.
  public let notes: [String]
  /// Whether the figure was computed now or comes from the starter.
  public let origin: Origin

  /// Where a finding was computed.
  public enum Origin: String, Hashable, Sendable, Codable {
    /// Computed from the datasets installed.
    case record
    /// Computed by Entente from the full archive before and kept in the starter.
    case starter
  }

  public init(
    _ request: MeasureRequest, panel: Panel, unit: Unit, result: Covered<Estimate>, percentiles: [Percentile] = [],
    items: [Item] = [], distribution: Distribution? = nil, benchmarks: [Benchmark] = [], notes: [String] = [],
    origin: Origin = .record
  ) {
    self.request = request
    self.panel = panel
    self.unit = unit
    self.result = result
    self.percentiles = percentiles
    self.items = items
    self.distribution = distribution
    self.benchmarks = benchmarks
    self.notes = notes
    self.origin = origin
  }

  /// The same finding with another origin.
  public func from(_ origin: Origin) -> Finding {
    Finding(
      request, panel: panel, unit: unit, result: result, percentiles: percentiles, items: items,
      distribution: distribution, benchmarks: benchmarks, notes: notes, origin: origin)
  }

  /// The estimate, when there is one.
  public var estimate: Estimate? { result.value }

  /// The value, when there is one.
  public var value: Double? { result.value?.value }

  /// A value to read a figure against, such as the rate among all states.
  public struct Benchmark: Hashable, Sendable, Codable {
    public let label: String
    public let value: Double
    /// Chances counted.
    public let n: Int
    /// Unit of the value where it is not that of the finding.
    public let unit: Unit?

    public init(label: String, value: Double, n: Int, unit: Unit? = nil) {
      self.label = label
      self.value = value
      self.n = n
      self.unit = unit
    }
  }

  /// One case behind a figure.
  public struct Item: Hashable, Sendable, Codable {
    /// Number in the source, for example a dispute number or `ATOP:3200`.
    public let id: String
    public let label: String
    /// EDTF date or interval.
    public let date: String
    /// What the case says about the question, for example "joined none" or "same side".
    public let detail: String
    /// Marks used by the measure, for example the obligations of a treaty.
    public let tags: [String]

    public init(id: String, label: String, date: String, detail: String, tags: [String] = []) {
      self.id = id
      self.label = label
      self.date = date
      self.detail = detail
      self.tags = tags
    }
  }
}

/// Counts of a comparison class in bins of equal width over a closed range.
public struct Distribution: Hashable, Sendable, Codable {
  public let low: Double
  public let high: Double
  public let counts: [Int]

  public init(low: Double, high: Double, counts: [Int]) {
    self.low = low
    self.high = high
    self.counts = counts
  }

  /// Counts values in `bins` bins of equal width; a value outside the range counts in the nearest bin, a value that is not
  /// finite is left out. `nil` unless `bins > 0` and `low < high`.
  public init?(of values: [Double], from low: Double, to high: Double, bins: Int) {
    guard bins > 0, low < high else { return nil }
    var counts = [Int](repeating: 0, count: bins)
    let scale: Double = Double(bins) / (high - low)
    for value in values where value.isFinite {
      let position = ((value - low) * scale).rounded(.down)
      counts[Int(min(max(position, 0), Double(bins - 1)))] += 1
    }
    self.init(low: low, high: high, counts: counts)
  }
}

/// Answers measure requests: from a record, or from results computed before.
public protocol Evaluator: Sendable {
  /// The finding for a request. A request that cannot be answered gives a finding whose result says why; it never throws.
  func finding(for request: MeasureRequest) -> Finding
}
