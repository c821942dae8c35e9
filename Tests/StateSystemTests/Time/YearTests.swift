import Foundation
import StateSystem
import Testing

@Suite("Years and sessions")
struct YearTests {
  @Test("Session s opens in year s + 1945")
  func sessions() {
    #expect(Session(1).year == 1946 && Session(56).year == 2001 && Session(opening: 2001) == 56)
    for number in 1...90 { #expect(Session(opening: Session(number).year) == Session(number)) }
    #expect(Session(3) < Session(4) && Session(56).description == "56")
  }

  @Test("Arithmetic and order")
  func arithmetic() {
    #expect(Year(2001) + 1 == 2002 && Year(2001) - 5 == 1996 && Year(1999) < 2000)
    #expect(Year(2001).description == "2001")
  }

  @Test("Coded as numbers")
  func coding() throws {
    let data = try JSONEncoder().encode([Year(2001), Year(-5)])
    #expect(String(data: data, encoding: .utf8) == "[2001,-5]")
    #expect(try JSONDecoder().decode([Year].self, from: data) == [2001, -5])
    #expect(try JSONDecoder().decode([Session].self, from: JSONEncoder().encode([Session(56)])) == [56])
  }
}
