import Evidence
import Record
import StateSystem

/// Bilateral trade with what trade measures share: totals of states, series of dyads, comparison classes of years.
///
/// All sums are of flows as the importer recorded them; a flow that is marked missing is left out of a sum and counted.
final class TradeIndex: Sendable {
  let sourced: Sourced<Trade>
  /// Recorded flows of each state and year.
  let sums: TradeSums
  private let years = Memo<Int, TradeYear>()
  private let dyads = Memo<Dyad, [DyadTrade]>()
  private let partnerLists = Memo<StateYear, [PartnerTrade]>()

  var table: Trade { sourced.table }

  private struct StateYear: Hashable, Sendable {
    let state: StateID
    let year: Int
  }

  init(_ sourced: Sourced<Trade>) {
    self.sourced = sourced
    sums = TradeSums(sourced.table)
  }

  /// The dyads of a year.
  func year(_ year: Int) -> TradeYear { years.value(for: year) { TradeYear(table, year, sums) } }

  /// The rows of a dyad in all years, ascending.
  func series(_ dyad: Dyad) -> [DyadTrade] {
    dyads.value(for: dyad) {
      (sums.years.lowerBound...sums.years.upperBound).compactMap { year in
        table.row(of: dyad, in: Year(year)).map { DyadTrade(table, row: $0) }
      }
    }
  }

  /// The row of a dyad and year.
  func dyad(_ dyad: Dyad, _ year: Int) -> DyadTrade? { series(dyad).first { $0.year == year } }

  /// All partners of a state in a year with the recorded flows between the two.
  func partners(of state: StateID, in year: Int) -> [PartnerTrade] {
    partnerLists.value(for: StateYear(state: state, year: year)) {
      table.rows(of: Year(year)).compactMap { row in
        let first = table.firsts[row]
        let second = table.seconds[row]
        guard first == state.cow || second == state.cow,
          let partner = StateID(Int(first == state.cow ? second : first))
        else { return nil }
        return PartnerTrade(partner: partner, trade: DyadTrade(table, row: row))
      }
    }
  }
}

/// The two flows of a dyad in a year; NaN is missing.
struct DyadTrade: Sendable {
  let year: Int
  let importsOfFirst: Double
  let importsOfSecond: Double

  init(_ table: Trade, row: Int) {
    year = Int(table.years[row])
    importsOfFirst = table.importsOfFirst[row]
    importsOfSecond = table.importsOfSecond[row]
  }

  /// Sum of both importers' records; NaN if one is missing.
  var total: Double { importsOfFirst + importsOfSecond }

  /// Sum of those recorded.
  var recorded: Double { (importsOfFirst.isNaN ? 0 : importsOfFirst) + (importsOfSecond.isNaN ? 0 : importsOfSecond) }

  /// Imports of a member of the dyad from the other one; NaN if missing.
  func imports(of state: StateID, in dyad: Dyad) -> Double { state == dyad.first ? importsOfFirst : importsOfSecond }
}

/// A partner of a state and the trade with it.
struct PartnerTrade: Sendable {
  let partner: StateID
  let trade: DyadTrade
}

/// Recorded flows of each state in each year.
struct TradeSums: Sendable {
  let years: ClosedRange<Int>
  private let slots: [Int16]
  private let cells: [Cell]
  private let width: Int

  struct Cell: Sendable {
    /// Recorded imports and recorded imports of all partners from the state.
    var total = 0.0
    /// Imports of all partners from the state, on the partners' records.
    var exports = 0.0
    /// Dyads with a row.
    var dyads: Int32 = 0
    /// Flows marked missing.
    var missing: Int32 = 0
  }

  init(_ table: Trade) {
    let low = Int(table.years.first ?? 0)
    let high = max(low, Int(table.years.last ?? 0))
    var slots = [Int16](repeating: -1, count: 65_536)
    var width: Int16 = 0
    for state in table.firsts where slots[Int(state)] < 0 { slots[Int(state)] = width; width += 1 }
    for state in table.seconds where slots[Int(state)] < 0 { slots[Int(state)] = width; width += 1 }
    var cells = [Cell](repeating: Cell(), count: (high - low + 1) * Int(width))
    let stride = Int(width)
    cells.withUnsafeMutableBufferPointer { cells in
      for row in 0..<table.count {
        let start = (Int(table.years[row]) - low) * stride
        guard start >= 0, start < cells.count else { continue }
        let (ofFirst, ofSecond) = (table.importsOfFirst[row], table.importsOfSecond[row])
        cells[start + Int(slots[Int(table.firsts[row])])].add(imports: ofFirst, exports: ofSecond)
        cells[start + Int(slots[Int(table.seconds[row])])].add(imports: ofSecond, exports: ofFirst)
      }
    }
    years = low...high
    self.slots = slots
    self.cells = cells
    self.width = Int(width)
  }

  /// The sums of a state in a year; `nil` without a row.
  func sums(of state: StateID, in year: Int) -> Cell? {
    let slot = slots[Int(state.cow)]
    guard slot >= 0, years.contains(year) else { return nil }
    let cell = cells[(year - years.lowerBound) * width + Int(slot)]
    return cell.dyads > 0 ? cell : nil
  }
}

extension TradeSums.Cell {
  fileprivate mutating func add(imports: Double, exports flow: Double) {
    dyads += 1
    if imports.isNaN { missing += 1 } else { total += imports }
    if flow.isNaN { missing += 1 } else { total += flow; exports += flow }
  }
}

/// The dyads of a year as comparison classes.
struct TradeYear: Sendable {
  /// Sums of both importers' records, where both are recorded.
  let totals: [Double]
  /// Recorded imports.
  let imports: [Double]
  /// Share of a dyad in the trade of each of its states.
  let shares: [Double]
  /// Share of a state in the exports of another, on the partners' records.
  let exportShares: [Double]

  init(_ table: Trade, _ year: Int, _ sums: TradeSums) {
    var totals: [Double] = []
    var imports: [Double] = []
    var shares: [Double] = []
    var exportShares: [Double] = []
    for row in table.rows(of: Year(year)) {
      let trade = DyadTrade(table, row: row)
      guard let first = StateID(Int(table.firsts[row])), let second = StateID(Int(table.seconds[row])),
        let ofFirst = sums.sums(of: first, in: year), let ofSecond = sums.sums(of: second, in: year)
      else { continue }
      if !trade.importsOfFirst.isNaN {
        imports.append(trade.importsOfFirst)
        if ofSecond.exports > 0 { exportShares.append(trade.importsOfFirst / ofSecond.exports) }
      }
      if !trade.importsOfSecond.isNaN {
        imports.append(trade.importsOfSecond)
        if ofFirst.exports > 0 { exportShares.append(trade.importsOfSecond / ofFirst.exports) }
      }
      guard !trade.total.isNaN else { continue }
      totals.append(trade.total)
      if ofFirst.total > 0 { shares.append(trade.total / ofFirst.total) }
      if ofSecond.total > 0 { shares.append(trade.total / ofSecond.total) }
    }
    self.totals = totals
    self.imports = imports
    self.shares = shares
    self.exportShares = exportShares
  }
}
