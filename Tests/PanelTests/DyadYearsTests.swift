import StateSystem
import Testing

@testable import Panel

@Suite struct DyadYearsTests {
  /// Years with many comings and goings, and more than one word of bits.
  static let periods = [1816...1817, 1913...1921, 1938...1947, 1989...1993, 1900...2016]

  @Test(arguments: periods, [true, false])
  func everyRowIsFoundAgain(years: ClosedRange<Int>, directed: Bool) {
    let dyads = DyadYears(SystemYears(years), directed: directed)
    let frame = Frame(dyads: dyads)
    let width = Int32(years.count)
    var before: (Int32, Int32, Int16) = (-1, -1, -1)
    for row in 0..<dyads.count {
      let (a, b) = (frame.firstCells[row] / width, frame.secondCells[row] / width)
      #expect(frame.firstCells[row] % width == Int32(frame.offsets[row]))
      #expect(dyads.row(Int(a), Int(b), Int(frame.offsets[row])) == row)
      let key = (a, b, frame.offsets[row])
      if !(before < key) { Issue.record("row \(row): \(before) before \(key)") }
      before = key
    }
  }

  /// Two states are a dyad in a year exactly if some day of it finds both as members.
  @Test(arguments: [1918, 1945, 1964, 1975, 1990, 2001])
  func aDyadMeets(year: Int) throws {
    let system = SystemYears(year...year)
    let dyads = DyadYears(system, directed: false)
    let first = try #require(Day(year, 1, 1))
    let days = (0..<366).map { first.advanced(by: $0) }.filter { $0.year.value == year }
    var expected = 0
    for (i, a) in State.all.enumerated() {
      let own = days.filter(a.isMember)
      for (j, b) in State.all.enumerated() where j > i {
        let meets = own.contains(where: b.isMember)
        expected += meets ? 1 : 0
        if (dyads.row(i, j, 0) != nil) != meets { Issue.record("\(a.id)-\(b.id) in \(year)") }
      }
    }
    #expect(dyads.count == expected)
  }

  @Test func theTwoGermaniesAndTheOneAreNoDyadIn1990() {
    let dyads = DyadYears(SystemYears(1990...1990), directed: true)
    #expect(dyads.row(260, 265, year: 1990) != nil)
    #expect(dyads.row(255, 265, year: 1990) == nil)
    #expect(dyads.row(255, 255, year: 1990) == nil)
    #expect(dyads.row(2, 365, year: 1989) == nil)
    #expect(dyads.row(999, 2, year: 1990) == nil)
  }
}
