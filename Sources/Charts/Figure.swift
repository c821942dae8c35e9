/// The words that go with a figure.
public struct FigureText: Hashable, Sendable {
  public var title: String
  /// What is measured, in which unit, of whom: the line under the title.
  public var subtitle: String
  /// What one sees, for readers who do not see it; `nil` has it written from the data.
  public var description: String?
  /// Where the data come from.
  public var source: String
  public var notes: [String]

  public init(
    title: String, subtitle: String = "", description: String? = nil, source: String = "", notes: [String] = []
  ) {
    self.title = title
    self.subtitle = subtitle
    self.description = description
    self.source = source
    self.notes = notes
  }
}

/// A chart that can be drawn at any width.
package protocol Drawable: Sendable {
  var text: FigureText { get }
  /// A sentence or two written from the data.
  var summary: String { get }
  var table: DataTable { get }
  /// Draws the chart from the top of the canvas and sets its height.
  func draw(on canvas: inout Canvas)
}

/// A figure ready for a page: words, drawing and the data behind it.
///
/// Every drawn number is in `table`; equal input gives equal bytes. A figure is not an interactive chart: it has no scripts.
public struct Figure: Sendable {
  public let title: String
  public let subtitle: String
  /// What one sees, in words.
  public let description: String
  public let source: String
  public let notes: [String]
  /// The data behind the drawing.
  public let table: DataTable
  private let chart: any Drawable

  package init(_ chart: any Drawable) {
    title = chart.text.title
    subtitle = chart.text.subtitle
    description = chart.text.description ?? chart.summary
    source = chart.text.source
    notes = chart.text.notes
    table = chart.table
    self.chart = chart
  }

  /// The data as comma-separated values (RFC 4180 quoting, line feed endings), full precision, missing values empty.
  public var csv: String { table.csv }

  /// The layout at a width, for tests and for drawing.
  package func scene(width: Double) -> Scene {
    var canvas = Canvas(width: width.isFinite ? width : Figure.wide)
    chart.draw(on: &canvas)
    return canvas.scene
  }
}
