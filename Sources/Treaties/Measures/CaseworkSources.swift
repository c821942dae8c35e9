import Evidence
import StateSystem

extension Casework {
  /// The sources behind citations: the key of the work, its date as version, and the place in it.
  func sources(_ citations: [Citation], of rows: String) -> [Source] {
    citations.map { citation in
      Source(
        dataset: citation.source, version: source(citation.source)?.date?.description ?? "",
        rows: citation.at.map { "\(rows), \($0)" } ?? rows)
    }
  }

  /// A coded date as an estimate in days: the middle of what it can mean, with the first and last day as the interval.
  func estimate(_ date: DateExpression, method: String, sources: [Source]) -> Covered<Estimate> {
    guard let first = date.earliest, let last = date.latest ?? date.earliest else {
      return .notCovered(Reason(.missing, "the coded date \(date) has no first day"))
    }
    let middle = Double((Int(first.number) + Int(last.number)) / 2)
    // The ends are certain bounds; the level says so as nearly as an interval can.
    let span = first == last ? nil : Interval(Double(first.number), Double(last.number), level: 0.99)
    return .covered(Estimate(middle, interval: span, n: nil, method: method, sources: sources))
  }

  /// A coding as a flag or count.
  func estimate(_ value: Double, n: Int? = nil, method: String, sources: [Source]) -> Covered<Estimate> {
    .covered(Estimate(value, n: n, method: method, sources: sources))
  }
}
