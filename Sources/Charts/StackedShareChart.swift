/// Parts of a whole over years as stacked areas from 0 to 100 %, and below them, on the same years, lines of something else.
///
/// Each part has a tint, a texture and, where it is thick enough, its name on it; the others are named above with their largest share. A
/// year that is not covered is a gap, marked as one. Shares that add up to less than 1 leave the rest of the height empty; a year with a
/// share below 0, or with shares that add up to more than 1, is not drawn and says so.
/// Not for parts that overlap, and not for comparing the sizes of upper parts closely: the lines below or the table do that.
public struct StackedShareChart: Drawable {
  /// What is drawn under the areas, on the same years.
  public struct Lines: Hashable, Sendable {
    /// What is measured, written above the lines.
    public var title: String
    public var series: [Series]
    public var format: NumberFormat
    /// The least vertical range; widened where the data need it.
    public var yDomain: ClosedRange<Double>?

    public init(
      _ title: String, series: [Series], format: NumberFormat = .percent(), yDomain: ClosedRange<Double>? = 0...1
    ) {
      self.title = title
      self.series = series
      self.format = format
      self.yDomain = yDomain
    }
  }

  public var text: FigureText
  /// From the bottom upwards.
  public var parts: [Series]
  /// Whether the last part is what belongs to none of the others: it is drawn in grey without texture.
  public var endsWithRemainder: Bool
  /// What the shares are of, written above the areas.
  public var yTitle: String
  public var lines: Lines?

  public init(
    text: FigureText, parts: [Series], endsWithRemainder: Bool = false, yTitle: String = "", lines: Lines? = nil
  ) {
    self.text = text
    self.parts = parts
    self.endsWithRemainder = endsWithRemainder
    self.yTitle = yTitle
    self.lines = lines
  }

  public var figure: Figure { Figure(self) }

  package var table: DataTable { (parts + (lines?.series ?? [])).table(x: "year") }

  package var summary: String {
    let stacks = ShareStacks(parts)
    guard let first = stacks.columns.first, let last = stacks.columns.last, stacks.columns.contains(where: \.isCovered)
    else { return "Stacked shares without data." }
    let largest = stacks.largest.map { stretch in
      let years =
        stretch.first == stretch.last
        ? "in \(NumberFormat.year(stretch.first))"
        : "\(NumberFormat.year(stretch.first)) to \(NumberFormat.year(stretch.last))"
      return stretch.part.map { "\(parts[$0].name) \(years)" } ?? "not covered \(years)"
    }
    var out =
      "Stacked shares, \(NumberFormat.year(first.x)) to \(NumberFormat.year(last.x)). Largest: "
      + largest.joined(separator: "; ") + "."
    if let lines { out += " Below: \(lines.series.summary(format: lines.format))." }
    return out
  }

  package func draw(on canvas: inout Canvas) {
    let stacks = ShareStacks(parts)
    guard let years = (parts + (lines?.series ?? [])).xDomain, stacks.columns.contains(where: \.isCovered) else {
      return canvas.emptyPlot(
        TextMetrics.wrap(LineChart.absence(parts), width: canvas.width - 28, size: Layout.label))
    }
    // A single year fills the plot.
    let half = years.lowerBound < years.upperBound ? 0 : stacks.step / 2
    StackedSharePlot(chart: self, stacks: stacks, years: (years.lowerBound - half)...(years.upperBound + half))
      .draw(on: &canvas)
  }

  /// Colour and texture of a part.
  func style(_ index: Int) -> (paint: Paint, texture: Texture) {
    endsWithRemainder && index == parts.count - 1 ? (.shade, .plain) : (.series(index), .of(index))
  }
}
