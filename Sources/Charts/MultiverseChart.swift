/// A value under every declared way of coding the data (a specification curve).
///
/// Above, the values in rising order with their intervals and the claim's threshold; below, a dot matrix of the choices
/// behind each. The share of the covered specifications that meet the threshold is printed; specifications without
/// value are counted apart. Not a test of significance: the specifications share their data.
public struct MultiverseChart: Drawable {
  /// One choice to be made, with its options.
  public struct Dimension: Hashable, Sendable {
    public var name: String
    public var options: [String]

    public init(_ name: String, _ options: [String]) {
      self.name = name
      self.options = options
    }
  }

  /// One way of coding: an option's index for each dimension, and what comes out.
  public struct Specification: Hashable, Sendable {
    public var choices: [Int]
    public var reading: Reading
    /// The specification a brief quotes.
    public var isHighlighted: Bool

    public init(_ choices: [Int], reading: Reading, isHighlighted: Bool = false) {
      self.choices = choices
      self.reading = reading
      self.isHighlighted = isHighlighted
    }
  }

  /// The value a claim sets.
  public struct Threshold: Hashable, Sendable {
    public var value: Double
    /// Whether values at or above it pass; otherwise values at or below.
    public var passesAbove: Bool

    public init(_ value: Double, passesAbove: Bool = true) {
      self.value = value
      self.passesAbove = passesAbove
    }

    func passes(_ value: Double) -> Bool { passesAbove ? value >= self.value : value <= self.value }
  }

  public var text: FigureText
  public var dimensions: [Dimension]
  public var specifications: [Specification]
  public var threshold: Threshold?
  public var format: NumberFormat
  public var yTitle: String
  /// What a highlighted specification is.
  public var highlightName: String

  public init(
    text: FigureText, dimensions: [Dimension], specifications: [Specification], threshold: Threshold? = nil,
    format: NumberFormat = .number(decimals: 2), yTitle: String = "", highlightName: String = "quoted here"
  ) {
    self.text = text
    self.dimensions = dimensions
    self.specifications = specifications
    self.threshold = threshold
    self.format = format
    self.yTitle = yTitle
    self.highlightName = highlightName
  }

  public var figure: Figure { Figure(self) }

  /// Covered specifications that meet the threshold, and covered specifications.
  public var passing: (count: Int, of: Int)? {
    guard let threshold else { return nil }
    let values = specifications.compactMap(\.reading.value)
    return (values.filter(threshold.passes).count, values.count)
  }

  private func option(_ specification: Specification, _ dimension: Int) -> String {
    guard specification.choices.indices.contains(dimension) else { return "" }
    let choice = specification.choices[dimension]
    let options = dimensions[dimension].options
    return options.indices.contains(choice) ? options[choice] : ""
  }

  package var table: DataTable {
    DataTable(
      columns: dimensions.map(\.name) + Reading.columns + ["passes", "highlighted"],
      rows: specifications.map { one in
        let passes = one.reading.value.flatMap { value in threshold.map { $0.passes(value) } }
        return dimensions.indices.map { .text(option(one, $0)) } + one.reading.cells + [
          passes.map { .text($0 ? "yes" : "no") } ?? .missing, .text(one.isHighlighted ? "yes" : "no"),
        ]
      })
  }

  /// How many specifications pass, in words.
  var verdict: String {
    let absent = specifications.filter { $0.reading.value == nil }.count
    let missing = absent == 0 ? "" : "; \(absent) of \(specifications.count) without a value"
    guard let threshold, let passing else { return missing.isEmpty ? "" : String(missing.dropFirst(2)) + "." }
    guard passing.of > 0 else { return "No specification has a value." }
    let share = Double(passing.count) / Double(passing.of)
    let side = threshold.passesAbove ? "at or above" : "at or below"
    return "\(passing.count) of \(passing.of) specifications (\(NumberFormat.percent()(share))) \(side) "
      + "\(format(threshold.value))\(missing)."
  }

  package var summary: String {
    let values = specifications.compactMap(\.reading.value)
    guard let low = values.min(), let high = values.max() else { return "Specification curve without values." }
    return "Specification curve: \(values.count) values from \(format(low)) to \(format(high)). \(verdict)"
  }

  /// Covered specifications in rising order.
  var curve: [Specification] {
    specifications.enumerated().compactMap { index, one in one.reading.value.map { (one, $0, index) } }
      .sorted { ($0.1, $0.2) < ($1.1, $1.2) }
      .map(\.0)
  }

