import Evidence
import Record
import StateSystem
import Testing

@testable import Measures

/// Disputes made by hand: number, year, side A, side B; the first of each side began it.
private enum MadeDisputes {
  static func table(_ disputes: [(number: Int32, year: Int16, a: [UInt16], b: [UInt16])]) throws -> Record {
    var rows: [(number: Int32, first: UInt16, second: UInt16, year: Int16, a: Bool, begins: Bool)] = []
    for one in disputes {
      for (own, others, isA) in [(one.a, one.b, true), (one.b, one.a, false)] {
        for (place, state) in own.enumerated() {
          for other in others { rows.append((one.number, state, other, one.year, isA, place == 0)) }
        }
      }
    }
    func numbers(_ value: Int16) -> Column { .int16(rows.map { _ in value }) }
    func summary(_ value: Int16) -> Column { .int16(disputes.map { _ in value }) }
    let table = try Disputes(
      columns: ColumnSet([
        ("number", .int32(rows.map(\.number))), ("first", .uint16(rows.map(\.first))),
        ("second", .uint16(rows.map(\.second))), ("year", .int16(rows.map(\.year))),
        ("onset", .uint8(rows.map { _ in 1 })), ("side_a", .uint8(rows.map { $0.a ? 1 : 0 })),
        ("originator", .uint8(rows.map { $0.begins ? 1 : 0 })), ("fatality", numbers(0)),
        ("highest_action", numbers(0)), ("hostility", numbers(3)),
        ("summary_number", .int32(disputes.map(\.number))), ("start_year", .int16(disputes.map(\.year))),
        ("start_month", summary(1)), ("outcome", summary(0)), ("settlement", summary(0)),
        ("summary_fatality", summary(0)), ("summary_hostility", summary(3)),
      ]))
    var record = Record()
    record.disputes = Sourced(table, vintage: HandMade.vintage("cow-mid"), years: 1990...2001)
    return record
  }
}

struct JoiningOccasionsTests {
  private func occasions(_ disputes: [(number: Int32, year: Int16, a: [UInt16], b: [UInt16])], lags: [Int] = [1]) throws
    -> JoiningOccasions
  {
    JoiningOccasions(
      PairYears(RecordEvaluator(try MadeDisputes.table(disputes))), lags: lags, from: 1991)
  }

  /// China begins with the United States in 1999 and Russia joins China; Britain joins the United States.
  @Test func joinersAreOnOneSideOfEachView() throws {
    let found = try occasions([(1, 1999, [710, 365], [2, 200])])
    let table = found.table
    #expect(found.disputes == 1 && found.leftOut == 0)
    let members = State.members(in: 1999).filter { $0.isMember(in: 1998) }.count
    #expect(table.count == 2 * (members - 2))
    func outcome(_ state: UInt16, partner: UInt16) -> [UInt8]? {
      (0..<table.count).first { table.firsts[$0] == state && table.seconds[$0] == partner }
        .map { row in table.outcomes.map { $0[row] } }
    }
    #expect(outcome(365, partner: 710) == [1, 0] && outcome(365, partner: 2) == [0, 1])
    #expect(outcome(200, partner: 2) == [1, 0] && outcome(200, partner: 710) == [0, 1])
    #expect(outcome(220, partner: 710) == [0, 0] && outcome(710, partner: 2) == nil)
  }

