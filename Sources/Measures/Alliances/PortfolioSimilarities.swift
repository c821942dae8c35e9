import Dispatch
import Record

/// Ten indices of similarity of alliance portfolios for every dyad of system members in every covered year.
///
/// Rows are in order of year, then of the smaller, then of the larger state number. NaN is undefined. The years are shared out between the
/// workers and put together in order: the rows do not depend on their number.
///
/// - Complexity: O(years × members³ / 64).
package struct PortfolioSimilarities: Sendable {
  package private(set) var years: [Int16] = []
  package private(set) var firsts: [UInt16] = []
  package private(set) var seconds: [UInt16] = []
  /// States that both could be committed to.
  package private(set) var counts: [Int32] = []
  /// Row by row, in the order of `names`.
  package private(set) var cells: [Double] = []
  /// S weighted by capabilities, with absolute and with squared distance; empty where no weights were given.
  package private(set) var weightedAbsolute: [Double] = []
  package private(set) var weightedSquared: [Double] = []

  package static let names =
    ["exact"]
    + SimilarityIndex.allCases.flatMap { index in VoteDistance.allCases.map { "\(index.rawValue).\($0.rawValue)" } }

  package var count: Int { years.count }

  private init() {}

  package init(
    _ table: ObligationYears, in range: ClosedRange<Int>? = nil, weights: CapabilityWeights? = nil, workers: Int = 2
  ) {
    let jobs = AlliancePortfolios.rowsByYear(table).filter { range?.contains($0.year) ?? true }
    let parts = Memo<Int, PortfolioSimilarities>()
    @Sendable func part(_ job: Int) -> PortfolioSimilarities {
      parts.value(for: job) {
        PortfolioSimilarities(AlliancePortfolios(table, year: jobs[job].year, rows: jobs[job].rows), weights)
      }
    }
    if workers > 1 { DispatchQueue.concurrentPerform(iterations: jobs.count) { _ = part($0) } }
    for job in jobs.indices {
      let own = part(job)
      years += own.years
      firsts += own.firsts
      seconds += own.seconds
      counts += own.counts
      cells += own.cells
      weightedAbsolute += own.weightedAbsolute
      weightedSquared += own.weightedSquared
    }
  }

  private init(_ portfolios: AlliancePortfolios, _ weights: CapabilityWeights?) {
    let n = portfolios.states.count
    let weighted = weights.map {
      AlliancePortfolios.Weighted(portfolios, $0.weights(of: portfolios.states, in: portfolios.year))
    }
    for i in 0..<n {
      for j in (i + 1)..<max(n, i + 1) {
        let table = portfolios.crossTable(i, j)
        years.append(Int16(truncatingIfNeeded: portfolios.year))
        firsts.append(portfolios.states[i])
        seconds.append(portfolios.states[j])
        counts.append(Int32(truncatingIfNeeded: table.n))
        cells.append(table.exact)
        for index in SimilarityIndex.allCases {
          for distance in VoteDistance.allCases { cells.append(table.similarity(index, distance)) }
        }
        if let (absolute, squared) = weighted?.s(i, j) {
          weightedAbsolute.append(absolute)
          weightedSquared.append(squared)
        }
      }
    }
  }

  /// The rows as CSV, numbers in full; an undefined index is an empty field.
  package func csv(workers: Int = 2) -> [[UInt8]] {
    let width = Self.names.count
    let header =
      "year,ccode1,ccode2,n," + Self.names.map { $0.replacing(".", with: "_") }.joined(separator: ",") + "\n"
    let size = 16_384
    let pieces = Memo<Int, [UInt8]>()
    let number = (count + size - 1) / size
    @Sendable func piece(_ index: Int) -> [UInt8] {
      pieces.value(for: index) {
        var out: [UInt8] = []
        for row in index * size..<min(count, (index + 1) * size) {
          var line = "\(years[row]),\(firsts[row]),\(seconds[row]),\(counts[row])"
          for column in 0..<width {
            let value = cells[row * width + column]
            line += value.isNaN ? "," : ",\(value)"
          }
          out.append(contentsOf: (line + "\n").utf8)
        }
        return out
      }
    }
    if workers > 1 { DispatchQueue.concurrentPerform(iterations: number) { _ = piece($0) } }
    return [Array(header.utf8)] + (0..<number).map(piece)
  }
}
