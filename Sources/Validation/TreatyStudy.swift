import Measures
import Record
import StateSystem
import Treaties

/// Treaty-years with the profile of the two parties and what became of the treaty.
struct TreatyStudy {
  let treaties: Int
  /// The last year whose five years after are coded.
  let lastYear: Int
  private let occasions: TreatyOccasions
  private let covariates: [[Float]]

  static let horizon = 5
  private static let unknown = "conditionsUnknown"

  private let asKnown: [RivalModel]

  init(_ collection: TreatyCollection, _ record: Record, _ years: PairYears, asKnown: [RivalModel]) {
    self.asKnown = asKnown
    guard let data = DurabilityRows(collection, record) else {
      treaties = 0
      lastYear = 0
      occasions = TreatyOccasions(years, [])
      covariates = []
      return
    }
    lastYear = data.lastDay.year.value - Self.horizon
    var rows: [TreatyOccasions.TreatyYear] = []
    var conditions: [[Double]] = []
    let lives = Dictionary(grouping: data.rows, by: \.treaty)
    for id in lives.keys.sorted() {
      guard let life = lives[id]?.sorted(by: { $0.year < $1.year }), let end = life.last,
        let number = Int32(id.split(separator: ":").last ?? ""), let treaty = try? collection.treaty(id),
        let coding = treaty.coding(by: .atop)
      else { continue }
      let states = Set(coding.parties.map(\.state)).sorted()
      guard states.count == 2 else { continue }
      // A row of the next year holds the conditions of this one.
      for (row, next) in zip(life, life.dropFirst()) where row.year <= lastYear {
        let isWithin = end.ending != .inForce && end.year <= row.year + Self.horizon
        rows.append(
          TreatyOccasions.TreatyYear(
            treaty: number, first: states[0], second: states[1], year: row.year,
            isBroken: isWithin && end.ending == .violation,
            endsEarly: isWithin && (end.ending == .violation || end.ending == .renegotiation)))
        conditions.append(next.covariates)
      }
    }
    occasions = TreatyOccasions(years, rows)
    treaties = Set(occasions.table.groups).count
    covariates = occasions.sources.map { conditions[$0].map(Float.init) }
  }

  func results(_ runner: StudyRunner) -> [StudyResult] {
    guard occasions.table.count > 0 else { return [] }
    return [
      (0, "breaking", "Is a bilateral treaty in force broken or denounced before its term in the five years after?"),
      (1, "ending", "Is it broken or renegotiated in the five years after?"),
    ].compactMap { outcome, id, words in
      runner.run(
        id, words, lag: 0, sample(outcome), models: models,
        references: [RivalModels.rivals.name, RivalModels.durability.name], calibrated: RivalModels.profileBlind.name)
    }
  }

  private var names: [String] { DurabilityCovariate.allCases.map(\.rawValue) + [Self.unknown] }

  private func sample(_ outcome: Int) -> Sample {
    let table = occasions.table
    var sample = Sample(
      columns: table.columns, outcome: table.outcomes[outcome], years: table.years.map(Int.init),
      known: table.years.map { Int($0) + Self.horizon }, firsts: table.firsts, seconds: table.seconds,
      groups: table.groups)
    for (place, covariate) in DurabilityCovariate.allCases.enumerated() {
      sample.extra[covariate.rawValue] = covariates.map { $0[place].isNaN ? 0 : $0[place] }
    }
    sample.extra[Self.unknown] = covariates.map { $0.contains { $0.isNaN } ? 1 : 0 }
    sample.addControl()
    return sample
  }

  private var models: [(model: RivalModel, extra: [String])] {
    let plain = [
      RivalModels.baseRate, RivalModels.alliances, RivalModels.portfolios, RivalModels.distance, RivalModels.rivals,
    ].map { ($0, [String]()) }
    let own =
      [
        RivalModels.pressure, RivalModels.coordination, RivalModels.stakes, RivalModels.profile,
        RivalModels.profileBlind, RivalModels.profileWithout,
      ].map { ($0, [String]()) } + asKnown.map { ($0, [String]()) }
    return plain + [(RivalModels.durability, names)] + own + [
      (
        RivalModel("the conditions and the profile", RivalModels.profile.quantities, isProfile: true), names
      ),
      (RivalModels.control, [RivalModels.controlColumn]),
    ]
  }
}
