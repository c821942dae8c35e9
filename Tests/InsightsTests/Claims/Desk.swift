import Evidence
import Measures
import Record
import Treaties

@testable import Insights

/// What a test needs to write and check an insight: the vocabulary of all measures, and answers laid down by hand.
enum Desk {
  static let vocabulary = MeasureVocabulary(
    MeasureCatalogue.all.map(\.signature) + CaseworkEvaluator.signatures,
    fault: { request in
      if CaseworkEvaluator.answers(request.measure) { return nil }
      do throws(ArgumentError) {
        _ = try RecordEvaluator(Record()).evaluate(request)
        return nil
      } catch {
        return MeasureVocabulary.Fault(argument: nil, problem: "\(error)")
      }
    })

  static let front = "---\ntitle: T\nsummary: S\nauthors: [A]\ndate: 2002-09-02\n---\n"

  static func insight(_ body: String, front: String = front, file: String = "t.md") -> Insight {
    Insight(Array((front + body).utf8), file: file, vocabulary: vocabulary)
  }

  /// A checker that answers from a table of request and value.
  static func checker(_ values: [String: Answer], casework: Casework = .empty, vintages: [Vintage] = []) -> ClaimChecker
  {
    ClaimChecker(
      evaluator: Answers(values: values), vocabulary: vocabulary, casework: casework, vintages: vintages)
  }

  struct Answer: ExpressibleByFloatLiteral {
    var value: Double
    var low: Double?
    var high: Double?
    var origin = Finding.Origin.record
    init(floatLiteral value: Double) { self.value = value }
    init(_ value: Double, _ low: Double? = nil, _ high: Double? = nil, origin: Finding.Origin = .record) {
      self.value = value
      self.low = low
      self.high = high
      self.origin = origin
    }
  }

  struct Answers: Evaluator {
    let values: [String: Answer]
    func finding(for request: MeasureRequest) -> Finding {
      let unit = Desk.vocabulary[request.measure]?.unit ?? .count
      guard let answer = values[request.description] else {
        return Finding(
          request, panel: .exchange, unit: unit, result: .notCovered(Reason(.notInstalled, "not laid down: \(request)"))
        )
      }
      let interval = answer.low.flatMap { low in answer.high.flatMap { Interval(low, $0, level: 0.95) } }
      return Finding(
        request, panel: .exchange, unit: unit,
        result: .covered(
          Estimate(
            answer.value, interval: interval, n: 80, method: "laid down",
            sources: [Source(dataset: "desk", version: "1", rows: "row 1", rowCount: 1)])), origin: answer.origin)
    }
  }
}
