import Dispatch
import Record
import StateSystem

/// Eleven indices of similarity for every dyad in every session or calendar year, as columns.
///
/// Rows are in order of period, then of the smaller, then of the larger state number; a dyad without a common roll call in a period
/// has no row. All indices of a row are taken over the same roll calls, those on which both voted, unanimous ones included, so
/// S with absolute distance is 2 × graded - 1. NaN is undefined (kappa and pi without variation).
///
/// The periods are shared out between the workers and put together in order: the columns do not depend on their number.
///
/// - Complexity: O(periods × states² × roll calls / 64); see `docs/measures/Agreement.md` for measured times.
package struct DyadSimilarities: Sendable, Equatable {
  /// What a row is about beside the dyad.
  package enum Unit: String, Sendable, CaseIterable {
    case session
    /// Calendar year of the day of the vote.
    case year
  }

  package private(set) var periods: [Int16] = []
  package private(set) var firsts: [UInt16] = []
  package private(set) var seconds: [UInt16] = []
  /// Common roll calls.
  package private(set) var counts: [Int32] = []
  /// A column an index, in the order of `names`.
  package private(set) var values: [[Double]] = Array(repeating: [], count: Self.names.count)

  package static let names =
    ["exact", "graded"]
    + SimilarityIndex.allCases.flatMap { index in VoteDistance.allCases.map { "\(index.rawValue).\($0.rawValue)" } }

  package var count: Int { periods.count }

  private init() {}

  /// - Parameters:
  ///   - range: sessions or years that are wanted; all by default.
  ///   - workers: 1 for this thread alone, more for all cores.
  package init(_ table: RollCalls, by unit: Unit = .session, in range: ClosedRange<Int>? = nil, workers: Int = 2) {
    var rows: [Int16: [Int32]] = [:]
    for row in 0..<table.count {
      let period =
        switch unit {
        case .session: table.sessions[row]
        case .year: Int16(truncatingIfNeeded: Day(number: table.days[row]).year.value)
        }
      guard range?.contains(Int(period)) ?? true else { continue }
      rows[period, default: []].append(Int32(truncatingIfNeeded: row))
    }
    let jobs = rows.sorted { $0.key < $1.key }
    let parts = Memo<Int, DyadSimilarities>()
    @Sendable func part(_ job: Int) -> DyadSimilarities {
      parts.value(for: job) { DyadSimilarities(table, period: jobs[job].key, rows: jobs[job].value) }
    }
    if workers > 1 { DispatchQueue.concurrentPerform(iterations: jobs.count) { _ = part($0) } }
    self.init(joining: jobs.indices.map(part), workers: workers)
  }

  private init(joining parts: [DyadSimilarities], workers: Int) {
    let total = parts.reduce(0) { $0 + $1.count }
    periods.reserveCapacity(total)
    firsts.reserveCapacity(total)
    seconds.reserveCapacity(total)
    counts.reserveCapacity(total)
    for part in parts {
      periods += part.periods
      firsts += part.firsts
      seconds += part.seconds
      counts += part.counts
    }
    let columns = Memo<Int, [Double]>()
    @Sendable func column(_ index: Int) -> [Double] {
      columns.value(for: index) {
        var out: [Double] = []
        out.reserveCapacity(total)
        for part in parts { out += part.values[index] }
        return out
      }
    }
    if workers > 1 { DispatchQueue.concurrentPerform(iterations: values.count) { _ = column($0) } }
    values = values.indices.map(column)
  }

  /// The dyads of one period.
  private init(_ table: RollCalls, period: Int16, rows: [Int32]) {
    let planes = VotePlanes(table, rows: rows, reading: VoteCoding.exact.reading)
    let width = Self.names.count
    let most = planes.states.count * (planes.states.count - 1) / 2
    var cells: [Double] = []
    cells.reserveCapacity(most * width)
    firsts.reserveCapacity(most)
    seconds.reserveCapacity(most)
    counts.reserveCapacity(most)
    planes.forEachCrossTable { i, j, cross in
      guard cross.n > 0 else { return }
      firsts.append(planes.states[i])
      seconds.append(planes.states[j])
      counts.append(Int32(truncatingIfNeeded: cross.n))
      cells.append(cross.exact)
      cells.append(cross.graded)
      cells.append(cross.s(.nominal))
      cells.append(cross.s(.absolute))
      cells.append(cross.s(.squared))
      cells.append(cross.kappa(.nominal))
      cells.append(cross.kappa(.absolute))
      cells.append(cross.kappa(.squared))
      cells.append(cross.pi(.nominal))
      cells.append(cross.pi(.absolute))
      cells.append(cross.pi(.squared))
    }
    periods = Array(repeating: period, count: firsts.count)
    for column in values.indices {
      values[column] = firsts.indices.map { cells[$0 * width + column] }
    }
  }
}