  package func draw(on canvas: inout Canvas) {
    let curve = curve
    let values = curve.flatMap(\.reading.extent) + [threshold?.value].compactMap(\.self).filter(\.isFinite)
    guard !curve.isEmpty, let low = values.min(), let high = values.max() else {
      let reason = specifications.first?.reading.reason.map { " " + $0 + "." } ?? ""
      return canvas.emptyPlot(TextMetrics.wrap("No data." + reason, width: canvas.width - 28, size: Layout.label))
    }
    let domain = LineChart.domain(low...high, kind: .linear, includesZero: false, count: 5)
    let options = dimensions.flatMap(\.options)
    let widest = options.map { TextMetrics.width($0, size: Layout.tick) }.max() ?? 0
    let labelWidth = min(widest, canvas.width * 0.36)
    var top = 0.0
    if !yTitle.isEmpty {
      let lines = TextMetrics.wrap(yTitle, width: canvas.width, size: Layout.tick)
      top = canvas.lines(lines, x: 0, top: 0, size: Layout.tick, fill: .muted, role: .heading)
    }
    if !verdict.isEmpty {
      let lines = TextMetrics.wrap(verdict, width: canvas.width, size: Layout.label, bold: true)
      top = canvas.lines(lines, x: 0, top: top, bold: true, role: .value)
    }
    top = canvas.key(key(curve), top: top + 4)
    let ticks = Axis.ticks(Scale(.linear, domain, start: 0, end: 1), format: format, count: 5)
    let left = max(labelWidth + 14, Canvas.room(for: ticks))
    let plot = Box(left: left, top: top + 10, right: canvas.width - 2, bottom: top + 10 + (canvas.isNarrow ? 150 : 180))
    canvas.plots.append(plot)
    let slot = plot.width / Double(curve.count)
    let centres = curve.indices.map { plot.left + (Double($0) + 0.5) * slot }
    draw(curve, centres: centres, slot: slot, domain: domain, ticks: ticks, plot: plot, on: &canvas)
    canvas.height = matrix(curve, centres: centres, slot: slot, labelWidth: labelWidth, plot: plot, on: &canvas)
  }

  private func key(_ curve: [Specification]) -> Key {
    var items: [(sample: Key.Sample, label: String)] = []
    if let threshold {
      let (meets, misses) = threshold.passesAbove ? ("at or above", "below") : ("at or below", "above")
      items.append((.marker(.circle, .series(0), hollow: false), "\(meets) \(format(threshold.value))"))
      items.append((.marker(.circle, .series(0), hollow: true), misses))
    }
    if curve.contains(where: \.isHighlighted) {
      items.append((.marker(.diamond, .series(1), hollow: false), highlightName))
    }
    return Key(items)
  }

  private func draw(
    _ curve: [Specification], centres: [Double], slot: Double, domain: ClosedRange<Double>, ticks: [(Double, String)],
    plot: Box, on canvas: inout Canvas
  ) {
    let y = Scale(.linear, domain, start: plot.bottom, end: plot.top)
    canvas.verticalAxis(y, ticks, plot: plot)
    if let threshold, y.contains(threshold.value) {
      let at = y(threshold.value)
      canvas.line(Point(plot.left, at), Point(plot.right, at), .ink, role: .reference, width: 1.2, dash: [5, 3])
    }
    let radius = min(4.5, max(1.2, slot * 0.38))
    for (one, x) in zip(curve, centres) {
      guard let value = one.reading.value else { continue }
      let passes = threshold?.passes(value) ?? true
      if let interval = one.reading.interval {
        canvas.line(
          Point(x, y(interval.lowerBound)), Point(x, y(interval.upperBound)), .muted, role: .whisker,
          width: min(1.4, max(0.6, slot * 0.2)))
      }
      let at = Point(x, y(value))
      if one.isHighlighted {
        canvas.marker(.diamond, at: at, radius: max(radius, 4) * 1.25, .series(1))
      } else {
        canvas.marker(.circle, at: at, radius: radius, .series(0), hollow: !passes)
      }
    }
  }

  /// The dot matrix; its bottom.
  private func matrix(
    _ curve: [Specification], centres: [Double], slot: Double, labelWidth: Double, plot: Box, on canvas: inout Canvas
  ) -> Double {
    var top = plot.bottom + 14
    let size = min(4.0, max(1, slot * 0.36))
    for (index, dimension) in dimensions.enumerated() {
      let name = TextMetrics.wrap(dimension.name, width: canvas.width, size: Layout.small, bold: true)
      top = canvas.lines(name, x: 0, top: top, size: Layout.small, bold: true, role: .heading) + 1
      for (choice, option) in dimension.options.enumerated() {
        let lines = TextMetrics.wrap(option, width: labelWidth, size: Layout.tick, maxLines: 2)
        let middle = top + Layout.leading(Layout.tick) / 2
        let bottom = canvas.lines(lines, x: 0, top: top, size: Layout.tick, fill: .muted)
        canvas.line(Point(plot.left, middle), Point(plot.right, middle), .grid, role: .grid)
        for (one, x) in zip(curve, centres)
        where one.choices.indices.contains(index) && one.choices[index] == choice {
          canvas.rect(
            Box(x: x - size, y: middle - 4, width: size * 2, height: 8), fill: one.isHighlighted ? .series(1) : .ink,
            role: .marker, radius: min(size, 2))
        }
        top = max(bottom, top + Layout.leading(Layout.tick)) + 1
      }
      top += 7
    }
    return top
  }
}
