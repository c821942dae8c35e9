import Record
import StateSystem
import Statistics

/// What makes two states meet at all, apart from how they stand: distance, contiguity, great powers, size.
///
/// Neighbours trade, quarrel and join the same organisations more than others do. Without these columns the strongest common cause of all
/// indicators would be nearness, and the level would measure it.
/// Missing: a year after the last one of a dataset has the last one's value; a pair without capabilities, or without a capital, has the median.
struct Opportunity: Sendable {
  /// Log of the distance of the capitals over 5,000 km, a chain.
  let logDistance: [Float]
  /// 0 none, 1 land, 2 water of at most 400 miles, a cell.
  let contiguity: [UInt8]
  /// Number of great powers among the two, a cell.
  let majors: [UInt8]
  /// Sum of the logs of the two shares of the system's capabilities, plus 10, a cell.
  let capability: [Float]

  static let scale: Double = 5_000
  /// Capitals nearer than this count as this far, km.
  static let nearest: Double = 50
  private static let floor = 1e-5

  init(
    _ cells: DyadCells, contiguity border: Sourced<DirectContiguity>, majors powers: Sourced<MajorPowers>,
    capitals: Sourced<Capitals>, capabilities: Sourced<Capabilities>
  ) {
    logDistance = Self.distances(cells, capitals.table)
    contiguity = Self.borders(cells, border)
    majors = Self.powers(cells, powers)
    capability = Self.sizes(cells, capabilities.table)
  }

  /// Pairs that matter to each other by nearness or reach: contiguous, or one of the two a great power (Weede 1976, doi:10.1177/002200277602000302).
  var relevance: [UInt8] { zip(contiguity, majors).map { $0 > 0 || $1 > 0 ? 1 : 0 } }

  private static func distances(_ cells: DyadCells, _ table: Capitals) -> [Float] {
    // The last capital of each state: moves within a state's life are small against distances between states.
    var places: [UInt16: (place: SpherePlace, start: Int32)] = [:]
    for row in table.states.indices where table.starts[row] >= places[table.states[row]]?.start ?? .min {
      let place = SpherePlace(latitudeDegrees: table.latitudes[row], longitudeDegrees: table.longitudes[row])
      places[table.states[row]] = (place, table.starts[row])
    }
    var values = cells.dyads.map { dyad -> Float in
      guard let a = places[dyad.first.cow], let b = places[dyad.second.cow] else { return .nan }
      let kilometres: Double = max(a.place.kilometres(to: b.place), nearest)
      return Float(logarithm(kilometres / scale))
    }
    fillWithMedian(&values)
    return values
  }

  private static func borders(_ cells: DyadCells, _ source: Sourced<DirectContiguity>) -> [UInt8] {
    var codes = [UInt8](repeating: 0, count: cells.layout.cells)
    let table = source.table
    for row in table.firsts.indices {
      let isLast = Int(table.endYears[row]) >= source.years.upperBound
      let end = isLast ? cells.years.upperBound : Int(table.endYears[row])
      guard Int(table.beginYears[row]) <= end else { continue }
      for year in Int(table.beginYears[row])...end {
        guard let cell = cells.cell(table.firsts[row], table.seconds[row], year) else { continue }
        codes[cell] = table.kinds[row] == 1 || codes[cell] == 1 ? 1 : 2
      }
    }
    return codes
  }

  private static func powers(_ cells: DyadCells, _ source: Sourced<MajorPowers>) -> [UInt8] {
    var isMajor: [Int: Set<UInt16>] = [:]
    let table = source.table
    for row in table.states.indices {
      let first = Day(number: table.starts[row]).year.value
      let end = table.ends[row] == .max ? Int.max : Day(number: table.ends[row]).year.value
      let last = end >= source.years.upperBound ? cells.years.upperBound : end
      guard first <= last else { continue }
      for year in first...last { isMajor[year, default: []].insert(table.states[row]) }
    }
    var counts = [UInt8](repeating: 0, count: cells.layout.cells)
    cells.forEachCell { cell, year, a, b in
      guard let powers = isMajor[year] else { return }
      counts[cell] = (powers.contains(a) ? 1 : 0) + (powers.contains(b) ? 1 : 0)
    }
    return counts
  }

  /// Years a state's last known share is carried on.
  private static let carried = 10

  private static func sizes(_ cells: DyadCells, _ table: Capabilities) -> [Float] {
    var logs = [Float](repeating: .nan, count: 1_000 * cells.years.count)
    for row in table.states.indices where !table.cinc[row].isNaN && cells.years.contains(Int(table.years[row])) {
      logs[Int(table.states[row]) * cells.years.count + Int(table.years[row]) - cells.years.lowerBound] = Float(
        logarithm(table.cinc[row] + floor))
    }
    for state in 0..<1_000 {
      var known = (value: Float.nan, age: 0)
      for offset in 0..<cells.years.count {
        let at = state * cells.years.count + offset
        if logs[at].isNaN {
          known.age += 1
          if known.age <= carried { logs[at] = known.value }
        } else {
          known = (logs[at], 0)
        }
      }
    }
    var values = [Float](repeating: .nan, count: cells.layout.cells)
    cells.forEachCell { cell, year, a, b in
      let offset = year - cells.years.lowerBound
      values[cell] = logs[Int(a) * cells.years.count + offset] + logs[Int(b) * cells.years.count + offset] + 10
    }
    fillWithMedian(&values)
    return values
  }

  private static func fillWithMedian(_ values: inout [Float]) {
    let known = values.filter { !$0.isNaN }.sorted()
    let median: Float = known.isEmpty ? 0 : known[known.count / 2]
    for i in values.indices where values[i].isNaN { values[i] = median }
  }
}
