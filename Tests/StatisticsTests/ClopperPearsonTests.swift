import Statistics
import Testing

@Suite struct ClopperPearsonTests {
  /// R 4.2.2: binom.test(k, n)$conf.int.
  @Test(arguments: [
    (0, 10, 0.0, 0.3084971), (7, 10, 0.3475471, 0.9332605), (10, 10, 0.6915029, 1.0), (61, 92, 0.5570498, 0.7583299),
    (12, 54, 0.1203763, 0.3559506),
  ])
  func equalToBinomTest(k: Int, n: Int, low: Double, high: Double) throws {
    let ends = try #require(ClopperPearson.interval(successes: k, of: n))
    #expect(abs(ends.low - low) < 1e-6 && abs(ends.high - high) < 1e-6)
  }

  @Test func mirrored() throws {
    for k in 0...20 {
      let a = try #require(ClopperPearson.interval(successes: k, of: 20, level: 0.9))
      let b = try #require(ClopperPearson.interval(successes: 20 - k, of: 20, level: 0.9))
      #expect(abs(a.low - (1 - b.high)) < 1e-9 && a.low <= Double(k) / 20 && Double(k) / 20 <= a.high, "\(k)")
    }
  }

  @Test func refusesWhatIsNoProportion() {
    #expect(ClopperPearson.interval(successes: 1, of: 0) == nil)
    #expect(ClopperPearson.interval(successes: 3, of: 2) == nil)
    #expect(ClopperPearson.interval(successes: -1, of: 2) == nil)
    #expect(ClopperPearson.interval(successes: 1, of: 2, level: 1) == nil)
  }
}
