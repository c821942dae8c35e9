import Testing

@testable import Statistics

/// The simulated spells of Benchmarks/peers/survival.R (survival 3.5-3, R 4.2.2) and what R makes of them.
struct SurvivalRows {
  let columns: [String: [Double]]
  let reference: Reference
  let times: EventTimes
  let design: DesignMatrix

  init(strata: Bool = false) throws {
    columns = try Reference.columns("survival-rows.csv")
    reference = try Reference("survival.txt")
    let c = columns
    times = try EventTimes(
      starts: c["start"], stops: c["stop"] ?? [], causes: (c["cause"] ?? []).map { UInt8($0) },
      strata: strata ? c["group"]?.map { Int32($0) } : nil)
    let names = ["x1", "x2", "x3"]
    design = try #require(DesignMatrix(names: names, columns: names.map { c[$0] ?? [] }))
  }

  var dyads: ErrorKind.Grouping { ErrorKind.Grouping("dyad", (columns["dyad"] ?? []).map { Int($0) }) }
  var subjects: [Int32] { (columns["id"] ?? []).map { Int32($0) } }
}
