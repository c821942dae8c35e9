/// Where the search begins in many rows: at the fit of every sixteenth strip of them.
///
/// The estimate of the sample is some four standard errors from that of all rows, within which Newton's method needs two passes
/// instead of six. The maximum is the same: the search still ends by its own rule on all rows. The strips are fixed, so the bytes do not depend
/// on the number of threads.
enum SampleStart {
  /// Fewest rows for which it pays.
  static let fewestRows = 100_000
  private static let every = 16
  private static let strip = 64

  /// Coefficients of the design; `nil` for few rows, or where the sample has no regular fit of its own.
  static func coefficients(
    _ family: RegressionFamily, _ outcome: [Double], _ design: DesignMatrix, _ offset: [Double]?, workers: Int
  ) -> [Double]? {
    // Least squares takes one pass as it is, and an offset would need a null model of its own.
    guard family != .gaussian, offset == nil, design.rows >= fewestRows else { return nil }
    let chosen = (0..<design.rows).filter { $0 / strip % every == 0 }
    let sample = design.selecting(chosen)
    let own = chosen.map { outcome[$0] }
    do {
      var search = try Search(family, own, sample, nil, workers: workers)
      guard search.dependentColumns.isEmpty else { return nil }
      try search.run()
      guard search.warnings.isEmpty else { return nil }
      return search.pass.standardisation.coefficients(search.gamma)
    } catch { return nil }
  }
}