  /// The profile of a year knows the disputes up to it and none after.
  @Test func theProfileDoesNotLookAhead() throws {
    let past: [(number: Int32, year: Int16, a: [UInt16], b: [UInt16])] = [
      (1, 1995, [710, 365], [2]), (2, 1996, [710], [2]), (3, 1999, [710], [2]),
    ]
    let later = past + [(4, 1999, [365], [2]), (5, 2000, [365], [710]), (6, 2001, [710, 365], [2])]
    func profile(_ found: JoiningOccasions) throws -> [Float] {
      let table = found.table
      let row = try #require(
        (0..<table.count).first {
          table.groups[$0] == 3 && table.firsts[$0] == 365 && table.seconds[$0] == 710 && table.lags[$0] == 1
        })
      return table.columns.map { $0[row] }
    }
    let short = try profile(try occasions(past))
    #expect(short == (try profile(try occasions(later))))
    // One of two disputes was joined: ln 2 each.
    let place = { (quantity: ProfileQuantity) in ProfileQuantity.allCases.firstIndex(of: quantity) ?? 0 }
    let ln2 = Float(logarithmOf(2))
    #expect(short[place(.joined)] == ln2 && short[place(.stayedOut)] == ln2 && short[place(.beside)] == ln2)
    #expect(short[place(.against)] == 0)
    // What no dataset covers is unknown and not zero.
    for unknown in [ProfileQuantity.pressureUnknown, .votesUnknown, .distanceUnknown, .pledgesUnknown, .powerUnknown] {
      #expect(short[place(unknown)] == 1, "\(unknown)")
    }
  }

  @Test func aSideThatBeganTogetherIsLeftOut() throws {
    var record = try MadeDisputes.table([(1, 1999, [710], [2])])
    let own = try #require(record.disputes)
    #expect(DisputeSides.all(own.table).first?.beginners.map { $0.0 } == 710)
    record = try MadeDisputes.table([(1, 1999, [710], [2]), (2, 2000, [710], [2])])
    let both = JoiningOccasions(PairYears(RecordEvaluator(record)), lags: [1, 2], from: 1991)
    #expect(both.disputes == 2)
    #expect(Set(both.table.lags) == [1, 2])
  }
}

struct PairYearTests {
  /// Pressure is the log of shares, each with a ten-thousandth, and trades places when the ends do.
  @Test func pressureIsALogRatioOfShares() throws {
    let pairs = PairYears(try SmallTrade.evaluator()).stakes(2001)
    let china = try #require(pairs.slot(of: 710))
    let usa = try #require(pairs.slot(of: 2))
    let russia = try #require(pairs.slot(of: 365))
    // China: 160 with the United States, 15 with Russia, 25 with Germany (one flow recorded), 27 with Malaysia.
    let total: Float = 160 + 15 + 25 + 27
    #expect(pairs.tradeTotals[china] == total)
    let expected = logarithmOf(Double((160 / total + 0.0001) / (15 / total + 0.0001)))
    #expect(abs(Double(pairs.pressure(on: china, from: usa, partner: russia)) - expected) < 1e-5)
    #expect(
      abs(pairs.pressure(on: china, from: usa, partner: russia) + pairs.pressure(on: china, from: russia, partner: usa))
        < 1e-5)
    let absent = try #require(pairs.slot(of: 220))
    #expect(pairs.pressure(on: china, from: usa, partner: absent).isNaN)
  }
}

/// The published disputes: the counts were made from the official file with another program.
@Suite("the published disputes", .enabled(if: PublishedRecord.isPresent))
struct PublishedJoiningTests {
  @Test func occasionsAndJoinersOfThePublishedDisputes() throws {
    var record = Record()
    record.disputes = try PublishedRecord.sourced(Disputes.self, of: "cow-mid")
    let years = PairYears(RecordEvaluator(record))
    // From 1876: 2,277 disputes, 2,128 begun by one state on each side.
    let begun = years.sides.filter { $0.first >= 1876 }
    #expect(begun.count == 2_277)
    #expect(begun.count { $0.beginners != nil } == 2_128)
    // From 1990: 678 such disputes, which 123 further states joined.
    let late = begun.filter { $0.first >= 1990 && $0.beginners != nil }
    #expect(late.count == 678)
    #expect(late.reduce(0) { $0 + $1.parties.count - 2 } == 123)
    let found = JoiningOccasions(years, lags: [1], from: 1990)
    #expect(found.disputes == 678)
    // A joiner is counted once as joining its side's beginner and once as joining against the other; all but new states are there.
    let joined = found.table.outcomes[0].count { $0 == 1 }
    #expect(joined == found.table.outcomes[1].count { $0 == 1 })
    #expect(joined <= 123 && joined >= 115)
  }
}
