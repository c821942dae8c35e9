import Charts
import Relationships

/// The types of a triangle by year as stacked probabilities, and below them how likely it is that the triangle is balanced.
public struct TriangleFigure: Sendable {
  public var rows: [TriangleYear]
  /// Names of the three states in the order of the rows.
  public var names: [String]
  /// The years drawn; those without a row are gaps.
  public var years: ClosedRange<Int>
  /// The years of the fit.
  public var covered: ClosedRange<Int>
  public var zone: Double
  public var source: String

  public init(
    _ rows: [TriangleYear], names: [String], years: ClosedRange<Int>, covered: ClosedRange<Int>,
    zone: Double = Triangle.neutralZone, source: String
  ) {
    self.rows = rows
    self.names = names
    self.years = years
    self.covered = covered
    self.zone = zone
    self.source = source
  }

  public var figure: Figure {
    StackedShareChart(
      text: FigureText(
        title: "Triangle of \(Wording.list(names))",
        subtitle: "How likely each of Dittmer's types is, by the signs of the three relationships",
        source: source, notes: notes),
      parts: TriangleType.allCases.enumerated().map { index, type in
        series(Self.name(type)) { .value($0.probabilities[index]) }
      }, endsWithRemainder: true, yTitle: "probability",
      lines: .init(
        "structurally balanced: line, with three signs; band, if every triangle with a neutral side were too",
        series: [series("structurally balanced") { .value($0.balanced, low: $0.balanced, high: 1 - $0.unbalanced) }])
    ).figure
  }

  static func name(_ type: TriangleType) -> String { type == .undecided ? "neutral side, no type" : type.rawValue }

  /// Why a year has no triangle.
  public static func reason(_ year: Int, covered: ClosedRange<Int>) -> String {
    covered.contains(year)
      ? "not all three were members of the state system"
      : "the levels are of \(covered.lowerBound)–\(covered.upperBound)"
  }

  private func series(_ name: String, _ reading: (TriangleYear) -> Reading) -> Series {
    let byYear = Dictionary(rows.map { ($0.year, $0) }, uniquingKeysWith: { first, _ in first })
    return Series(
      name,
      years.map { year in
        .init(Double(year), byYear[year].map(reading) ?? .absent(Self.reason(year, covered: covered)))
      })
  }

  private var notes: [String] {
    let edge = Wording.fixed(zone, 2)
    return [
      "Signs: a level above \(edge) is positive, below −\(edge) negative, between them neutral. Three positive sides: ménage à trois; two: romantic triangle; one: stable marriage; none: unit veto; a neutral side: no type.",
      "Balance: an even number of negative sides. With a neutral side a triangle is neither balanced nor unbalanced: the line counts it as not balanced, the top of the band as balanced, and where the band is wide the signs do not decide.",
    ] + [pair, pivot].compactMap { $0 }
  }

  /// Which pair the stable marriages are of, weighted by their probability.
  private var pair: String? {
    let pairs = [(0, 1), (0, 2), (1, 2)].map { Wording.list([names[$0.0], names[$0.1]]) }
    return most(\.marriages, pairs).map { "Stable marriage: of \($0)." }
  }

  private var pivot: String? { most(\.pivots, names).map { "Romantic triangle: the pivot is \($0)." } }

  /// Who it is and with which share of the probability of the type, over all years; `nil` for a type that hardly occurs.
  private func most(_ values: KeyPath<TriangleYear, [Double]>, _ words: [String]) -> String? {
    let sums = words.indices.map { index in rows.reduce(0) { $0 + $1[keyPath: values][index] } }
    let total: Double = sums.reduce(0, +)
    guard total >= 0.5, let largest = sums.indices.max(by: { sums[$0] < sums[$1] }) else { return nil }
    return "\(words[largest]), with \(Wording.percent(sums[largest] / total, decimals: 0)) of its probability"
  }
}
