import Evidence
import StateSystem
import Statistics

extension CaseFile {
  /// How far the coders of the file agree on how the partners answered.
  ///
  /// Formula: Krippendorff's α over the units (test, partner); a coder's value is the last answer it codes in a unit, in
  /// the order from standing together to siding with the third power. Missing data: a coder that codes no answer of a
  /// unit is left out there. Not covered with fewer than two coders in any unit, or without variation.
  ///
  /// - Parameter metric: ordinal by default; the distances between answers have no size.
  public func agreement(_ metric: KrippendorffAlpha.Metric = .ordinal, seed: UInt64 = 1) -> Covered<Estimate> {
    let units = tests.flatMap { test in partners.map { values(of: test, $0) } }
    let several = units.filter { $0.count > 1 }
    guard !several.isEmpty else {
      return .notCovered(Reason(.tooFew, "\(id): no answer has been coded by two coders"))
    }
    guard let alpha = KrippendorffAlpha(units: units, metric: metric) else {
      return .notCovered(
        Reason(
          .undefined, "\(id): the coders give one and the same answer throughout, so chance agreement is not defined"))
    }
    let interval = KrippendorffAlpha.interval(units: units, metric: metric, seed: seed)
    return .covered(
      Estimate(
        alpha.alpha, interval: interval.flatMap { Interval($0.low, $0.high, level: 0.95) }, n: alpha.units,
        method:
          "Krippendorff's alpha, \(metric.rawValue) distances; percentile interval of 2,000 resamples of the units",
        sources: [Source(dataset: "entente-case", version: declaredAt.description, rows: id, rowCount: alpha.values)]))
  }

  /// Who coded answers, the coder of the file first.
  public var coders: [String] {
    let others = Set(tests.flatMap(\.responses).compactMap(\.coder)).subtracting([coder])
    return [coder] + others.sorted()
  }

  /// The last answer of a partner to a test, by each coder that codes one.
  private func values(of test: Test, _ state: StateID) -> [Int] {
    coders.compactMap { who in
      test.responses.filter { $0.state == state && ($0.coder ?? coder) == who }
        .enumerated()
        .max { a, b in
          let (x, y) = (a.element.date.earliest?.number ?? .min, b.element.date.earliest?.number ?? .min)
          return (x, a.offset) < (y, b.offset)
        }?.element.conduct.order
    }
  }
}
