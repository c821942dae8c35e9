import Statistics
import Testing

@Suite struct NormalTableTests {
  @Test func nearTheExactFunction() {
    let table = NormalTable.shared
    var worst = 0.0
    for i in -20_000...20_000 {
      let x: Double = Double(i) * 0.000497
      worst = max(worst, abs(table.value(x) - Normal.cumulative(x)))
    }
    #expect(worst < 1e-10)
    #expect(table.value(-.infinity) == 0 && table.value(.infinity) == 1)
    #expect(table.value(-8.0001) == 0 && table.value(8.0001) == 1)
  }

  /// For code that interpolates by itself: the slope of each piece, and what lies beyond the last.
  @Test func coefficients() {
    let worst = NormalTable.shared.withCoefficients { c -> Double? in
      var worst = 0.0
      for i in 0..<1024 {
        for t in [0.0, 0.3, 0.5, 0.9] {
          let slope: Double = 64 * (c[4 * i + 1] + t * (2 * c[4 * i + 2] + 3 * c[4 * i + 3] * t))
          worst = max(worst, abs(slope - Normal.density((Double(i) + t) / 64 - 8)))
        }
      }
      return c[4 * 1024] == 1 && c[4 * 1024 + 1] == 0 && c[4 * 1024 + 3] == 0 ? worst : nil
    }
    #expect((worst ?? 1) < 1e-7)
  }
}
