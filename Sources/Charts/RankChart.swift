/// Ranks over time with rank 1 on top and names at the line ends.
///
/// Years without rank are gaps. Not for values: a rank says nothing of distances.
public struct RankChart: Drawable {
  public var text: FigureText
  public var series: [Series]
  public var yTitle: String
  /// Breaks in comparability, such as "1999: Hong Kong included", and other dates.
  public var references: [LineChart.Reference]
  /// The lowest rank on the axis; `nil`: from the data.
  public var lowestRank: Int?

  public init(
    text: FigureText, series: [Series], yTitle: String = "Rank, 1 = largest", references: [LineChart.Reference] = [],
    lowestRank: Int? = nil
  ) {
    self.text = text
    self.series = series
    self.yTitle = yTitle
    self.references = references
    self.lowestRank = lowestRank
  }

  public var figure: Figure { Figure(self) }

  package var table: DataTable { series.table(x: "year") }

  package var summary: String {
    guard let years = series.xDomain, series.extent != nil else { return "Chart of ranks without data." }
    return "Ranks, \(NumberFormat.year(years.lowerBound)) to \(NumberFormat.year(years.upperBound)), 1 is the largest. "
      + series.summary(format: .number(decimals: 0)) + "."
  }

  package func draw(on canvas: inout Canvas) {
    guard let years = series.xDomain, let extent = series.extent else {
      canvas.emptyPlot(TextMetrics.wrap(LineChart.absence(series), width: canvas.width - 28, size: Layout.label))
      return
    }
    let lowest = max(extent.upperBound, lowestRank.map(Double.init) ?? 0, 5)
    TimePlot(
      series: series, years: years, domain: min(extent.lowerBound, 0.5)...(lowest + 0.5), kind: .linear, reversed: true,
      format: .number(decimals: 0), xFormat: .year, yTitle: yTitle, references: references,
      ticks: { Self.ticks($0.domain) }, endLabel: { "\($0.name), \(Self.ordinal($1))" }
    ).draw(on: &canvas)
  }

  /// 1 and then every multiple of a round step.
  static func ticks(_ domain: ClosedRange<Double>) -> [(Double, String)] {
    let ticks = Ticks.nice(0...domain.upperBound, count: 6, whole: true)
    let tooNear = ticks.step / 2
    let values = [1.0] + ticks.values.filter { $0 - 1 >= tooNear && domain.contains($0) }
    return values.map { ($0, NumberFormat.number(decimals: 0)($0)) }
  }

  /// 1st, 2nd, 3rd, 11th.
  static func ordinal(_ value: Double) -> String {
    let digits = NumberFormat.number(decimals: 0)(value)
    let rounded = value.rounded()
    let lastTwo = rounded.magnitude.truncatingRemainder(dividingBy: 100)
    let last = lastTwo.truncatingRemainder(dividingBy: 10)
    if (11...13).contains(lastTwo) { return digits + "th" }
    return digits + (last == 1 ? "st" : last == 2 ? "nd" : last == 3 ? "rd" : "th")
  }
}
