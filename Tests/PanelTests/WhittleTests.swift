import Record
import Testing

@testable import Panel

@Suite struct WhittleTests {
  private func kept(
    _ rows: [(number: Int32, first: UInt16, second: UInt16, year: Int16, onset: UInt8)], _ rules: [WhittleRule],
    fatality: [Int32: Int16] = [:], hostility: [Int32: Int16] = [:], months: [Int32: Int16] = [:],
    durations: DisputeDurations? = nil
  ) throws -> [Int32] {
    let table = try HandMade.disputes(rows, fatality: fatality, hostility: hostility, months: months)
    let whittle = Whittle(table, durations: durations, rules: rules)
    return whittle.kept.filter { table.firsts[$0] == 2 }.map { table.numbers[$0] }
  }

  @Test func anOnsetComesBeforeWhatGoesOn() throws {
    #expect(try kept([(1, 2, 365, 1950, 0), (2, 2, 365, 1950, 1)], [.onset, .number]) == [2])
    #expect(try kept([(1, 2, 365, 1950, 0), (2, 2, 365, 1950, 0)], [.onset, .number]) == [1])
  }

  @Test func aMissingFatalityLiesBetweenNoneAndOne() throws {
    let rows: [(number: Int32, first: UInt16, second: UInt16, year: Int16, onset: UInt8)] = [
      (1, 2, 365, 1950, 1), (2, 2, 365, 1950, 1),
    ]
    #expect(try kept(rows, [.fatality, .number], fatality: [1: 0, 2: -9]) == [2])
    #expect(try kept(rows, [.fatality, .number], fatality: [1: 1, 2: -9]) == [1])
  }

  @Test func eachRuleDecides() throws {
    let rows: [(number: Int32, first: UInt16, second: UInt16, year: Int16, onset: UInt8)] = [
      (1, 2, 365, 1950, 1), (2, 2, 365, 1950, 1),
    ]
    #expect(try kept(rows, [.hostility, .number], hostility: [1: 3, 2: 5]) == [2])
    #expect(try kept(rows, [.startMonth, .number], months: [1: 7, 2: 3]) == [2])
    #expect(try kept(rows, [.number]) == [1])
    let durations = try DisputeDurations(
      columns: ColumnSet([
        ("number", .int32([1, 2])), ("shortest", .int32([5, 5])), ("longest", .int32([5, 9])),
        ("reciprocated", .int16([1, 0])),
      ]))
    #expect(try kept(rows, [.duration, .number], durations: durations) == [1])
    #expect(try kept(rows, [.maximumDuration, .number], durations: durations) == [2])
    #expect(try kept(rows, [.reciprocation, .number], durations: durations) == [1])
  }

  @Test func removedRowsAreCounted() throws {
    let table = try HandMade.disputes([(1, 2, 365, 1950, 0), (2, 2, 365, 1950, 1), (3, 2, 365, 1951, 1)])
    let whittle = Whittle(table, durations: nil, rules: WhittleRule.standard)
    #expect(whittle.kept.count == 4)
    #expect(whittle.duplicated == 2)
    #expect(whittle.removed.filter { $0.rows > 0 }.map(\.rule) == [.onset])
    #expect(whittle.removed.first?.rows == 2)
  }
}
