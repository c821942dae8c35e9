import Foundation
import StateSystem
import Testing

@Suite("State numbers")
struct StateIDTests {
  @Test("1 to 999")
  func range() {
    let numbers = [.min, -1, 0, 1, 999, 1_000, .max]
    #expect(numbers.map { StateID($0)?.cow } == [nil, nil, nil, 1, 999, nil, nil])
    #expect((1_000 as StateID).cow == 0)
  }

  @Test("Coded as a number; others are refused")
  func coding() throws {
    let data = try JSONEncoder().encode([365 as StateID])
    #expect(String(data: data, encoding: .utf8) == "[365]")
    #expect(try JSONDecoder().decode([StateID].self, from: data) == [365])
    for text in ["[0]", "[1000]", "[-3]", "[\"RUS\"]"] {
      #expect(throws: DecodingError.self) { try JSONDecoder().decode([StateID].self, from: Data(text.utf8)) }
    }
  }
}
