import Testing

@testable import Statistics

@Suite struct SampleStartTests {
  /// Rows of a logit or count model in runs, as dyads have them.
  private func rows(_ n: Int, seed: UInt64) throws -> (design: DesignMatrix, binary: [Double], count: [Double]) {
    var generator = Xoshiro256(seed: seed)
    var (x, z, binary, count): ([Double], [Double], [Double], [Double]) = ([], [], [], [])
    for i in 0..<n {
      let a = generator.uniform() - 0.5
      let b = Double(1900 + i % 50)
      let eta: Double = -1 + 1.5 * a + 0.02 * (b - 1925)
      x.append(a)
      z.append(b)
      binary.append(generator.uniform() < 1 / (1 + exponential(-eta)) ? 1 : 0)
      count.append((generator.uniform() * 3 + exponential(eta)).rounded(.down))
    }
    let design = try #require(
      DesignMatrix(names: ["(Intercept)", "x", "year"], columns: [[Double](repeating: 1, count: n), x, z]))
    return (design, binary, count)
  }

  /// The maximum is where the score is 0, from wherever the search begins, with the same bytes on one thread and on two.
  @Test(arguments: [RegressionFamily.logit, .probit, .poisson])
  func theMaximumIsTheSame(_ family: RegressionFamily) throws {
    let (design, binary, count) = try rows(SampleStart.fewestRows, seed: 11)
    let outcome = family == .poisson ? count : binary
    let near = try #require(SampleStart.coefficients(family, outcome, design, nil, workers: 1))
    let one = try Regression.fit(family, outcome: outcome, design: design, workers: 1)
    let two = try Regression.fit(family, outcome: outcome, design: design, workers: 2)
    #expect(one.coefficients.map(\.bitPattern) == two.coefficients.map(\.bitPattern))
    #expect(one.warnings.isEmpty)
    // An offset of nothing keeps the search from the sample.
    let zero = [Double](repeating: 0, count: design.rows)
    #expect(SampleStart.coefficients(family, outcome, design, zero, workers: 1) == nil)
    let far = try Regression.fit(family, outcome: outcome, design: design, offset: zero, workers: 1)
    #expect(far.iterations > one.iterations)
    let errors = try one.covariance(.classic).errors
    for j in one.coefficients.indices {
      #expect(abs(one.coefficients[j] - far.coefficients[j]) < 1e-8 * errors[j])
      #expect(abs(near[j] - one.coefficients[j]) < 12 * errors[j] && near[j] != one.coefficients[j])
    }
  }

  /// Where the sample has no fit of its own, the search begins as in few rows, and the fit is none the worse.
  @Test func aColumnThatTheSampleLacks() throws {
    let (design, binary, _) = try rows(SampleStart.fewestRows, seed: 12)
    // 1 in a few rows outside every sixteenth strip.
    let rare = (0..<design.rows).map { $0 % 1024 == 100 || $0 % 1024 == 700 ? 1.0 : 0 }
    let wide = try #require(
      DesignMatrix(names: design.names + ["rare"], columns: (0..<3).map { design.column($0) } + [rare]))
    #expect(SampleStart.coefficients(.logit, binary, wide, nil, workers: 1) == nil)
    let fit = try Regression.fit(.logit, outcome: binary, design: wide)
    #expect(fit.warnings.isEmpty && fit.names.count == 4)
  }
}
