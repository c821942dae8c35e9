import Charts
import Evidence
import Partnership
import StateSystem
import Treaties

extension Charts.Reading {
  /// The reading of a result, or why there is none.
  init(_ result: Covered<Estimate>) {
    switch result {
    case .covered(let estimate):
      self = .value(estimate.value, low: estimate.interval?.low, high: estimate.interval?.high)
    case .notCovered(let reason), .suppressed(let reason): self = .absent(reason.detail)
    }
  }
}

extension Charts.Series {
  /// A series of a panel as a line.
  init(_ series: SeriesResult, name: String? = nil) {
    self.init(
      name ?? series.label,
      series.points.map { Charts.Series.Observation(Double($0.year), Charts.Reading($0.result)) })
  }
}

extension Moment {
  /// The place of a day on the axis.
  init(_ day: Day) {
    let fields = day.fields
    self.init(fields.year, fields.month, fields.day)
  }

  /// The place of an EDTF date; `nil` when it is open.
  init?(_ date: DateExpression) {
    guard let first = date.earliest, let last = date.latest ?? date.earliest else { return nil }
    let middle = Day(number: (first.number + last.number) / 2).fields
    let start = first.fields
    if first == last {
      self.init(start.year, start.month, start.day)
    } else {
      let days = last.number - first.number
      self.init(middle.year, days < 32 ? middle.month : nil, approximate: date.description.contains("~"))
    }
  }
}

/// The sources of findings in one line: dataset and version.
func sourceLine(_ results: [Covered<Estimate>], usesStarter: Bool = false) -> String {
  var seen: [String] = []
  for source in results.compactMap(\.value).flatMap(\.sources) {
    let text = "\(source.dataset) \(source.version)"
    if !seen.contains(text) { seen.append(text) }
  }
  return (seen.isEmpty ? "no source covers this" : seen.joined(separator: ", "))
    + (usesStarter ? " (computed before, from the starter)" : "")
}
