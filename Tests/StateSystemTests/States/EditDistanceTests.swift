import Testing

@testable import StateSystem

@Suite("Edit distance")
struct EditDistanceTests {
  private func distance(_ a: String, _ b: String, limit: Int = 20) -> Int? {
    EditDistance.between(Array(a.utf8), Array(b.utf8), limit: limit)
  }

  @Test("Known distances")
  func known() {
    let pairs = [
      ("", "", 0), ("a", "", 1), ("rusia", "russia", 1), ("sovite", "soviet", 1), ("ca", "abc", 3),
      ("kitten", "sitting", 3),
      ("abcdef", "badcfe", 3),
    ]
    for (a, b, expected) in pairs {
      #expect(distance(a, b) == expected, "\(a) \(b)")
      #expect(distance(b, a) == expected, "\(b) \(a)")
    }
  }

  @Test("The limit cuts off and changes nothing below it")
  func limit() {
    #expect(distance("kitten", "sitting", limit: 3) == 3)
    #expect(distance("kitten", "sitting", limit: 2) == nil)
    #expect(distance("abc", "abcdefgh", limit: 4) == nil)
  }

  @Test("Symmetry, and no more than the longer word")
  func laws() {
    var random = Seeded(3)
    for _ in 0..<2_000 {
      let words = (0..<2).map { _ in
        (0..<Int.random(in: 0...7, using: &random)).map { _ in UInt8.random(in: 97...99, using: &random) }
      }
      let there = EditDistance.between(words[0], words[1], limit: 10)
      #expect(there == EditDistance.between(words[1], words[0], limit: 10))
      #expect((there ?? .max) <= max(words[0].count, words[1].count))
      #expect((there == 0) == (words[0] == words[1]))
    }
  }
}
