import StateSystem
import Testing

@Suite("Periods")
struct PeriodTests {
  private func period(_ random: inout Seeded) -> Period {
    let start = Day(number: .random(in: 0..<60, using: &random))
    let isOpen = Int.random(in: 0..<6, using: &random) == 0
    return Period(from: start, to: isOpen ? nil : start.advanced(by: .random(in: 1...30, using: &random)))
      ?? Period(since: start)
  }

  @Test("The first day is inside and the end is not")
  func ends() throws {
    let period = try #require(Period(from: day("1955-05-05"), to: day("1990-10-03")))
    #expect(period.contains(day("1955-05-05")) && !period.contains(day("1955-05-04")))
    #expect(period.contains(day("1990-10-02")) && !period.contains(day("1990-10-03")))
    #expect(period.description == "1955-05-05/1990-10-02")
    #expect(Period(since: day("1990-10-03")).description == "1990-10-03/..")
    #expect(Period(from: day("1990-10-03"), to: day("1990-10-03")) == nil)
    #expect(Period(from: day("1990-10-03"), to: day("1955-05-05")) == nil)
  }

  @Test("A year is its days; none beyond the calendar")
  func years() throws {
    let year = try #require(Period(Year(2000)))
    #expect(year.description == "2000-01-01/2000-12-31")
    #expect(year.touches(2000) && !year.touches(1999) && !year.touches(2001))
    #expect(Period(Year(9999)) == nil && Period(Year(10_000)) == nil)
    #expect(!Period(since: day("2000-01-01")).touches(1999) && Period(since: day("2000-01-01")).touches(2500))
  }

  @Test("Laws: overlap is symmetric and is a shared day; the intersection holds just the shared days")
  func laws() {
    var random = Seeded(5)
    for _ in 0..<3_000 {
      let (a, b) = (period(&random), period(&random))
      #expect(a.overlaps(b) == b.overlaps(a) && a.overlaps(a), "\(a) \(b)")
      let shared = (0..<130).map { Day(number: $0) }.filter { a.contains($0) && b.contains($0) }
      #expect(a.overlaps(b) == !shared.isEmpty, "\(a) \(b)")
      let both = a.intersection(b)
      #expect(both == b.intersection(a) && a.intersection(a) == a)
      #expect((0..<130).map { Day(number: $0) }.filter { both?.contains($0) ?? false } == shared, "\(a) \(b)")
    }
  }
}
