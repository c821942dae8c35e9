import Evidence
import Record

@testable import Measures

enum SmallArms {
  static func evaluator() throws -> RecordEvaluator {
    RecordEvaluator(
      try HandMade.transfers([
        (1999, 365, 710, 60, "Russia"), (2000, 365, 710, 90, "Russia"), (2000, 0, 710, 10, "unknown supplier(s)"),
        (2001, 365, 710, 50, "Russia"), (2001, 365, 710, 25, "Soviet Union"), (2001, 220, 710, 25, "France"),
        (2001, 2, 200, 40, "United States"), (2001, 365, 0, 5, "Russia"),
      ]))
  }
}
