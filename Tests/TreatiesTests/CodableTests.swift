import Foundation
import StateSystem
import Testing

@testable import Treaties

@Test func caseworkSurvivesJSON() throws {
  let casework = try Sample.casework()
  let data = try JSONEncoder().encode(casework)
  #expect(try JSONDecoder().decode(Casework.self, from: data) == casework)
  let text = String(decoding: data, as: UTF8.self)
  #expect(text.contains("\"every party\"") && text.contains("\"date\":\"1963~\""))
}

@Test func aSideIsAListOrEveryParty() throws {
  #expect(throws: DecodingError.self) {
    try JSONDecoder().decode(Obligation.Side.self, from: Data("\"some party\"".utf8))
  }
  #expect(try JSONDecoder().decode(Obligation.Side.self, from: Data("[2,710]".utf8)) == .states([2, 710]))
}
