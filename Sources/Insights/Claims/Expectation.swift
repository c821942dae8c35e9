import Evidence

/// What a claim says: its conditions, all of which must hold, and how they are read.
struct Expectation: Hashable, Sendable {
  var conditions: [Condition] = []
  /// Which number of the finding is meant.
  var read: ReadField = .value
  /// Whether the whole interval must satisfy an inequality.
  var throughout = false

  /// In words, for tables and messages.
  func words(_ unit: Unit) -> String {
    let unit = read.unit(of: unit)
    let parts = conditions.map { $0.words(unit) }
    return Wording.list(parts) + read.suffix + (throughout ? ", over the whole interval" : "")
  }
}

/// Which number of a finding a claim is about.
enum ReadField: String, Hashable, Sendable, CaseIterable {
  case value
  /// Percentile in the first comparison class, 0 to 100.
  case percentile
  /// Percentile in the second class, the pair's own history.
  case history
  /// Observations.
  case n
  /// Cases listed behind the figure.
  case items
  /// Ends of the interval.
  case low, high
  /// The first and the second base rate.
  case benchmark
  case secondBenchmark = "benchmark-2"

  /// What a number of this kind is called after it.
  var suffix: String { self == .percentile || self == .history ? " percentile" : "" }

  func unit(of unit: Unit) -> Unit {
    switch self {
    case .value, .low, .high, .benchmark, .secondBenchmark: unit
    case .percentile, .history: .rank
    case .n, .items: .count
    }
  }

  /// The number of a finding, or why there is none.
  func read(_ finding: Finding) -> Covered<MeasuredValue> {
    let unit = unit(of: finding.unit)
    return finding.result.flatMap { estimate in
      func single(_ value: Double?, _ missing: String) -> Covered<MeasuredValue> {
        value.map { .covered(MeasuredValue(value: $0, low: $0, high: $0, unit: unit)) }
          ?? .notCovered(Reason(.missing, missing))
      }
      func place(_ index: Int) -> Covered<MeasuredValue> {
        guard finding.percentiles.indices.contains(index) else {
          return .notCovered(Reason(.missing, "the figure has no percentile of this kind"))
        }
        let found = finding.percentiles[index]
        return .covered(
          MeasuredValue(value: found.value * 100, low: found.low * 100, high: found.high * 100, unit: unit))
      }
      switch self {
      case .value:
        return .covered(
          MeasuredValue(
            value: estimate.value, low: estimate.interval?.low ?? estimate.value,
            high: estimate.interval?.high ?? estimate.value, unit: unit))
      case .low: return single(estimate.interval?.low, "the figure has no interval")
      case .high: return single(estimate.interval?.high, "the figure has no interval")
      case .n: return single(estimate.n.map(Double.init), "the figure has no number of observations")
      case .items: return single(Double(finding.items.count), "")
      case .benchmark: return single(finding.benchmarks.first?.value, "the figure has no base rate")
      case .secondBenchmark:
        return single(finding.benchmarks.dropFirst().first?.value, "the figure has no second base rate")
      case .percentile: return place(0)
      case .history: return place(1)
      }
    }
  }
}
