import Evidence
import Record
import StateSystem

/// Arms deliveries with what arms measures share: sums by supplier and recipient, comparison classes of years.
final class TransferIndex: Sendable {
  let sourced: Sourced<Transfers>
  private let sums = Memo<ClosedRange<Int>, TransferSums>()

  var table: Transfers { sourced.table }

  init(_ sourced: Sourced<Transfers>) { self.sourced = sourced }

  /// Sums over a range of years.
  func sums(_ years: ClosedRange<Int>) -> TransferSums { sums.value(for: years) { TransferSums(table, years) } }

  /// The covered part of the years asked about.
  func covered(_ asked: ClosedRange<Int>) throws(NotCovered) -> ClosedRange<Int> {
    let overlap = Reason.overlap(asked, sourced.years, "\(sourced.vintage.dataset) \(sourced.vintage.version)")
    guard let years = overlap.value else {
      throw NotCovered(overlap.reason ?? Reason(.outsideYears, "the years are not covered"))
    }
    return years
  }

  /// Throws unless each state is a member of the system in at least one of the years.
  func check(_ states: [State], _ years: ClosedRange<Int>) throws(NotCovered) {
    for state in states where !years.contains(where: { state.isMember(in: Year($0)) }) {
      throw NotCovered(
        .notMember,
        "\(state.name) was not a member of the state system in \(years.lowerBound)-\(years.upperBound)")
    }
  }

  /// Ranges of the same length that end before the years, within the covered years.
  func earlierRanges(_ years: ClosedRange<Int>) -> [ClosedRange<Int>] {
    let last = years.lowerBound - years.count
    guard last >= sourced.years.lowerBound else { return [] }
    return (sourced.years.lowerBound...last).map { $0...($0 + years.count - 1) }
  }

  /// The pair's deliveries and the recipient's total by covered year.
  func series(from supplier: StateID, to recipient: StateID) -> [Int: (pair: Double, total: Double)] {
    var series: [Int: (pair: Double, total: Double)] = [:]
    for row in 0..<table.count where table.recipients[row] == recipient.cow {
      let value = table.values[row]
      series[Int(table.years[row]), default: (0, 0)].total += value
      if table.suppliers[row] == supplier.cow { series[Int(table.years[row]), default: (0, 0)].pair += value }
    }
    return series
  }

  /// Sum of squared shares of the suppliers of a recipient in each of the spans with deliveries.
  func concentrations(of recipient: StateID, in spans: [ClosedRange<Int>]) -> [Double] {
    var bySupplier: [String: [Int: Double]] = [:]
    for row in 0..<table.count where table.recipients[row] == recipient.cow && table.values[row].isFinite {
      let key = TransferSums.supplierKey(table, row)
      bySupplier[key, default: [:]][Int(table.years[row]), default: 0] += table.values[row]
    }
    let suppliers = bySupplier.sorted { $0.key < $1.key }.map(\.value)
    return spans.compactMap { span in
      TransferSums.concentration(suppliers.map { years in span.reduce(0.0) { $0 + (years[$1] ?? 0) } })
    }
  }

  func notes(asked: ClosedRange<Int>, covered: ClosedRange<Int>) -> [String] {
    asked == covered
      ? []
      : [
        "\(sourced.vintage.dataset) \(sourced.vintage.version) covers \(covered.lowerBound)-\(covered.upperBound) of the years asked about"
      ]
  }

  static func text(_ years: ClosedRange<Int>) -> String {
    years.count == 1 ? "\(years.lowerBound)" : "\(years.lowerBound)-\(years.upperBound)"
  }
}

/// Deliveries over a range of years.
struct TransferSums: Sendable {
  struct Pair: Hashable, Sendable {
    let supplier: StateID
    let recipient: StateID
  }

  /// Deliveries between two states.
  private(set) var pairs: [Pair: Double] = [:]
  /// All deliveries to a recipient, also from suppliers that are no states.
  private(set) var totals: [StateID: Double] = [:]
  /// Deliveries to a recipient by the name of the supplier in the source.
  private var suppliers: [StateID: [String: Double]] = [:]

  init(_ table: Transfers, _ years: ClosedRange<Int>) {
    for row in 0..<table.count where years.contains(Int(table.years[row])) && table.values[row].isFinite {
      guard let recipient = StateID(Int(table.recipients[row])) else { continue }
      let value = table.values[row]
      totals[recipient, default: 0] += value
      let supplier = StateID(Int(table.suppliers[row]))
      if let supplier { pairs[Pair(supplier: supplier, recipient: recipient), default: 0] += value }
      suppliers[recipient, default: [:]][Self.supplierKey(table, row), default: 0] += value
    }
  }

  /// Deliveries from one state to another; 0 without a row.
  func deliveries(from supplier: StateID, to recipient: StateID) -> Double {
    pairs[Pair(supplier: supplier, recipient: recipient)] ?? 0
  }

  /// Suppliers of a recipient, by state number or, for one that is no state, by name, in descending order.
  func suppliers(of recipient: StateID) -> [(id: String, value: Double)] {
    (suppliers[recipient] ?? [:]).map { (id: $0.key, value: $0.value) }
      .sorted { $0.value == $1.value ? $0.id < $1.id : $0.value > $1.value }
  }

  /// Every supplier's share of a recipient's deliveries, where there were any.
  var shares: [Double] {
    pairs.sorted { ($0.key.supplier, $0.key.recipient) < ($1.key.supplier, $1.key.recipient) }.compactMap {
      let total = totals[$0.key.recipient] ?? 0
      return total > 0 ? $0.value / total : nil
    }
  }

  /// The concentration of every recipient's suppliers, where there were deliveries.
  var concentrations: [Double] { totals.keys.sorted().compactMap { concentration(of: $0) } }

  /// Sum of squared shares of the suppliers; `nil` without deliveries.
  func concentration(of recipient: StateID) -> Double? {
    Self.concentration(suppliers(of: recipient).map(\.value))
  }

  static func concentration(_ values: [Double]) -> Double? {
    let total: Double = values.reduce(0, +)
    guard total > 0 else { return nil }
    return values.reduce(0) { $0 + ($1 / total) * ($1 / total) }
  }

  /// Number of the supplier, or its name where it is no state.
  static func supplierKey(_ table: Transfers, _ row: Int) -> String {
    StateID(Int(table.suppliers[row]))?.description ?? table.supplierNames[row]
  }
}
