import Evidence
import Insights
import Partnership
import StateSystem
import Treaties

extension TreatyChapter {
  /// Resamples of treaties behind the intervals of a brief's forecast; `entente treaty durability` takes more.
  private static let resamples = 40

  /// The chapter of a brief from what its sources opened.
  init(_ question: Question, _ opened: SourceOptions.Opened) throws {
    guard let dyad = Dyad(question.a, question.b) else { throw CommandFailure.usage("the two states are the same") }
    let collection = TreatyCollection(record: opened.record, coded: opened.casework.treaties)
    let rates = opened.record.allianceCalls.map { FulfilmentRates($0, collection) }
    let depth = try StoredDepth.load(from: opened.results)
    self.init(dyad, on: question.asOf, collection, rates: rates, depth: depth) { treaty in
      guard let data = DurabilityRows(collection, opened.record) else {
        return .notCovered(collection.atop.reason ?? Reason(.notInstalled, "the alliance files are not installed"))
      }
      do {
        return DurabilityForecast.of(treaty, data, try DurabilityFit(data), resamples: Self.resamples)
      } catch {
        return .notCovered(Reason(.tooFew, "the models of durability cannot be fitted: \(error)"))
      }
    }
  }
}
