import Record
import StateSystem

/// Bilateral treaties in force at the end of a year, with the profile of the two towards a third power and whether the treaty was broken.
///
/// The third power is the major power, other than the two, with which they had most trade together that year; without recorded trade, the one with
/// the largest capabilities. One row a treaty and year, without lags: what is asked is the five years after. Missing: years without a major
/// power outside the pair, or in which one of the two is no member, are left out. Complexity: O(treaty-years).
package struct TreatyOccasions: Sendable {
  /// A treaty in a year.
  package struct TreatyYear: Sendable {
    package let treaty: Int32
    package let first: StateID
    package let second: StateID
    package let year: Int
    /// Broken in the years after; ended before its term in any way.
    package let isBroken: Bool
    package let endsEarly: Bool

    package init(treaty: Int32, first: StateID, second: StateID, year: Int, isBroken: Bool, endsEarly: Bool) {
      self.treaty = treaty
      self.first = first
      self.second = second
      self.year = year
      self.isBroken = isBroken
      self.endsEarly = endsEarly
    }
  }

  package let table: ProfileTable
  /// Position of each row in the treaty-years given.
  package let sources: [Int]

  package static let outcomes = ["broken within five years", "ended early within five years"]

  package init(_ years: PairYears, _ rows: [TreatyYear]) {
    var table = ProfileTable(outcomes: Self.outcomes)
    var sources: [Int] = []
    let byYear = Dictionary(grouping: rows.indices, by: { rows[$0].year })
    for year in byYear.keys.sorted() {
      let pairs = years.year(year)
      let majors = Self.majors(years.prepared.record, year)
      for place in byYear[year] ?? [] {
        let row = rows[place]
        guard let i = pairs.slot(of: row.first), let j = pairs.slot(of: row.second),
          let third = Self.third(pairs, i, j, majors), let h = pairs.slot(of: third)
        else { continue }
        let staked = years.agreement(of: row.first, against: third, pairs)
        let values = ProfileValues(
          pairs, i, j, h, staked: staked.map { ($0.opposed[j], $0.unopposed[j]) }, isDirected: false)
        table.append(
          values, (row.first.cow, row.second.cow, third.cow),
          ProfileTable.Occasion(
            year: year, lag: 0, group: row.treaty, outcomes: [row.isBroken ? 1 : 0, row.endsEarly ? 1 : 0]))
        sources.append(place)
      }
    }
    self.table = table
    self.sources = sources
  }

  private static func majors(_ record: Record, _ year: Int) -> [StateID] {
    guard let table = record.majors?.table, let day = Day(year, 12, 31) else { return [] }
    return table.states.indices.filter { table.starts[$0] <= day.number && table.ends[$0] >= day.number }
      .compactMap { StateID(Int(table.states[$0])) }.sorted()
  }

  private static func third(_ pairs: PairYear, _ i: Int, _ j: Int, _ majors: [StateID]) -> StateID? {
    func weight(_ state: StateID) -> (Float, Float) {
      guard let h = pairs.slot(of: state) else { return (-1, -1) }
      let flows = pairs.trade.isEmpty ? [] : [pairs.trade[i * pairs.count + h], pairs.trade[j * pairs.count + h]]
      let capability = pairs.capability.isEmpty ? 0 : pairs.capability[h]
      return (flows.reduce(0) { $0 + ($1.isNaN ? 0 : $1) }, capability.isNaN ? 0 : capability)
    }
    return majors.filter { $0 != pairs.states[i] && $0 != pairs.states[j] && pairs.slot(of: $0) != nil }
      .max { weight($0) < weight($1) }
  }
}
