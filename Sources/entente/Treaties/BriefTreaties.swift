import Evidence
import Insights
import Partnership
import Relationships
import StateSystem
import Treaties

extension TreatyChapter {
  /// The chapter of a brief from what its sources opened.
  init(_ question: Question, _ opened: SourceOptions.Opened) throws {
    guard let dyad = Dyad(question.a, question.b) else { throw CommandFailure.usage("the two states are the same") }
    let collection = TreatyCollection(record: opened.record, coded: opened.casework.treaties)
    let rates = opened.record.allianceCalls.map { FulfilmentRates($0, collection) }
    let depth = try StoredDepth.load(from: opened.results)
    // The forecast is the one computed before: fitting the models takes longer than a brief may.
    let results = opened.results
    let (levels, owed) = (opened.record.relationships, opened.record.obligationYears)
    let pledges = levels.flatMap { levels in owed.map { PledgeLevels(levels.table, $0) } }
    var failure: (any Error)?
    self.init(
      dyad, on: question.asOf, collection, rates: rates, depth: depth,
      forecast: { treaty in
        do {
          return try StoredDurability.forecast(treaty, in: results)
        } catch {
          failure = error
          return .notCovered(Reason(.missing, "the stored forecasts cannot be read"))
        }
      },
      conduct: { treaty in
        PledgeInConduct.of(
          treaty, between: dyad, on: question.asOf, levels, owed, pledges: pledges, hindsight: false,
          absent: opened.withoutLevels)
      })
    if let failure { throw failure }
  }
}
