import Evidence
import Testing

@testable import Measures

struct ComparisonClassTests {
  @Test("equal to the percentile in a sorted class", arguments: UInt64(1)...20)
  func equalToSorted(seed: UInt64) throws {
    var generator = SeededGenerator(seed)
    let values = (0..<Int.random(in: 1...60, using: &generator)).map { _ in
      Double(Int.random(in: 0...20, using: &generator)) / 20
    }
    let value = try #require(values.randomElement(using: &generator))
    for interval in [nil, Interval(value - 0.12, value + 0.2, level: 0.95)] {
      let estimate = Estimate(value, interval: interval, method: "", sources: [])
      let place = ComparisonClass("all", values).place(estimate)
      #expect(place == Percentile(of: estimate, inSorted: values.sorted(), comparison: "all"))
    }
  }

  @Test func emptyClasses() {
    let estimate = Estimate(1, method: "", sources: [])
    #expect(ComparisonClass("none", []).place(estimate) == nil)
    #expect(ComparisonClass.history("none", earlier: [], present: 1) == nil)
    #expect(ComparisonClass.history("own", earlier: [0], present: 1)?.place(estimate)?.classSize == 2)
  }
}
