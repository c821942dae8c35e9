import Testing

@testable import Measures

struct VoteCodingTests {
  @Test("every coding reads every code", arguments: VoteCoding.allCases)
  func readings(coding: VoteCoding) {
    for vote in UInt8.min...UInt8.max {
      #expect(Int(coding.reading[vote]) == BruteForce.read(vote, coding) ?? 0, "\(coding) \(vote)")
    }
  }

  @Test("credits", arguments: VoteCoding.allCases)
  func credits(coding: VoteCoding) {
    for x in UInt8(1)...3 {
      for y in UInt8(1)...3 {
        let gap = abs(Int(x) - Int(y))
        #expect(coding.halfPoints(x, y) == (coding == .graded ? 2 - gap : gap == 0 ? 2 : 0), "\(coding) \(x) \(y)")
      }
    }
  }
}
