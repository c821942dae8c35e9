import Record
import StateSystem

/// The lives of bilateral treaties cut into calendar years, with what ended them and the covariates of the year before.
///
/// Formula: time is years since the treaty began (days / 365.25); covariates of a calendar year are those of the year before,
/// in the first year those of that year. Missing data: a covariate the record does not cover is NaN, and rows with one are
/// left out of a fit and counted. Complexity: O(treaties × years). Not for: treaties of more than two members, whose
/// membership changes.
public struct DurabilityRows: Sendable {
  /// One treaty in one calendar year.
  public struct Row: Hashable, Sendable, Codable {
    public let treaty: String
    public let year: Int
    public let start: Double
    public let stop: Double
    /// How the treaty ended with this row; `inForce` while it goes on.
    public let ending: TreatyEnding
    /// In the order of `DurabilityCovariate.allCases`; NaN is missing.
    public let covariates: [Double]

    /// 0 goes on or was in force when coding ended, else the number of the cause.
    public var cause: UInt8 { DurabilityRows.causes.firstIndex(of: ending).map { UInt8($0 + 1) } ?? 0 }

    public var isComplete: Bool { covariates.allSatisfy { !$0.isNaN } }
  }

  /// The competing ends, numbered from 1.
  public static let causes: [TreatyEnding] = [.scheduled, .violation, .renegotiation, .stateDeath]

  public let rows: [Row]
  /// Treaties that have rows.
  public let treaties: Int
  /// Treaties of ATOP left out because they have not exactly two members that are states.
  public let leftOut: Int
  /// Last day the alliance files cover.
  public let lastDay: Day

  /// - Returns: `nil` without the alliance files.
  public init?(_ collection: TreatyCollection, _ record: Record) {
    guard let years = collection.atopYears, let lastDay = Day(years.upperBound, 12, 31) else { return nil }
    self.lastDay = lastDay
    let values = YearValues(record)
    let engagements = Engagements(collection)
    var rows: [Row] = []
    var (used, left) = (0, 0)
    for treaty in collection.treaties {
      guard let coding = treaty.coding(by: .atop) else { continue }
      let states = Set(coding.parties.map(\.state)).sorted()
      guard states.count == 2, coding.otherParties.isEmpty,
        let life = Life(coding, states: states, lastDay: lastDay)
      else {
        left += 1
        continue
      }
      rows += life.rows { year in
        life.covariates(in: year, values, engagements)
      }
      used += 1
    }
    self.rows = rows
    treaties = used
    leftOut = left
  }

  /// Rows with every covariate.
  public var complete: [Row] { rows.filter(\.isComplete) }

  /// How many rows lack each covariate.
  public var missing: [DurabilityCovariate: Int] {
    var counts: [DurabilityCovariate: Int] = [:]
    for (index, covariate) in DurabilityCovariate.allCases.enumerated() {
      let count = rows.count { $0.covariates[index].isNaN }
      if count > 0 { counts[covariate] = count }
    }
    return counts
  }
}

/// A bilateral treaty from its beginning to its end.
struct Life {
  let id: String
  let states: [StateID]
  let begin: Day
  let end: Day
  let ending: TreatyEnding
  let months: Int?
  let renewalMonths: Int?
  let renews: Bool
  let cooperation: Double?

  init?(_ coding: TreatyCoding, states: [StateID], lastDay: Day) {
    guard let begin = coding.parties.compactMap({ $0.entered?.earliest }).min() else { return nil }
    let ends = coding.parties.compactMap { $0.left?.latest }
    ending = coding.ending ?? .inForce
    guard ending == .inForce || !ends.isEmpty else { return nil }
    let last = ending == .inForce ? lastDay.advanced(by: 1) : ends.max() ?? lastDay
    id = coding.id
    self.states = states
    self.begin = begin
    // A treaty that ends on the day it begins lives a day.
    end = max(last, begin.advanced(by: 1))
    months = coding.term?.months
    renewalMonths = coding.term?.renewalMonths
    renews = coding.term?.renewsByItself ?? false
    cooperation = coding.values["nomicoop"]
  }

  static let daysOfYear = 365.25

  func rows(_ covariates: (Int) -> [Double]) -> [DurabilityRows.Row] {
    var rows: [DurabilityRows.Row] = []
    var year = begin.fields.year
    var from = begin
    while from < end, let next = Day(year + 1, 1, 1) {
      let to = min(next, end)
      let isLast = to == end
      rows.append(
        DurabilityRows.Row(
          treaty: id, year: year, start: Double(from.number - begin.number) / Self.daysOfYear,
          stop: Double(to.number - begin.number) / Self.daysOfYear, ending: isLast ? ending : .inForce,
          covariates: covariates(year)))
      from = to
      year += 1
    }
    return rows
  }

  func covariates(in year: Int, _ values: YearValues, _ engagements: Engagements) -> [Double] {
    let first = begin.fields.year
    let before = max(year - 1, first)
    return DurabilityCovariate.allCases.map { covariate in
      switch covariate {
      case .capabilityChange:
        values.anyOf(states) { state in
          guard let then = values.capability(state, first), let now = values.capability(state, before), then > 0
          else { return nil }
          return abs(now / then - 1) > DurabilityCovariate.capabilityChangeShare
        }
      case .institutionsChange:
        values.anyOf(states) { state in
          guard let then = values.polity(state, first), let now = values.polity(state, before) else { return nil }
          return abs(now - then) >= DurabilityCovariate.polityChangePoints
        }
      case .democracy:
        values.shareOf(states) { state in
          values.polity(state, before).map { $0 >= DurabilityCovariate.democracyPoint }
        }
      case .outsideAlliance: engagements.hasNew(besides: id, states: states, since: begin, before: year) ? 1 : 0
      case .nonMilitaryCooperation: cooperation ?? .nan
      case .asymmetry: values.majors(states, before).map { $0 == 1 ? 1 : 0 } ?? .nan
      case .externalThreat: values.hasRival(states, before).map { $0 ? 1 : 0 } ?? .nan
      case .fixedTerm: months == nil ? 0 : 1
      case .termDue: isDue(in: year) ? 1 : 0
      }
    }
  }

  /// Whether the term or one of its renewals runs out in a calendar year.
  func isDue(in year: Int) -> Bool {
    guard let months else { return false }
    let start = begin.fields
    func yearAfter(_ count: Int) -> Int { start.year + (start.month - 1 + count) / 12 }
    var due = months
    if yearAfter(due) == year { return true }
    guard renews, let step = renewalMonths, step > 0 else { return false }
    while yearAfter(due) < year { due += step }
    return yearAfter(due) == year
  }
}
