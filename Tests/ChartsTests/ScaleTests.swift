import Testing

@testable import Charts

struct ScaleTests {
  @Test func linear() {
    let scale = Scale(.linear, 0...10, start: 100, end: 200)
    #expect(scale(0) == 100)
    #expect(scale(2.5) == 125)
    #expect(scale(10) == 200)
    #expect(scale(99) == 200)
    #expect(Scale(.linear, 0...10, start: 200, end: 100)(2.5) == 175)
  }

  @Test func logarithmic() {
    let scale = Scale(.log, 1...10_000, start: 0, end: 400)
    #expect((scale(100) - 200).magnitude < 1e-9)
    #expect(scale(-5) == 0)
    let wide = Scale(.log, 1e-300...1e300, start: 0, end: 600)
    #expect((wide(1) - 300).magnitude < 1e-9)
  }

  @Test func aDomainWithoutWidthIsWidened() {
    let scale = Scale(.linear, 5...5, start: 0, end: 100)
    #expect(scale(5) == 50)
    #expect(Scale(.linear, 0...0, start: 0, end: 100)(0) == 50)
    #expect(Scale(.log, 7...7, start: 0, end: 100)(7) == 0)
  }

  @Test func aKneeChangesTheStep() {
    let scale = Scale(1950...2002, knee: 1996, share: 0.25, start: 0, end: 400)
    #expect(scale(1950) == 0)
    #expect(scale(1996) == 100)
    #expect(scale(1973) == 50)
    #expect(scale(1999) == 250)
    #expect(scale(2002) == 400)
    #expect(Scale(1950...2002, knee: 1900, share: 0.25, start: 0, end: 52)(1976) == 26)
  }

  @Test func extremeDomainsStayFinite() {
    let scale = Scale(.linear, -1.7e308...1.7e308, start: 0, end: 100)
    #expect(scale(0) == 50)
    #expect(scale(1.7e308) == 100)
  }

  @Test(arguments: [
    (0.0, 1.0, 5, [0, 0.2, 0.4, 0.6, 0.8, 1]), (0, 0.3, 3, [0, 0.1, 0.2, 0.3]),
    (1990, 2004, 7, [1990, 1992, 1994, 1996, 1998, 2000, 2002, 2004]),
    (-2, 4, 3, [-2, 0, 2, 4]), (0, 47, 5, [0, 10, 20, 30, 40]),
  ])
  func niceTicks(_ low: Double, _ high: Double, _ count: Int, _ expected: [Double]) {
    #expect(Ticks.nice(low...high, count: count).values == expected)
  }

  @Test func wholeTicksNeverSplitAYear() {
    #expect(Ticks.nice(2001...2002, count: 9, whole: true).values == [2001, 2002])
  }

  @Test func logTicks() {
    #expect(Ticks.log(4000...200_000, count: 8).values == [5000, 10_000, 20_000, 50_000, 100_000, 200_000])
    #expect(Ticks.log(0.001...1000, count: 7).values == [0.001, 0.01, 0.1, 1, 10, 100, 1000])
    #expect(Ticks.log(1e-300...1e300, count: 5).values.count <= 6)
    #expect(Ticks.log(-1...5, count: 5).values.isEmpty)
  }

  @Test func widenedDomainsEndOnTicks() {
    #expect(Ticks.widened(-1.84...3.4, count: 5) == -2...4)
    #expect(Ticks.widened(0...0.168, count: 5) == 0...0.2)
  }

  @Test func logarithmsAreRight() {
    for exponent in -20...20 {
      #expect((Logarithm.log10(Digits.power(exponent)) - Double(exponent)).magnitude < 1e-13)
    }
    #expect((Logarithm.log10(2) - 0.3010299956639812).magnitude < 1e-15)
    #expect((Logarithm.log10(7.25) - 0.8603380065709938).magnitude < 1e-15)
    #expect(Logarithm.log10(0) == 0)
  }
}
