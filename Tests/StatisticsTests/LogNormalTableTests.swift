import Statistics
import Testing

@Suite struct LogNormalTableTests {
  @Test func tableAgreesWithTheFunction() {
    let table = LogNormalTable.shared
    var worst = 0.0
    for step in -2600...900 {
      let x: Double = Double(step) / 100 + 0.0041
      let d = table.derivatives(x)
      worst = max(worst, abs(table.value(x) - Normal.logCumulative(x)))
      #expect(abs(d.value - table.value(x)) < 1e-13)
      #expect(abs(d.first - Normal.millsRatio(x)) < 2e-5, "x = \(x)")
      let m = Normal.millsRatio(x)
      #expect(abs(d.second + m * (m + x)) < 2e-3, "x = \(x)")
    }
    #expect(worst < 2e-9)
  }
}
