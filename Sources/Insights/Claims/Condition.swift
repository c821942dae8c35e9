import Evidence

/// One thing a claim says of a measured value.
enum Condition: Hashable, Sendable {
  /// Within a tolerance of a number: a share of it, or an amount in the unit.
  case about(Quantity, Tolerance)
  /// What is written, at the precision at which it is written.
  case written(Quantity)
  case moreThan(Quantity)
  case atLeast(Quantity)
  case lessThan(Quantity)
  case atMost(Quantity)
  case between(Quantity, Quantity)
  case before(Quantity)
  case after(Quantity)
  case holds(Bool)
  /// Higher (for a rank: nearer to the first) than at an earlier time.
  case rose(since: String)
  case fell(since: String)
  /// Higher or lower than at any time from then on.
  case highest(since: Int)
  case lowest(since: Int)
  /// The other conditions hold now and held then, and at no time between.
  case first(since: Int)

  enum Tolerance: Hashable, Sendable {
    case relative(Double)
    case absolute(Double)
  }

  /// The numbers the condition names, against which the sentence is read.
  var bounds: [Quantity] {
    switch self {
    case .about(let q, _), .written(let q), .moreThan(let q), .atLeast(let q), .lessThan(let q), .atMost(let q),
      .before(let q), .after(let q):
      [q]
    case .between(let low, let high): [low, high]
    case .holds, .rose, .fell, .highest, .lowest, .first: []
    }
  }
}

/// A measured value as a condition reads it.
struct MeasuredValue: Hashable, Sendable {
  let value: Double
  let low: Double
  let high: Double
  let unit: Unit

  /// A date that is known only to lie between two days is its whole span.
  var isSpan: Bool { unit == .day && low < high }
}

extension Condition {
  /// Whether the condition holds for a value at one time; `nil` for conditions over time.
  ///
  /// - Parameter throughout: the whole interval must satisfy an inequality.
  func holds(for measured: MeasuredValue, throughout: Bool) -> Bool? {
    let low = throughout || measured.isSpan ? measured.low : measured.value
    let high = throughout || measured.isSpan ? measured.high : measured.value
    switch self {
    case .about(let q, .relative(let share)): return (measured.value - q.value).magnitude <= share * q.value.magnitude
    case .about(let q, .absolute(let amount)): return (measured.value - q.value).magnitude <= amount
    case .written(let q):
      return measured.isSpan
        ? measured.low <= q.value + q.precision && measured.high >= q.value - q.precision
        : q.agrees(with: measured.value)
    case .moreThan(let q): return low > q.value
    case .atLeast(let q): return low >= q.value
    case .lessThan(let q): return high < q.value
    case .atMost(let q): return high <= q.value
    case .between(let a, let b): return low >= a.value - a.precision && high <= b.value + b.precision
    case .before(let q): return high < q.value - q.precision
    case .after(let q): return low > q.value + q.precision
    case .holds(let expected): return (measured.value != 0) == expected
    case .rose, .fell, .highest, .lowest, .first: return nil
    }
  }

  /// In words, for tables: `about 8 (within 10 %)`.
  func words(_ unit: Unit) -> String {
    func text(_ q: Quantity) -> String { Wording.claimed(q, unit) }
    switch self {
    case .about(let q, .relative(let share)): return "about \(text(q)), within \(Wording.percent(share, decimals: 0))"
    case .about(let q, .absolute(let amount)):
      return
        "about \(text(q)), within \(Wording.claimed(Quantity(value: amount, precision: 0), unit == .growth ? .share : unit))"
    case .written(let q): return text(q)
    case .moreThan(let q): return "more than \(text(q))"
    case .atLeast(let q): return "at least \(text(q))"
    case .lessThan(let q): return "less than \(text(q))"
    case .atMost(let q): return unit == .rank ? "among the first \(Wording.fixed(q.value, 0))" : "at most \(text(q))"
    case .between(let a, let b): return "between \(text(a)) and \(text(b))"
    case .before(let q): return "before \(text(q))"
    case .after(let q): return "after \(text(q))"
    case .holds(let expected): return expected ? "yes" : "no"
    case .rose(let since): return "rose since \(since)"
    case .fell(let since): return "fell since \(since)"
    case .highest(let since): return "highest since \(since)"
    case .lowest(let since): return "lowest since \(since)"
    case .first(let since): return "for the first time since \(since)"
    }
  }
}

extension Wording {
  /// A number as a claim states it; a date that spans days is printed by its span.
  static func claimed(_ quantity: Quantity, _ unit: Unit) -> String {
    guard unit == .day, quantity.precision > 0 else { return value(quantity.value, unit) }
    return span(quantity.value - quantity.precision, quantity.value + quantity.precision)
  }
}
