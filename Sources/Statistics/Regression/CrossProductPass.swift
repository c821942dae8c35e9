/// One pass over the rows of a design in standardised coordinates.
struct CrossProductPass: Sendable {
  let design: DesignMatrix
  let standardisation: Standardisation

  init(_ design: DesignMatrix, _ standardisation: Standardisation) {
    self.design = design
    self.standardisation = standardisation
  }

  private var triangle: Int { design.columns * (design.columns + 1) / 2 }

  /// Σ f² z zᵀ for factors f by row: the middle of a heteroscedasticity-robust covariance.
  func gram(rowFactors: [Double], workers: Int) -> SquareMatrix {
    let p = design.columns
    let cells = BlockReduction.sum(rows: design.rows, width: triangle, workers: workers) { rows, cells in
      guard let total = cells.baseAddress else { return }
      let strip = StripBuffer(columns: p)
      forEachStrip(rows) { start, count in
        load(start, count, into: strip)
        for j in 0..<p { for i in 0..<count { strip[j][i] *= rowFactors[start + i] } }
        CrossProducts.addLower(strip.base, strip.base, columns: p, count: count, to: total)
      }
    }
    return SquareMatrix(lower: cells, size: p)
  }

  /// Log-likelihood (without constants), gradient and information at γ; writes η, scores and weights by row.
  func evaluate(
    _ family: RegressionFamily, _ gamma: [Double], outcome: [Double], offset: [Double]?, state: inout RowState,
    workers: Int
  ) -> (kernel: Double, gradient: [Double], information: SquareMatrix) {
    let p = design.columns
    let width = 1 + p + triangle
    let sums = state.withPointers { etas, scores, weights in
      BlockReduction.sum(rows: design.rows, width: width, workers: workers) { rows, cells in
        guard let total = cells.baseAddress else { return }
        let z = StripBuffer(columns: p)
        let wz = StripBuffer(columns: p)
        let own = StripBuffer(columns: 4)
        let (eta, y, score, weight) = (own[0], own[1], own[2], own[3])
        forEachStrip(rows) { start, count in
          load(start, count, into: z)
          predict(gamma, z, start, count, offset, into: eta)
          for i in 0..<count { y[i] = outcome[start + i] }
          for i in count..<roundedUp(count) {
            score[i] = 0
            weight[i] = 0
          }
          total[0] += family.evaluate(eta, y, count: count, score: score, weight: weight)
          for j in 0..<p {
            total[1 + j] += CrossProducts.dot(z[j], score, count: count)
            let (from, to) = (z[j], wz[j])
            for i in 0..<roundedUp(count) { to[i] = from[i] * weight[i] }
          }
          CrossProducts.addLower(wz.base, z.base, columns: p, count: count, to: total + 1 + p)
          for i in 0..<count {
            etas[start + i] = eta[i]
            scores[start + i] = score[i]
            weights[start + i] = weight[i]
          }
        }
      }
    }
    return (sums[0], Array(sums[1...p]), SquareMatrix(lower: sums[(1 + p)...], size: p))
  }

  /// zᵀ A z of each row, times its weight: the leverage when A is the inverse information.
  func leverages(_ a: SquareMatrix, weights: [Double], workers: Int) -> [Double] {
    var out = [Double](repeating: 0, count: design.rows)
    out.withUnsafeMutableBufferPointer { out in
      // Every block writes its own rows only.
      nonisolated(unsafe) let out = out
      BlockReduction.forEachBlock(
        (design.rows + BlockReduction.blockRows - 1) / BlockReduction.blockRows, workers: workers
      ) { block in
        let first = block * BlockReduction.blockRows
        for i in first..<min(design.rows, first + BlockReduction.blockRows) {
          let z = row(i)
          var total = 0.0
          for j in 0..<a.n { for k in 0..<a.n { total += z[j] * a[j, k] * z[k] } }
          out[i] = total * weights[i]
        }
      }
    }
    return out
  }

  /// A row in standardised coordinates.
  func row(_ i: Int) -> [Double] {
    (0..<design.columns).map { (design[i, $0] - standardisation.centres[$0]) / standardisation.scales[$0] }
  }

  private func forEachStrip(_ rows: Range<Int>, _ body: (_ start: Int, _ count: Int) -> Void) {
    var start = rows.lowerBound
    while start < rows.upperBound {
      let count = min(CrossProducts.strip, rows.upperBound - start)
      body(start, count)
      start += count
    }
  }

  private func roundedUp(_ count: Int) -> Int { (count + 3) & ~3 }

  /// Standardised columns of the rows, with zeros up to a multiple of four.
  private func load(_ start: Int, _ count: Int, into strip: StripBuffer) {
    for j in 0..<design.columns {
      let centre = standardisation.centres[j]
      let factor: Double = 1 / standardisation.scales[j]
      design.cells[j].withUnsafeBufferPointer { x in
        let to = strip[j]
        for i in 0..<count { to[i] = (x[start + i] - centre) * factor }
        for i in count..<roundedUp(count) { to[i] = 0 }
      }
    }
  }

  private func predict(
    _ gamma: [Double], _ z: StripBuffer, _ start: Int, _ count: Int, _ offset: [Double]?,
    into eta: UnsafeMutablePointer<Double>
  ) {
    if let offset {
      for i in 0..<count { eta[i] = offset[start + i] }
    } else {
      for i in 0..<count { eta[i] = 0 }
    }
    for j in gamma.indices {
      let factor = gamma[j]
      let from = z[j]
      for i in 0..<count { eta[i] += factor * from[i] }
    }
  }
}

/// What a pass leaves behind for each row.
struct RowState: Sendable {
  var predictors: [Double]
  var scores: [Double]
  var weights: [Double]

  init(rows: Int) {
    // Left as they come: a pass writes every row before any is read, and the thread that writes a page first gets it.
    func room() -> [Double] { [Double](unsafeUninitializedCapacity: rows) { _, filled in filled = rows } }
    predictors = room()
    scores = room()
    weights = room()
  }

  /// The pointers are used by several threads at once, each on rows of its own.
  mutating func withPointers<T>(
    _ body: (RowPointer, RowPointer, RowPointer) -> T
  ) -> T {
    predictors.withUnsafeMutableBufferPointer { etas in
      scores.withUnsafeMutableBufferPointer { scores in
        weights.withUnsafeMutableBufferPointer { weights in
          body(RowPointer(cells: etas), RowPointer(cells: scores), RowPointer(cells: weights))
        }
      }
    }
  }
}

/// A buffer of which every thread writes rows of its own; that is why sharing it is safe.
struct RowPointer: @unchecked Sendable {
  fileprivate let cells: UnsafeMutableBufferPointer<Double>

  @inline(__always) subscript(row: Int) -> Double {
    get { cells[row] }
    nonmutating set { cells[row] = newValue }
  }
}
