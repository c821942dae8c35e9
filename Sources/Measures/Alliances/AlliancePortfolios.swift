import Record
import StateSystem

/// The commitments of every system member to every other in a year, valued 0 to 3.
///
/// Value: 3 defence or offence (active military support), 2 neutrality or nonaggression, 1 consultation, 0 none: the order of the
/// Correlates of War types, on the highest obligation that either of the two owes the other in ATOP. A state is taken to defend itself:
/// its own place in its portfolio is 3, as in the literature on S.
/// Missing: a dyad of members without a row has no commitment, which is 0; outside the covered years there are no portfolios.
/// Source: Signorino and Ritter (1999), doi:10.1111/0020-8833.00113; Häge (2011), doi:10.1093/pan/mpr023.
/// Not for: whether a commitment was kept, or how deep it is.
package struct AlliancePortfolios: Sendable {
  package let year: Int
  /// Members of the system in the year, ascending.
  package let states: [UInt16]
  /// Words a plane.
  let words: Int
  /// By state, by value 1 to 3: a bit for each state the value is held towards.
  let planes: [UInt64]

  static func value(_ kinds: ObligationKinds) -> UInt8 {
    if !kinds.isDisjoint(with: [.defense, .offense]) { return 3 }
    if !kinds.isDisjoint(with: [.neutrality, .nonaggression]) { return 2 }
    return kinds.contains(.consultation) ? 1 : 0
  }

  /// - Parameter rows: rows of the table that are of the year.
  init(_ table: ObligationYears, year: Int, rows: Range<Int>) {
    self.year = year
    let states = State.all.filter { $0.isMember(in: Year(year)) }.map(\.id.cow).sorted()
    var place: [UInt16: Int] = [:]
    for (i, state) in states.enumerated() { place[state] = i }
    let n = states.count
    var values = [UInt8](repeating: 0, count: n * n)
    for row in rows {
      guard let i = place[table.obligors[row]], let j = place[table.beneficiaries[row]], i != j else { continue }
      let value = max(values[i * n + j], Self.value(ObligationKinds(rawValue: table.kinds[row])))
      values[i * n + j] = value
      values[j * n + i] = value
    }
    for i in 0..<n { values[i * n + i] = 3 }
    self.states = states
    words = (n + 63) / 64
    var planes = [UInt64](repeating: 0, count: n * 3 * words)
    for i in 0..<n {
      for j in 0..<n where values[i * n + j] > 0 {
        planes[(i * 3 + Int(values[i * n + j]) - 1) * words + j / 64] |= 1 << UInt64(j % 64)
      }
    }
    self.planes = planes
  }

  /// The cross table of two states by their positions in `states`.
  package func crossTable(_ i: Int, _ j: Int) -> PortfolioCrossTable {
    var table = PortfolioCrossTable()
    planes.withUnsafeBufferPointer { planes in
      var placed = 0
      for x in 0..<3 {
        var (first, second, row, column) = (0, 0, 0, 0)
        for word in 0..<words {
          first += planes[(i * 3 + x) * words + word].nonzeroBitCount
          second += planes[(j * 3 + x) * words + word].nonzeroBitCount
        }
        for y in 0..<3 {
          var (both, mirrored) = (0, 0)
          for word in 0..<words {
            both += (planes[(i * 3 + x) * words + word] & planes[(j * 3 + y) * words + word]).nonzeroBitCount
            mirrored += (planes[(i * 3 + y) * words + word] & planes[(j * 3 + x) * words + word]).nonzeroBitCount
          }
          table[x + 1, y + 1] = both
          row += both
          column += mirrored
        }
        // What has no value above 0 on the other side.
        table[x + 1, 0] = first - row
        table[0, x + 1] = second - column
        placed += first + second - column
      }
      table[0, 0] = states.count - placed
    }
    return table
  }

  /// The portfolios of a year; `nil` where the table has no row of it.
  package static func year(_ year: Int, of table: ObligationYears) -> AlliancePortfolios? {
    rowsByYear(table).first { $0.year == year }.map { AlliancePortfolios(table, year: year, rows: $0.rows) }
  }

  /// Rows are in order of year.
  static func rowsByYear(_ table: ObligationYears) -> [(year: Int, rows: Range<Int>)] {
    var out: [(year: Int, rows: Range<Int>)] = []
    var start = 0
    while start < table.count {
      var end = start
      while end < table.count, table.years[end] == table.years[start] { end += 1 }
      out.append((Int(table.years[start]), start..<end))
      start = end
    }
    return out
  }
}
