import Evidence
import Foundation
import Record
import Relationships
import Starter
import StateSystem
import Testing
import Treaties

@testable import Insights

/// The level of a relationship beside a treaty: what it says, when it says nothing, and that it changes no coding.
struct PledgeInConductTests {
  private static let collection: TreatyCollection? = try? {
    let content = try Starter.load(from: Starter.locate(nil, environment: [:]))
    return TreatyCollection(record: Record(), coded: content.treaties)
  }()

  private func treaty(_ id: String) throws -> RegisteredTreaty { try #require(Self.collection).treaty(id) }

  private func conduct(_ id: String = "ATOP:3200", on day: Day?, between pair: Dyad? = nil, hindsight: Bool = true)
    throws
    -> Covered<PledgeInConduct>
  {
    PledgeInConduct.of(
      try treaty(id), between: pair, on: try #require(day), try InventedLevels.levels(),
      try InventedLevels.obligations(),
      hindsight: hindsight)
  }

  @Test func whatTheLevelSaysOfThePledge() throws {
    let after = try #require(conduct(on: Day(1970, 1, 1)).value)
    let found = try #require(after.comparison.value)
    #expect(after.pledge == "defense" && after.states == [365, 710] && after.year == 1970)
    #expect(after.level.value == -1 && after.level.interval?.level == 0.95)
    #expect(found.implied.mean == 0.3 && found.implied.low == 0.3 && found.implied.high == 0.3)
    #expect(found.implied.count == 33, "three pairs, eleven years")
    #expect(found.verdict == .below && found.below > 0.999)
    #expect(after.rule.declaredAt == "2026-11-27")
    #expect(after.sources.map(\.dataset) == ["relationships", "atop"])
    let before = try #require(conduct(on: Day(1955, 1, 1)).value?.comparison.value)
    #expect(before.verdict == .notBelow && before.below < 0.001)
  }

  @Test func sinceWhenForGood() throws {
    let found = try #require(conduct(on: Day(1970, 1, 1)).value)
    let departure = try #require(found.departure.value)
    #expect(departure.median == 1963 && departure.low == 1963 && departure.high == 1963)
    #expect(departure.first == 1950 && departure.last == 1980 && departure.firstCertain == 1963)
    #expect(found.departureWords == "below for good since 1963 (95 % interval 1963 to 1963)")
    let early = try #require(conduct(on: Day(1955, 1, 1)).value)
    #expect(early.departureWords.hasPrefix("below for good only from 1963 on"))
  }

  @Test func itChangesNoCoding() throws {
    let treaty = try treaty("ATOP:3200")
    let day = try #require(Day(1970, 1, 1))
    let before = treaty.status(on: day)
    _ = try conduct(on: day)
    #expect(treaty.status(on: day) == before && before.standingDeJure == .inForce)
  }

  @Test func withoutHindsightATreatyInForceHasNoDate() throws {
    let held = try #require(conduct(on: Day(1970, 1, 1), hindsight: false).value)
    #expect(held.departure.value == nil && held.comparison.value?.verdict == .below)
    let over = try #require(conduct(on: Day(1983, 1, 1), hindsight: false).value)
    #expect(over.departure.value?.median == 1963)
    #expect(over.comparison.reason?.detail == "the treaty was in force from 1950 to 1980, not in 1983")
  }

  @Test func whatIsMissingHasAReason() throws {
    let treaty = try treaty("ATOP:3200")
    let day = try #require(Day(1970, 1, 1))
    let none = PledgeInConduct.of(treaty, on: day, nil, nil)
    #expect(none.reason?.kind == .notInstalled && none.reason?.detail.contains("entente fit relationships") == true)
    let bare = try #require(PledgeInConduct.of(treaty, on: day, try InventedLevels.levels(), nil).value)
    #expect(bare.level.value == -1, "the level is there without obligations")
    #expect(bare.comparison.reason?.detail.contains("entente data add atop") == true)
    #expect(bare.departure.reason == bare.comparison.reason)
    #expect(try conduct(on: Day(1999, 1, 1)).reason?.kind == .outsideYears)
    let credit = try #require(conduct("entente:1950-credit", on: day).value)
    #expect(credit.comparison.reason?.detail == "the treaty has none of the five kinds of obligation")
  }

  @Test func aTreatyOfManyNeedsTwo() throws {
    let day = try #require(Day(2004, 1, 1))
    let found = try conduct("entente:2002-sco-charter", on: day)
    #expect(found.reason?.detail.contains("--between") == true)
    let pair = try conduct("entente:2002-sco-charter", on: day, between: Dyad(365, 710))
    #expect(pair.reason?.kind == .outsideYears, "the levels end in 1985")
  }

  @Test func jsonReadsBack() throws {
    let made = try conduct(on: Day(1970, 1, 1))
    let read = try JSONDecoder().decode(Covered<PledgeInConduct>.self, from: JSONEncoder().encode(made))
    #expect(read == made)
  }

  @Test func theFigureHasALaneForConduct() throws {
    let day = try #require(Day(1970, 1, 1))
    let figure = try treaty("ATOP:3200").statusFigure(on: day, conduct: try conduct(on: day))
    #expect(figure.table.rows.contains { $0.first?.string == "In conduct, Entente" })
    #expect(figure.notes.contains { $0.contains("below for good since 1963") && $0.contains("changes none") })
    let absent = try treaty("ATOP:3200").statusFigure(
      on: day, conduct: .notCovered(Reason(.notInstalled, "no levels")))
    #expect(absent.svg(prefix: "s").contains("not covered: no levels"))
  }
}
