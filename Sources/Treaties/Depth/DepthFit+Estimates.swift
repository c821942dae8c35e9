import Evidence

extension DepthFit {
  /// A treaty's score on an axis with its 90 % posterior interval and its place among all scored treaties.
  ///
  /// - Parameter version: the version of ATOP the scores were made from.
  public func estimate(
    _ treaty: String, _ axis: ProvisionItem.Axis, version: String
  ) -> Covered<(estimate: Estimate, place: Percentile)> {
    guard let score = score(treaty)?.on(axis) else {
      return .notCovered(
        Reason(
          .missing,
          "\(treaty) has no \(axis.rawValue) score: it is not among the \(scores.count) treaties of ATOP \(version)"))
    }
    let ascending = scores.map { $0.on(axis).mean }.sorted()
    let estimate = Estimate(
      score.mean, interval: Interval(score.low, score.high, level: 0.9), n: items.count { $0.item.axis == axis },
      method: "posterior mean of the latent \(axis.rawValue), graded-response model of provisions",
      sources: [Source(dataset: "atop", version: version, rows: "atopid=\(treaty.dropFirst(5))")])
    guard
      let place = Percentile(
        of: estimate, inSorted: ascending, comparison: "all \(scores.count) treaties of ATOP \(version)")
    else { return .notCovered(Reason(.tooFew, "no treaty is scored")) }
    return .covered((estimate, place))
  }
}
