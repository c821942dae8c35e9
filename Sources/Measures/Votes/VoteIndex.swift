import Record
import StateSystem

/// The roll calls of a record with what vote measures share: tallies, votes by state, selections and comparison classes.
final class VoteIndex: Sendable {
  let sourced: Sourced<RollCalls>
  let tallies: RollCallTallies
  /// Votes by state, then by roll call: the matrix of the record with rows and columns exchanged.
  private let votesByState: [UInt8]
  let sessions: ClosedRange<Int>
  private let selections = Memo<RollCallCriteria, [Int32]>()
  private let classes = Memo<DyadClassKey, DyadClass>()

  var table: RollCalls { sourced.table }

  init(_ sourced: Sourced<RollCalls>) {
    self.sourced = sourced
    let table = sourced.table
    tallies = RollCallTallies(table)
    votesByState = Self.exchanged(table.votes, rows: table.count, columns: table.states.count)
    sessions = Int(table.sessions.min() ?? 0)...Int(table.sessions.max() ?? 0)
  }

  /// The matrix with rows and columns exchanged, in blocks that stay in the cache.
  private static func exchanged(_ cells: [UInt8], rows: Int, columns: Int) -> [UInt8] {
    let block = 64
    return [UInt8](unsafeUninitializedCapacity: cells.count) { target, filled in
      cells.withUnsafeBufferPointer { source in
        for top in stride(from: 0, to: rows, by: block) {
          for column in 0..<columns {
            for row in top..<min(top + block, rows) { target[column * rows + row] = source[row * columns + column] }
          }
        }
      }
      filled = rows * columns
    }
  }

  /// The votes of a state over all roll calls; `nil` if the record has none of it.
  func votes(of state: StateID) -> StateVotes? {
    table.column(of: state).map { StateVotes(cells: votesByState, start: $0 * table.count) }
  }

  /// Roll calls of all sessions that meet the criteria, ascending.
  func rows(meeting criteria: RollCallCriteria) -> [Int32] {
    selections.value(for: criteria) {
      let third = criteria.third.flatMap { votes(of: $0) }
      return (0..<table.count).compactMap { row in
        meets(criteria, row: row, third: third) ? Int32(truncatingIfNeeded: row) : nil
      }
    }
  }

  /// Roll calls in the span that meet the criteria, ascending.
  func rows(meeting criteria: RollCallCriteria, in span: RollCallSpan) -> [Int32] {
    rows(meeting: criteria).filter { span.contains(session: table.sessions[Int($0)], day: table.days[Int($0)]) }
  }

  private func meets(_ criteria: RollCallCriteria, row: Int, third: StateVotes?) -> Bool {
    if let issue = criteria.issue, table.issues[row] & issue.rawValue == 0 { return false }
    if criteria.dropsUnanimous, tallies.isUnanimous(row) { return false }
    if !tallies.hasMinority(row, perMille: criteria.minority.perMille) { return false }
    switch criteria.set {
    case .all: return true
    case .flagged: return table.important[row] == 1
    case .opposed, .unopposed, .alone:
      guard let third else { return false }
      return tallies.isIn(criteria.set, row, vote: third[row])
    }
  }

  /// All dyads on the same roll calls.
  func dyadClass(_ key: DyadClassKey, make: () -> DyadClass) -> DyadClass { classes.value(for: key, make: make) }
}

/// The votes of one state over all roll calls of a record.
struct StateVotes: Sendable {
  fileprivate let cells: [UInt8]
  fileprivate let start: Int

  @inline(__always) subscript(row: Int) -> UInt8 { cells[start + row] }
  @inline(__always) subscript(row: Int32) -> UInt8 { cells[start + Int(row)] }
}
