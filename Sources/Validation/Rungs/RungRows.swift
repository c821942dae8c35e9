import Measures
import Partnership

/// Triads taken apart into the rungs with evidence: a row a triad and rung, the outcome whether the partnership stopped there.
///
/// Rows of rungs that were reached are fitted and scored; the others, above the limit, are only predicted, for the distribution of the limit over all rungs with evidence.
struct RungRows {
  var sample: Sample
  /// The triad of each row, and its rung.
  let triads: [Int]
  let rungs: [Rung]
  /// Code of the third power of each row.
  let thirds: [Int]
  let isReached: [Bool]
  let outcomes: [LimitOccasions.Outcome?]

  static let exposure = "exposure"
  static let greaterPower = "greaterPower"
  /// Indicators of the rungs; the lowest is the intercept, and the highest two, with few cases, are one.
  static let rungNames = ["rung 2", "rung 3", "rung 4", "rungs 5 and 6"]

  init(_ data: LimitOccasions, horizon: Int) {
    let table = data.profiles.table
    var triads: [Int] = []
    var rungs: [Rung] = []
    var isReached: [Bool] = []
    var outcome: [UInt8] = []
    for triad in data.told {
      guard let found = data.outcomes[triad] else { continue }
      for (place, rung) in found.rungs.enumerated() {
        triads.append(triad)
        rungs.append(rung)
        isReached.append(place < found.reached)
        outcome.append(found.stops && place == found.reached - 1 ? 1 : 0)
      }
    }
    self.triads = triads
    self.rungs = rungs
    thirds = triads.map { Int(table.thirds[$0]) }
    self.isReached = isReached
    outcomes = data.outcomes
    sample = Sample(
      columns: table.columns.map { column in triads.map { column[$0] } }, outcome: outcome,
      years: triads.map { Int(table.years[$0]) + 1 },
      // What lies above the limit is never known.
      known: zip(triads, isReached).map { $1 ? Int(table.years[$0]) + horizon : Int.max },
      firsts: triads.map { table.firsts[$0] }, seconds: triads.map { table.seconds[$0] },
      groups: triads.map { table.groups[$0] })
    for (place, name) in Self.rungNames.enumerated() {
      sample.extra[name] = rungs.map { min($0.rawValue, 5) == place + 2 ? 1 : 0 }
    }
    sample.extra[Self.exposure] = triads.map { data.profiles.exposures[$0] }
    let known = data.profiles.greaterPowers.filter(\.isFinite)
    let mean = known.reduce(0, +) / Float(max(1, known.count))
    sample.extra[Self.greaterPower] = triads.map {
      data.profiles.greaterPowers[$0].isFinite ? data.profiles.greaterPowers[$0] : mean
    }
    sample.addControl()
  }

  /// Rows that were reached.
  var reached: [Int] { isReached.indices.filter { isReached[$0] } }
}
