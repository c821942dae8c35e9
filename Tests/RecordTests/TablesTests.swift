import StateSystem
import Testing

@testable import Record

@Suite struct TablesTests {
  static let trade = ColumnSet([
    ("year", .int16([1920, 1920, 1921])), ("first", .uint16([2, 2, 2])), ("second", .uint16([20, 710, 20])),
    ("imports_of_first", .float64([1, 2, 3])), ("imports_of_second", .float64([4, 5, 6])),
  ])
  static let rollCalls = ColumnSet([
    ("id", .int32([3, 4])), ("session", .int16([1, 1])), ("day", .int32([0, 1])), ("day_reliable", .uint8([0, 1])),
    ("important", .uint8([0, 255])), ("amendment", .uint8([0, 0])), ("paragraph", .uint8([0, 0])),
    ("issues", .uint8([1, 32])), ("codes_absence", .uint8([1, 0])), ("resolution", .text(TextColumn(["a", "b"]))),
    ("title", .text(TextColumn(["c", "d"]))), ("state", .uint16([2, 365, 710])), ("vote", .uint8([1, 2, 3, 0, 8, 9])),
  ])

  @Test func columnsAndBack() throws {
    #expect(try Trade(columns: Self.trade).columns == Self.trade)
    #expect(try RollCalls(columns: Self.rollCalls).columns == Self.rollCalls)
  }

  @Test(arguments: ["year", "first", "second", "imports_of_first", "imports_of_second"])
  func everyColumnOfTradeIsNeeded(name: String) {
    var columns = Self.trade
    columns[name] = nil
    #expect(throws: RecordError.self) { try Trade(columns: columns) }
  }

  @Test func columnsOfOneTableAreOfOneLength() {
    var columns = Self.trade
    columns["first"] = .uint16([2])
    #expect(throws: RecordError.length(table: "dyadic_trade", name: "first", expected: 3, found: 1)) {
      try Trade(columns: columns)
    }
    var votes = Self.rollCalls
    votes["vote"] = .uint8([1, 2, 3, 0, 8])
    #expect(throws: RecordError.length(table: "roll_calls", name: "vote", expected: 6, found: 5)) {
      try RollCalls(columns: votes)
    }
  }

  @Test func rowsOfTradeAreFound() throws {
    let table = try Trade(columns: Self.trade)
    #expect(table.rows(of: 1919) == 0..<0)
    #expect(table.rows(of: 1920) == 0..<2)
    #expect(table.rows(of: 1921) == 2..<3)
    #expect(table.rows(of: 1922).isEmpty)
    let (near, far) = (try #require(Dyad(20, 2)), try #require(Dyad(2, 365)))
    #expect(table.row(of: near, in: 1921) == 2)
    #expect(table.row(of: far, in: 1920) == nil)
    #expect(table.row(of: near, in: 1950) == nil)
  }

  @Test func columnsOfStatesAreFound() throws {
    let table = try RollCalls(columns: Self.rollCalls)
    #expect([2, 365, 710].map { table.column(of: $0) } == [0, 1, 2])
    #expect([1, 20, 999].map { table.column(of: $0) } == [nil, nil, nil])
  }

  @Test func obligationsHaveNamesInOrder() {
    #expect(ObligationKinds(rawValue: 0).names.isEmpty)
    #expect(ObligationKinds([.consultation, .defense]).names == ["defense", "consultation"])
    #expect(ObligationKinds(rawValue: 31).names.count == 5)
  }

  @Test func issuesAreDistinctBits() {
    let bits = RollCalls.Issue.allCases.map(\.rawValue)
    #expect(bits.reduce(0, |) == 63 && bits.reduce(0, +) == 63)
    #expect(RollCalls.issuesNotCoded & 63 == 0)
  }
}
