extension RegressionFit {
  /// The covariance of the coefficients.
  ///
  /// Formula: A⁻¹ B A⁻¹, A the expected information and B the sum of outer products of scores: of rows (robust); of sums over clusters,
  /// with alternating signs over the intersections of several groupings (clustered); or over all pairs of rows that share a member of
  /// their dyads, Σ_m u_m u_mᵀ - Σ_d D_d D_dᵀ with u_m the sum of scores of the rows with member m and D_d of the rows of dyad d (dyadic).
  /// Tests use the t distribution for `gaussian`, with n - k or, clustered, G - 1 degrees of freedom for the smallest G, else the normal.
  /// Complexity: O(n k + G k²).
  /// Source: White (1980), doi:10.2307/1912934; Cameron, Gelbach and Miller (2011), doi:10.1198/jbes.2010.07136; Aronow, Samii and
  /// Assenova (2015), doi:10.1093/pan/mpv018.
  /// Not for: fewer than about 30 clusters, or members.
  public func covariance(_ kind: ErrorKind) throws(RegressionError) -> CoefficientCovariance {
    switch kind {
    case .classic:
      return finished(
        dispersion * bread,
        family == .gaussian ? "classic, homoscedastic" : "classic, inverse expected information", clusters: nil)
    case .robust(let correction): return robust(correction)
    case .clustered(let groupings, let correction): return try clustered(groupings, correction)
    case .dyadic(let first, let second, let correction): return try dyadic(first, second, correction)
    }
  }

  private func robust(_ correction: ErrorKind.RobustCorrection) -> CoefficientCovariance {
    let pass = CrossProductPass(design, standardisation)
    let (n, k) = (Double(rows), Double(names.count))
    var notes: [RegressionWarning] = []
    var factors = scores
    if correction == .hc2 || correction == .hc3 {
      let leverages = pass.leverages(bread, weights: weights, workers: workers)
      var full = 0
      for i in factors.indices {
        let left: Double = 1 - leverages[i]
        if left < 1e-10 {
          full += 1
          factors[i] = 0
        } else {
          factors[i] /= correction == .hc2 ? left.squareRoot() : left
        }
      }
      if full > 0 { notes.append(.fullLeverage(rows: full)) }
    }
    let meat = pass.gram(rowFactors: factors, workers: workers)
    let scale: Double = correction == .hc1 ? n / (n - k) : 1
    return finished(
      scale * bread.around(meat), "heteroscedasticity-robust, \(correction.rawValue)", clusters: nil, notes)
  }

  private func clustered(
    _ groupings: [ErrorKind.Grouping], _ correction: ErrorKind.ClusterCorrection
  ) throws(RegressionError) -> CoefficientCovariance {
    for grouping in groupings where grouping.codes.count != rows {
      throw .lengths(what: "cluster \(grouping.name)", found: grouping.codes.count, expected: rows)
    }
    var meat = SquareMatrix(names.count)
    // Every non-empty set of groupings, with sign + for an odd number of them.
    for subset in 1..<max(1 << groupings.count, 1) {
      let chosen = groupings.indices.filter { subset >> $0 & 1 == 1 }.map { groupings[$0] }
      guard let first = chosen.first else { continue }
      let joint = chosen.dropFirst().reduce(first) { $0.intersection($1) }
      let sums = ClusterSums(
        pass: CrossProductPass(design, standardisation), scores: scores, grouping: joint, workers: workers)
      let factor = correction.factor(clusters: joint.count, rows: rows, columns: names.count)
      let sign: Double = chosen.count % 2 == 1 ? 1 : -1
      meat = meat + sign * factor * sums.outerProducts
    }
    let fewest = groupings.map(\.count).min() ?? 0
    let words = groupings.map { "\($0.name) (\($0.count))" }.joined(separator: " and ")
    let ways = groupings.count == 1 ? "clustered" : "\(groupings.count)-way clustered"
    return finished(bread.around(meat), "\(ways) on \(words), \(correction.rawValue)", clusters: fewest)
  }

