import Evidence
import Record

@testable import Measures

enum SmallRegimes {
  static func evaluator() throws -> RecordEvaluator {
    RecordEvaluator(
      try HandMade.regimes([
        (2, 2001, 0.82, 10), (365, 2001, 0.38, 6), (710, 2001, 0.10, -7), (200, 2001, .nan, -128),
        (365, 2000, 0.40, 6), (710, 2000, 0.10, -7),
      ]))
  }
}
