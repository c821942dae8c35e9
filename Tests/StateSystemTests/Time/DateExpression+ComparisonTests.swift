import StateSystem
import Testing

@Suite("Comparing dates")
struct DateExpressionComparisonTests {
  private func date(_ text: String) throws -> DateExpression { try DateExpression.parse(text) }

  @Test(
    "Certainly and possibly before",
    arguments: [
      ("1950", "1951", true, true), ("1950", "1950", false, true), ("1950-02-14", "1950", false, true),
      ("1950", "1949", false, false), ("1950-02-14", "1950-02-14", false, false), ("1950/1955", "1955", false, true),
      ("1950/..", "2000", false, false), ("1950/", "2000", false, true), ("../1950", "1951", true, true),
      ("1949", "../1950", false, false), ("1948", "1949/..", true, true), ("195X", "196X", true, true),
      ("Y-17000", "-9999", true, true),
    ])
  func before(first: String, second: String, certainly: Bool, possibly: Bool) throws {
    #expect(try date(first).isCertainlyBefore(date(second)) == certainly)
    #expect(try date(first).isPossiblyBefore(date(second)) == possibly)
  }

  @Test(
    "Possibly and certainly overlapping",
    arguments: [
      ("1950-02-14/1980-04-10", "1963", true, false), ("1950-02-14/1980-04-10", "1963-05-05", true, true),
      ("1950/1980", "1960/1990", true, true), ("1950/1960", "1960/1970", true, false), ("1950", "1951", false, false),
      ("1996-04-26/..", "2001-06-15/..", true, true), ("1985/", "2000-01-01", true, false),
      ("../1950", "1960", false, false),
      ("1985-01-01/", "1985-01-01", true, true),
    ])
  func overlaps(first: String, second: String, possibly: Bool, certainly: Bool) throws {
    #expect(try date(first).possiblyOverlaps(date(second)) == possibly)
    #expect(try date(second).possiblyOverlaps(date(first)) == possibly)
    #expect(try date(first).certainlyOverlaps(date(second)) == certainly)
    #expect(try date(second).certainlyOverlaps(date(first)) == certainly)
  }

  @Test("Days certainly and possibly inside")
  func contains() throws {
    let treaty = try date("1950-02-14/1980")
    #expect(treaty.certainlyContains(day("1950-02-14")) && treaty.certainlyContains(day("1980-01-01")))
    #expect(!treaty.certainlyContains(day("1980-01-02")) && treaty.possiblyContains(day("1980-12-31")))
    #expect(!treaty.possiblyContains(day("1981-01-01")) && !treaty.possiblyContains(day("1950-02-13")))
    #expect(try date("1996-04-26/..").certainlyContains(day("2500-01-01")))
    #expect(try !date("1996-04-26/").certainlyContains(day("2500-01-01")))
    #expect(try !date("1963").certainlyContains(day("1963-05-05")) && date("1963").possiblyContains(day("1963-05-05")))
  }

  @Test("Laws for random dates: certainly implies possibly, before excludes overlapping")
  func laws() throws {
    var random = Seeded(21)
    let texts = [
      "1950", "1955~", "195X", "1953-04", "1953-04-05", "1950/1955", "1950/..", "../1955", "1950/", "/1955", "1953-21",
      "1953-XX", "19XX", "1952-02-29/1953-04-05",
    ]
    for _ in 0..<2_000 {
      let a = try date(texts.randomElement(using: &random) ?? "1950")
      let b = try date(texts.randomElement(using: &random) ?? "1950")
      if a.isCertainlyBefore(b) { #expect(a.isPossiblyBefore(b) && !a.possiblyOverlaps(b), "\(a) \(b)") }
      if a.certainlyOverlaps(b) { #expect(a.possiblyOverlaps(b) && !a.isCertainlyBefore(b), "\(a) \(b)") }
      #expect(!(a.isCertainlyBefore(b) && b.isCertainlyBefore(a)))
      let day = Day(number: .random(in: -8_000 ... -4_000, using: &random))
      if a.certainlyContains(day) { #expect(a.possiblyContains(day)) }
      if a.certainlyContains(day), b.certainlyContains(day) { #expect(a.certainlyOverlaps(b), "\(a) \(b) \(day)") }
      if a.possiblyContains(day), b.possiblyContains(day) { #expect(a.possiblyOverlaps(b), "\(a) \(b) \(day)") }
    }
  }
}
