import Evidence
import Record

@testable import Measures

enum SmallOrganisations {
  static func evaluator() throws -> RecordEvaluator {
    RecordEvaluator(
      try HandMade.memberships(
        ["UN", "SCO", "WTO", "X"],
        [
          (2000, 2, [1, 0, 1, 255]), (2000, 365, [1, 1, 3, 255]), (2000, 710, [1, 1, 3, 255]),
          (2001, 2, [1, 0, 1, 1]), (2001, 365, [1, 1, 3, 254]), (2001, 710, [1, 1, 1, 2]),
        ]))
  }
}
