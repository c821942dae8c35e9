import Testing

@testable import Panel

@Suite struct PeaceYearsTests {
  private func counts(_ flags: [UInt8], _ units: [Range<Int>]) -> [Int16] {
    PeaceYears.counts(flags) { body in units.forEach(body) }
  }

  @Test func countingStartsAgainAfterAConflict() {
    #expect(counts([0, 0, 1, 0, 0, 1, 1, 0], [0..<8]) == [0, 1, 2, 0, 1, 2, 0, 0])
  }

  @Test func unitsDoNotTouch() {
    #expect(counts([0, 0, 0, 0], [0..<2, 2..<4]) == [0, 1, 0, 1])
  }

  @Test func whatIsNotKnownHasItsReason() {
    let unknown = UInt8.encoded(.outsideYears)
    let found = counts([0, 0, unknown, 0], [0..<4])
    #expect(found[2].missingCode == .outsideYears)
    #expect(found[0...1] == [0, 1] && found[3] == 2)
  }

  @Test func spellsAreNumbered() {
    let units: ((Range<Int>) -> Void) -> Void = { body in body(0..<7) }
    #expect(Spells.numbers([0, 1, 1, 0, 0, 1, 0], units: units) == [1, 1, 1, 2, 2, 2, 3])
    #expect(Spells.ages(count: 3) { body in [0..<2, 2..<3].forEach(body) } == [1, 2, 1])
  }
}
