import Evidence
import Record

@testable import Measures

/// A small world of trade in 2000 and 2001: the United States, Germany, Russia, China, Japan and Indonesia.
enum SmallTrade {
  static let record = Result {
    var record = try HandMade.trade([
      (2000, 2, 365, 10, 20), (2000, 2, 710, 100, 50), (2000, 365, 710, 5, 5),
      (2001, 2, 255, 30, 40), (2001, 2, 365, 12, 18), (2001, 2, 710, 120, 40), (2001, 255, 365, 8, 9),
      (2001, 255, 710, 25, .nan), (2001, 365, 710, 6, 9), (2001, 2, 850, 1, 1), (2001, 710, 850, 0, 0),
      (2001, 710, 820, 7, 20),
    ])
    record.nationalTrade = try HandMade.nationalTrade([
      (2, 2001, 300, 250), (710, 2001, 100, 160), (365, 2001, 60, 40), (255, 2001, .nan, 90),
    ])
    return record
  }

  static func evaluator() throws -> RecordEvaluator { RecordEvaluator(try record.get()) }
}
