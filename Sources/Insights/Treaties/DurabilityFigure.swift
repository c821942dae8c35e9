import Charts
import Evidence
import StateSystem
import Treaties

extension DurabilityForecast {
  /// Survival and the ways of ending in the years ahead; where it extrapolates the note and the table say so.
  public var figure: Figure {
    let first = points.first { $0.extrapolates }
    func series(_ name: String, _ value: (Point) -> (Double, Interval?)) -> Series {
      Series(
        name,
        [Series.Observation(0, .value(name == "in force" ? 1 : 0))]
          + points.map { point in
            let (share, interval) = value(point)
            return Series.Observation(
              Double(point.years), .value(share, low: interval?.low, high: interval?.high))
          })
    }
    let lines =
      [series("in force", { ($0.surviving, $0.survivingInterval) })]
      + DurabilityRows.causes.enumerated().map { index, cause in
        series(cause.words, { ($0.shares[index], $0.intervals[index]) })
      }
    var notes = [
      "From hazard models of bilateral treaties, 1815-2016, after Leeds and Savun (2007); circumstances are kept as they were when coding ended, \(from). Intervals are 95 %, from \(resamples) resamples of treaties."
    ]
    if let first {
      notes.append(
        first.years == 1
          ? "The whole curve extrapolates: no other treaty had these circumstances, or fewer than \(Self.fewestAtRisk) reached this age."
          : "From year \(first.years) on the curve extrapolates: fewer than \(Self.fewestAtRisk) treaties reached that age."
      )
    }
    return LineChart(
      text: FigureText(
        title: "How \(treaty) may end", subtitle: "Probability by years after \(from)",
        source: "ATOP, capabilities, Polity, major powers and rivalries of the record", notes: notes
      ),
      series: lines, format: .percent(decimals: 0), xFormat: .number(decimals: 0),
      yTitle: "probability",
      yDomain: 0...1,
      references: first.map {
        [LineChart.Reference(Double($0.years - 1), "extrapolates from here")]
      } ?? [],
      shaded: first.map { Double($0.years - 1)...Double(points.count) }
    ).figure
  }
}
