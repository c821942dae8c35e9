/// The colour of a mark: ink and its shades follow the text colour of the page, series colours are fixed.
package enum Paint: Hashable, Sendable {
  case none
  case ink
  /// Secondary text and quiet marks.
  case muted
  /// Grid lines.
  case grid
  /// The area of a comparison class.
  case shade
  /// The colour of the page.
  case paper
  /// White on a coloured shape.
  case white
  case series(Int)

  /// The colour and opacity attributes' values.
  var attributes: (color: String, opacity: Double) {
    switch self {
    case .none: ("none", 1)
    case .ink: ("currentColor", 1)
    case .muted: ("currentColor", 0.7)
    case .grid: ("currentColor", 0.16)
    case .shade: ("currentColor", 0.22)
    case .paper: ("#fff", 1)
    case .white: ("#fff", 1)
    case .series(let index): (Palette.style(index).color, 1)
    }
  }
}

/// The shape of a point.
package enum MarkerShape: Int, Hashable, Sendable, CaseIterable {
  case circle, square, triangle, diamond, triangleDown, cross, plus
}

/// How one series differs from another: colour, dashes and marker, so that no difference rests on colour alone.
package struct SeriesStyle: Hashable, Sendable {
  package let color: String
  package let dash: [Double]
  package let marker: MarkerShape
}

/// The colours of Okabe and Ito (2008), which readers with any colour vision tell apart; yellow, too faint on white, is left out.
package enum Palette {
  private static let styles: [SeriesStyle] = [
    SeriesStyle(color: "#0072B2", dash: [], marker: .circle),
    SeriesStyle(color: "#D55E00", dash: [7, 3], marker: .square),
    SeriesStyle(color: "#009E73", dash: [2, 2.5], marker: .triangle),
    SeriesStyle(color: "#CC79A7", dash: [9, 3, 2, 3], marker: .diamond),
    SeriesStyle(color: "currentColor", dash: [4, 2], marker: .plus),
    SeriesStyle(color: "#E69F00", dash: [12, 3], marker: .triangleDown),
    SeriesStyle(color: "#56B4E9", dash: [5, 2, 1, 2], marker: .cross),
  ]

  /// The style of the series with this index; after seven the styles start again.
  package static func style(_ index: Int) -> SeriesStyle {
    styles[((index % styles.count) + styles.count) % styles.count]
  }
}
