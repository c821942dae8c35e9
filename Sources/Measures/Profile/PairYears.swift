import Record
import StateSystem

#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  import Glibc
#endif

func logarithmOf(_ x: Double) -> Double { log(x) }

/// Makes the pairs of one year after the other.
package struct PairYears: Sendable {
  let prepared: PreparedRecord
  private let disputes: [DisputeSides]
  private let tradeRows: [Int: Range<Int>]
  private let obligationRows: [Int: Range<Int>]
  private let filtered: [FilteredPositions]

  /// - Parameter filtered: fits of ideal points that knew no later votes.
  package init(_ evaluator: RecordEvaluator, filtered: [FilteredPositions] = []) {
    self.filtered = filtered
    prepared = evaluator.prepared
    let record = prepared.record
    disputes = record.disputes.map { DisputeSides.all($0.table) } ?? []
    tradeRows = record.trade.map { Self.ranges($0.table.years) } ?? [:]
    obligationRows = record.obligationYears.map { Self.ranges($0.table.years) } ?? [:]
  }

  private static func ranges(_ years: [Int16]) -> [Int: Range<Int>] {
    var found: [Int: Range<Int>] = [:]
    var start = 0
    while start < years.count {
      var end = start
      while end < years.count, years[end] == years[start] { end += 1 }
      found[Int(years[start])] = start..<end
      start = end
    }
    return found
  }

  /// The disputes with who stood where in which years.
  var sides: [DisputeSides] { disputes }

  /// Everything known of the pairs at the end of a year.
  ///
  /// - Complexity: O(members² × (members + roll calls) / 64), about 50 ms with votes and predictions.
  package func year(_ year: Int) -> PairYear {
    var pairs = PairYear(year: year)
    addObligations(&pairs, withSimilarity: true)
    addTrade(&pairs)
    addDisputes(&pairs)
    addStates(&pairs)
    addVotes(&pairs)
    if let known = filtered.known(in: year) { pairs.add(known) }
    return pairs
  }

  /// What each has at stake alone: trade, obligations and capabilities.
  package func stakes(_ year: Int) -> PairYear {
    var pairs = PairYear(year: year)
    addObligations(&pairs, withSimilarity: false)
    addTrade(&pairs)
    addCapability(&pairs)
    return pairs
  }

  private func addObligations(_ pairs: inout PairYear, withSimilarity: Bool) {
    guard let sourced = prepared.record.obligationYears, sourced.years.contains(pairs.year) else { return }
    let n = pairs.count
    var owed = [UInt8](repeating: 0, count: n * n)
    let table = sourced.table
    let rows = obligationRows[pairs.year] ?? 0..<0
    for row in rows {
      guard let i = pairs.slot(cow: table.obligors[row]), let j = pairs.slot(cow: table.beneficiaries[row]), i != j
      else { continue }
      owed[i * n + j] |= table.kinds[row]
    }
    pairs.owed = owed
    guard withSimilarity else { return }
    let portfolios = AlliancePortfolios(table, year: pairs.year, rows: rows)
    guard portfolios.states == pairs.states.map(\.cow) else { return }
    var similarity = [Float](repeating: 1, count: n * n)
    for i in 0..<n {
      for j in (i + 1)..<max(n, i + 1) {
        let value = Float(portfolios.crossTable(i, j).similarity(.s, .absolute))
        similarity[i * n + j] = value
        similarity[j * n + i] = value
      }
    }
    pairs.similarity = similarity
  }

  private func addTrade(_ pairs: inout PairYear) {
    guard let sourced = prepared.record.trade, let rows = tradeRows[pairs.year] else { return }
    let n = pairs.count
    let table = sourced.table
    var trade = [Float](repeating: .nan, count: n * n)
    var totals = [Float](repeating: 0, count: n)
    for row in rows {
      guard let i = pairs.slot(cow: table.firsts[row]), let j = pairs.slot(cow: table.seconds[row]) else { continue }
      let flow = DyadTrade(table, row: row)
      guard !(flow.importsOfFirst.isNaN && flow.importsOfSecond.isNaN) else { continue }
      let value = Float(flow.recorded)
      trade[i * n + j] = value
      trade[j * n + i] = value
      totals[i] += value
      totals[j] += value
    }
    pairs.trade = trade
    pairs.tradeTotals = totals
  }

  private func addDisputes(_ pairs: inout PairYear) {
    guard let sourced = prepared.record.disputes, sourced.years.contains(pairs.year) else { return }
    let n = pairs.count
    var beside = [UInt16](repeating: 0, count: n * n)
    var against = beside
    let window = (pairs.year - PairYear.conductYears + 1)...pairs.year
    for dispute in disputes where dispute.first <= window.upperBound && dispute.last >= window.lowerBound {
      let sides = dispute.sides(in: window).map { side in side.compactMap { pairs.slot(cow: $0) } }
      for side in sides {
        for i in side { for j in side where i != j { beside[i * n + j] += 1 } }
      }
      for i in sides[0] {
        for j in sides[1] {
          against[i * n + j] += 1
          against[j * n + i] += 1
        }
      }
    }
    pairs.beside = beside
    pairs.against = against
  }

  private func addStates(_ pairs: inout PairYear) {
    let n = pairs.count
    let record = prepared.record
    if let sourced = record.rivalries, sourced.years.contains(pairs.year) {
      var rivals = [Bool](repeating: false, count: n * n)
      let table = sourced.table
      for row in 0..<table.count
      where Int(table.startYears[row]) <= pairs.year
        && (table.ongoing[row] == 1 || Int(table.endYears[row]) >= pairs.year)
      {
        guard let i = pairs.slot(cow: table.firsts[row]), let j = pairs.slot(cow: table.seconds[row]) else { continue }
        rivals[i * n + j] = true
        rivals[j * n + i] = true
      }
      pairs.rivals = rivals
    }
    if let sourced = record.directContiguity, sourced.years.contains(pairs.year) {
      var neighbours = [Bool](repeating: false, count: n * n)
      let table = sourced.table
      for row in 0..<table.count
      where table.kinds[row] <= 3 && Int(table.beginYears[row]) <= pairs.year && Int(table.endYears[row]) >= pairs.year
      {
        guard let i = pairs.slot(cow: table.firsts[row]), let j = pairs.slot(cow: table.seconds[row]) else { continue }
        neighbours[i * n + j] = true
        neighbours[j * n + i] = true
      }
      pairs.neighbours = neighbours
    }
    addCapability(&pairs)
    if let positions = record.positions?.table, (1...Int(Int16.max)).contains(pairs.year - 1945) {
      let session = Int16(pairs.year - 1945)
      pairs.positions = pairs.states.map { state in
        positions.row(of: state.cow, session: session).map { Float(positions.means[$0]) } ?? .nan
      }
    }
  }

  private func addCapability(_ pairs: inout PairYear) {
    guard let sourced = prepared.record.capabilities, let index = prepared.capabilities else { return }
    pairs.capability = pairs.states.map { state in
      index.row(of: state, in: pairs.year).map { Float(sourced.table.cinc[$0]) } ?? .nan
    }
  }
}
