import Evidence
import Record
import StateSystem

@testable import Measures

enum SmallPowers {
  static func evaluator() throws -> RecordEvaluator {
    var record = try HandMade.capabilities([
      (2, 1913, 1_000_000, 0.2), (2, 2000, 300_000_000, 0.15), (2, 2001, 310_000_000, 0.14),
      (365, 1913, 500_000, 0.12), (365, 2001, 60_000_000, 0.06), (710, 2001, 40_000_000, 0.16),
      (200, 2001, .nan, 0.02),
    ])
    record.majors = try HandMade.majors([
      (2, Day(1898, 8, 13), nil), (365, Day(1922, 1, 1), nil), (710, Day(1950, 1, 1), nil),
      (200, Day(1816, 1, 1), Day(2000, 12, 30)),
    ])
    record.economies = try HandMade.economies([
      (2, 2001, 10e12, 40_000), (710, 2001, 5e12, 4_000), (365, 2001, 2e12, .nan), (2, 2000, 9e12, 38_000),
    ]).economies
    return RecordEvaluator(record)
  }
}
