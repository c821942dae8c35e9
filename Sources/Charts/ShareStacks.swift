/// The shares of several parts added up, year by year.
struct ShareStacks: Sendable {
  struct Column: Sendable {
    var x: Double
    /// Sums up to each part, in order of the parts; empty where the year is not covered.
    var tops: [Double]
    /// Why there is nothing.
    var reason: String?

    var isCovered: Bool { !tops.isEmpty }

    func bottom(_ part: Int) -> Double { part == 0 ? 0 : tops[part - 1] }
    func share(_ part: Int) -> Double { tops[part] - bottom(part) }
  }

  /// A stretch of years in which one part is the largest; `nil` where none is covered.
  struct Stretch: Sendable {
    var part: Int?
    var first: Double
    var last: Double
  }

  var columns: [Column]
  /// The smallest distance between years.
  var step: Double

  /// What rounding may add.
  private static let tolerance = 1e-6

  init(_ parts: [Series]) {
    var readings: [Double: [Int: Reading]] = [:]
    for (index, part) in parts.enumerated() {
      for observation in part.sorted { readings[observation.x, default: [:]][index] = observation.reading }
    }
    step = parts.step
    columns = readings.keys.sorted().map { x in Self.column(x, readings[x] ?? [:], parts) }
  }

  private static func column(_ x: Double, _ readings: [Int: Reading], _ parts: [Series]) -> Column {
    var tops: [Double] = []
    var sum = 0.0
    for (index, part) in parts.enumerated() {
      guard let value = readings[index]?.value else {
        return Column(x: x, tops: [], reason: readings[index]?.reason ?? "no \(part.name)")
      }
      guard value >= 0 else { return Column(x: x, tops: [], reason: "\(part.name) is below 0") }
      sum += value
      tops.append(min(sum, 1))
    }
    guard sum <= 1 + tolerance else { return Column(x: x, tops: [], reason: "the shares add up to more than 1") }
    return Column(x: x, tops: tops, reason: nil)
  }

  /// Stretches of covered years without a gap.
  var runs: [[Column]] {
    var out: [[Column]] = []
    var current: [Column] = []
    for column in columns {
      let isFar = current.last.map { column.x - $0.x > step * 1.5 + 1e-9 } ?? false
      if !column.isCovered || isFar {
        if !current.isEmpty { out.append(current) }
        current = []
      }
      if column.isCovered { current.append(column) }
    }
    if !current.isEmpty { out.append(current) }
    return out
  }

  /// Which part is the largest when, in order of years.
  var largest: [Stretch] {
    var out: [Stretch] = []
    for column in columns {
      var part: Int?
      for index in column.tops.indices where part.map({ column.share(index) > column.share($0) }) ?? true {
        part = index
      }
      if let last = out.last, last.part == part {
        out[out.count - 1].last = column.x
      } else {
        out.append(Stretch(part: part, first: column.x, last: column.x))
      }
    }
    return out
  }

  /// The reasons of the years that are not covered, each with its first and last year.
  var gaps: [(reason: String, first: Double, last: Double)] {
    var out: [(reason: String, first: Double, last: Double)] = []
    var previous: Double?
    for column in columns {
      if let reason = column.reason {
        if let last = out.last, last.reason == reason, last.last == previous {
          out[out.count - 1].last = column.x
        } else {
          out.append((reason, column.x, column.x))
        }
      }
      previous = column.x
    }
    return out
  }

  /// The largest share of a part and its year.
  func peak(_ part: Int) -> (share: Double, x: Double)? {
    columns.filter(\.isCovered).map { ($0.share(part), $0.x) }.max { $0.0 < $1.0 }
  }
}
