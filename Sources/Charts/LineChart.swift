/// Series over years, with intervals as ribbons, gaps as gaps and names at the line ends.
///
/// Not for categories, and not for parts of a whole.
public struct LineChart: Drawable {
  /// A vertical line at a year, with its reason: a treaty, a break in the series.
  public struct Reference: Hashable, Sendable {
    public var x: Double
    public var label: String

    public init(_ x: Double, _ label: String) {
      self.x = x
      self.label = label
    }
  }

  public var text: FigureText
  public var series: [Series]
  public var format: NumberFormat
  public var xFormat: NumberFormat
  /// What the vertical axis measures, written above it.
  public var yTitle: String
  /// The least vertical range; widened where the data need it.
  public var yDomain: ClosedRange<Double>?
  public var includesZero: Bool
  /// A logarithmic vertical axis, on which values that are not positive become gaps.
  public var isLogarithmic: Bool
  public var references: [Reference]
  /// A stretch of the horizontal axis drawn on a shade, such as where a curve extrapolates.
  public var shaded: ClosedRange<Double>?

  public init(
    text: FigureText, series: [Series], format: NumberFormat = .number(decimals: 2), xFormat: NumberFormat = .year,
    yTitle: String = "", yDomain: ClosedRange<Double>? = nil, includesZero: Bool = true, isLogarithmic: Bool = false,
    references: [Reference] = [], shaded: ClosedRange<Double>? = nil
  ) {
    self.text = text
    self.series = series
    self.format = format
    self.xFormat = xFormat
    self.yTitle = yTitle
    self.yDomain = yDomain
    self.includesZero = includesZero
    self.isLogarithmic = isLogarithmic
    self.references = references
    self.shaded = shaded
  }

  public var figure: Figure { Figure(self) }

  package var table: DataTable { series.table(x: xFormat == .year ? "year" : "x") }

  package var summary: String {
    guard let domain = series.xDomain, series.extent != nil else { return "Line chart without data." }
    return "Line chart, \(xFormat(domain.lowerBound)) to \(xFormat(domain.upperBound)). "
      + series.summary(format: format, x: xFormat) + "."
  }

  package func draw(on canvas: inout Canvas) {
    let series = isLogarithmic ? series.map(Self.positive) : series
    guard let years = series.xDomain, let data = series.extent else {
      canvas.emptyPlot(TextMetrics.wrap(Self.absence(series), width: canvas.width - 28, size: Layout.label))
      return
    }
    let kind: Scale.Kind = isLogarithmic ? .log : .linear
    let extent = yDomain.map { min($0.lowerBound, data.lowerBound)...max($0.upperBound, data.upperBound) } ?? data
    let domain = Self.domain(extent, kind: kind, includesZero: includesZero && yDomain == nil, count: 5)
    TimePlot(
      series: series, years: years, domain: domain, kind: kind, reversed: false, format: format, xFormat: xFormat,
      yTitle: yTitle, references: references, shaded: shaded, ticks: { Axis.ticks($0, format: format, count: 5) },
      endLabel: { "\($0.name) \(format($1))" }
    ).draw(on: &canvas)
  }

  private static func positive(_ series: Series) -> Series {
    Series(
      series.name, series.observations.map { .init($0.x, $0.reading.positive) }, joinsUpTo: series.joinsUpTo)
  }

  /// A vertical range that ends on ticks.
  static func domain(
    _ extent: ClosedRange<Double>, kind: Scale.Kind, includesZero: Bool, count: Int
  ) -> ClosedRange<Double> {
    if kind == .log {
      let low = extent.lowerBound > 0 ? extent.lowerBound : extent.upperBound / 1000
      return (low * 0.85)...(extent.upperBound * 1.15)
    }
    var (low, high) = (extent.lowerBound, extent.upperBound)
    if includesZero { (low, high) = (min(low, 0), max(high, 0)) }
    if low == high { (low, high) = low == 0 ? (0, 1) : (low - low.magnitude / 2, high + high.magnitude / 2) }
    return Ticks.widened(low...high, count: count)
  }

  /// Why nothing is drawn, by series.
  static func absence(_ series: [Series]) -> String {
    guard !series.isEmpty else { return "No data." }
    return "No data. "
      + series.map { one in
        let reasons = one.observations.compactMap(\.reading.reason)
        return "\(one.name): \(reasons.first ?? "no observations")."
      }.joined(separator: " ")
  }
}