  private func dyadic(
    _ first: ErrorKind.Grouping, _ second: ErrorKind.Grouping, _ correction: ErrorKind.ClusterCorrection
  ) throws(RegressionError) -> CoefficientCovariance {
    for grouping in [first, second] where grouping.codes.count != rows {
      throw .lengths(what: "dyad member \(grouping.name)", found: grouping.codes.count, expected: rows)
    }
    let count = Int(max(first.codes.max() ?? 0, second.codes.max() ?? 0)) + 1
    let pass = CrossProductPass(design, standardisation)
    let members = ClusterSums(
      pass: pass, scores: scores, first: first.codes, second: second.codes, count: count, workers: workers)
    let dyads = ErrorKind.Grouping.pairs(first.codes, second.codes, names: "dyad")
    let repeated = ClusterSums(pass: pass, scores: scores, grouping: dyads, workers: workers)
    let factor = correction.factor(clusters: members.occupied, rows: rows, columns: names.count)
    let meat = factor * (members.outerProducts - repeated.outerProducts)
    let words =
      "dyadic-robust on \(first.name) and \(second.name) (\(members.occupied) members, \(dyads.count) dyads),"
      + " \(correction.rawValue)"
    return finished(bread.around(meat), words, clusters: members.occupied)
  }

  /// Takes a covariance from standardised coordinates to those of the design.
  private func finished(
    _ standardised: SquareMatrix, _ method: String, clusters: Int?, _ notes: [RegressionWarning] = []
  ) -> CoefficientCovariance {
    let matrix = standardisation.covariance(standardised)
    var notes = notes
    if let clusters, clusters < Self.fewClusters { notes.append(.fewClusters(count: clusters)) }
    let negative = names.indices.filter { matrix[$0, $0] < 0 }
    if !negative.isEmpty { notes.append(.negativeVariance(columns: negative.map { names[$0] })) }
    let freedom: Double? = family == .gaussian ? clusters.map { Double($0 - 1) } ?? Double(freedom) : nil
    return CoefficientCovariance(matrix: matrix, method: method, freedom: freedom, warnings: notes)
  }

  /// Below this number of clusters a warning is given.
  static let fewClusters = 30
}

/// Sums of scores by cluster.
struct ClusterSums {
  private let columns: Int
  /// Cluster by cluster.
  private let sums: [Double]
  /// Clusters with a row.
  let occupied: Int

  init(pass: CrossProductPass, scores: [Double], grouping: ErrorKind.Grouping, workers: Int = 1) {
    self.init(
      pass: pass, scores: scores, first: grouping.codes, second: nil, count: grouping.count, workers: workers)
  }

  /// With `second`, a row counts in both of its groups; once where they are the same.
  ///
  /// The sums of a column are made by one thread in the order of the rows: the same bytes on any number of threads.
  init(
    pass: CrossProductPass, scores: [Double], first: [Int32], second: [Int32]?, count: Int, workers: Int = 1
  ) {
    let p = pass.design.columns
    let n = pass.design.rows
    let standardisation = pass.standardisation
    columns = p
    var sums = [Double](repeating: 0, count: count * p)
    var seen = [Bool](repeating: false, count: count)
    sums.withUnsafeMutableBufferPointer { sums in
      // Every block writes the cells of its own column only.
      nonisolated(unsafe) let sums = sums
      BlockReduction.forEachBlock(p, workers: workers) { j in
        let centre = standardisation.centres[j]
        let factor: Double = 1 / standardisation.scales[j]
        pass.design.cells[j].withUnsafeBufferPointer { x in
          for i in 0..<n {
            let value: Double = (x[i] - centre) * factor * scores[i]
            let group = Int(first[i])
            sums[group * p + j] += value
            if let second, second[i] != first[i] { sums[Int(second[i]) * p + j] += value }
          }
        }
      }
    }
    for i in 0..<n {
      seen[Int(first[i])] = true
      if let second { seen[Int(second[i])] = true }
    }
    self.sums = sums
    occupied = seen.count { $0 }
  }

  /// Σ u uᵀ.
  var outerProducts: SquareMatrix {
    let p = columns
    var cells = [Double](repeating: 0, count: p * p)
    cells.withUnsafeMutableBufferPointer { cells in
      sums.withUnsafeBufferPointer { sums in
        for group in stride(from: 0, to: sums.count, by: max(p, 1)) {
          for j in 0..<p {
            let factor = sums[group + j]
            for k in 0...j { cells[j * p + k] += factor * sums[group + k] }
          }
        }
      }
      for j in 0..<p { for k in 0..<j { cells[k * p + j] = cells[j * p + k] } }
    }
    var out = SquareMatrix(p)
    for j in 0..<p { for k in 0..<p { out[j, k] = cells[j * p + k] } }
    return out
  }
}
