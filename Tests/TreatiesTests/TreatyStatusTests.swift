import StateSystem
import Testing

@testable import Treaties

@Suite struct TreatyStatusTests {
  private func treaty() throws -> CodedTreaty {
    try #require(Sample.casework().treaties["entente:1950-alliance"])
  }

  @Test(arguments: [
    ("1950-02-13", Standing.notSigned, Standing.notSigned), ("1950-02-14", .signed, .signed),
    ("1950-04-10", .signed, .signed), ("1950-04-11", .inForce, .inForce), ("1962-12-31", .inForce, .inForce),
    ("1963-06-01", .inForce, .uncertain), ("1963-12-31", .inForce, .ended), ("1970-01-01", .inForce, .ended),
    ("1980-02-13", .inForce, .ended), ("1980-02-14", .disputed, .ended), ("1980-04-10", .disputed, .ended),
    ("1980-04-11", .ended, .ended), ("2002-09-02", .ended, .ended),
  ])
  func standing(on text: String, deJure: Standing, deFacto: Standing) throws {
    let status = try treaty().status(on: .on(text))
    #expect(status.standingDeJure == deJure)
    #expect(status.standingDeFacto == deFacto)
    #expect(status.isDeadLetter == (deJure != .ended && deFacto == .ended))
  }

  @Test func eachCoderAnswersForItself() throws {
    let day = try Day.on("1980-03-01")
    let status = try treaty().status(on: day)
    #expect(status.deJure.map(\.coder) == ["COW", "ATOP"])
    #expect(status.deJure.map(\.standing) == [.ended, .inForce])
    #expect(try treaty().status(on: day, coder: "ATOP").standingDeJure == .inForce)
    #expect(try treaty().status(on: day, coder: "COW").standingDeJure == .ended)
    #expect(try treaty().isInForce(on: day))
    #expect(try !treaty().isInForce(on: day, coder: "COW"))
  }

  @Test func withoutDatesItCountsFromSignature() throws {
    let old = try #require(Sample.casework().treaties["entente:1949-old"])
    #expect(try old.status(on: .on("1948-12-31")).standingDeJure == .notSigned)
    #expect(try old.status(on: .on("1949-06-01")).standingDeJure == .uncertain)
    #expect(try old.status(on: .on("1949-12-31")).standingDeJure == .inForce)
    #expect(try old.status(on: .on("2049-12-31")).standingDeFacto == .inForce)
  }

  @Test func neverInForce() throws {
    let text = Sample.treaties.replacing("  signed: 1949\n", with: "  signed: 1949\n  in_force: never\n")
      .replacing(
        "  summary: An older", with: "  ended: [{date: 1955, coder: text, sources: [book-1990]}]\n  summary: An older")
    let treaty = try #require(try Casework.read(Sample.files(with: .treaties, text)).treaties["entente:1949-old"])
    #expect(treaty.neverInForce)
    #expect(try treaty.status(on: .on("1952-01-01")).standingDeJure == .signed)
    #expect(try treaty.status(on: .on("1956-01-01")).standingDeJure == .ended)
    #expect(try !treaty.isInForce(on: .on("1952-01-01")))
  }
}
