// Rounding of floating-point numbers is in the C library, which must be linked.
#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// A map from data to pixels, linear or logarithmic.
package struct Scale: Hashable, Sendable {
  package enum Kind: Hashable, Sendable { case linear, log }

  package let kind: Kind
  package let low: Double
  package let high: Double
  package let start: Double
  package let end: Double
  /// Where a linear scale changes its step: the value and its pixel.
  package private(set) var knee: Point?

  /// A scale from `domain` to the pixels `start...end` (either may be larger); a domain without width is widened.
  package init(_ kind: Kind = .linear, _ domain: ClosedRange<Double>, start: Double, end: Double) {
    var low = domain.lowerBound
    var high = domain.upperBound
    if kind == .log {
      low = low > 0 ? low : 1
      high = high > low ? high : low * 10
    } else if high <= low {
      let margin = max(low.magnitude * 0.5, 0.5)
      (low, high) = (low - margin, high + margin)
    }
    self.kind = kind
    self.low = low
    self.high = high
    self.start = start
    self.end = end
  }

  /// A linear scale that gives the values below `knee` only `share` of the pixels.
  package init(_ domain: ClosedRange<Double>, knee: Double, share: Double, start: Double, end: Double) {
    self.init(.linear, domain, start: start, end: end)
    if knee > low, knee < high { self.knee = Point(knee, start + share * (end - start)) }
  }

  package var domain: ClosedRange<Double> { low...high }

  /// The pixel of a value; values outside the domain are drawn at its edge.
  package func callAsFunction(_ value: Double) -> Double {
    let clamped = min(max(value, low), high)
    if let knee {
      return clamped < knee.x
        ? start + (clamped - low) / (knee.x - low) * (knee.y - start)
        : knee.y + (clamped - knee.x) / (high - knee.x) * (end - knee.y)
    }
    let share: Double =
      switch kind {
      case .linear: (clamped / 2 - low / 2) / (high / 2 - low / 2)
      case .log: (Logarithm.log10(clamped) - Logarithm.log10(low)) / (Logarithm.log10(high) - Logarithm.log10(low))
      }
    return start + share * (end - start)
  }

  /// Whether the value lies in the domain.
  package func contains(_ value: Double) -> Bool { value >= low && value <= high }
}

/// Places on an axis that a reader can count with.
package struct Ticks: Hashable, Sendable {
  package var values: [Double]
  package var step: Double

  /// Multiples of 1, 2 or 5 times a power of ten within `domain`, about `count` of them.
  package static func nice(_ domain: ClosedRange<Double>, count: Int, whole: Bool = false) -> Ticks {
    let span = domain.upperBound - domain.lowerBound
    guard span > 0, span.isFinite else { return Ticks(values: [domain.lowerBound], step: 1) }
    var (mantissa, exponent) = niceStep(span / Double(max(count, 1)))
    if whole, exponent < 0 { (mantissa, exponent) = (1, 0) }
    let unit = Digits.power(Int(exponent.magnitude))
    func at(_ k: Double) -> Double { exponent < 0 ? k * mantissa / unit : k * mantissa * unit }
    let step = at(1)
    let slack = 1e-9
    let first = (domain.lowerBound / step - slack).rounded(.up)
    let last = (domain.upperBound / step + slack).rounded(.down)
    guard first <= last, last - first < 1000 else { return Ticks(values: [domain.lowerBound], step: step) }
    return Ticks(values: stride(from: first, through: last, by: 1).map { at($0) + 0 }, step: step)
  }

  /// The domain widened to whole steps on both sides.
  package static func widened(_ domain: ClosedRange<Double>, count: Int) -> ClosedRange<Double> {
    let span = domain.upperBound - domain.lowerBound
    guard span > 0, span.isFinite else { return domain }
    let (mantissa, exponent) = niceStep(span / Double(max(count, 1)))
    let step = mantissa * Digits.power(exponent)
    let low = (domain.lowerBound / step + 1e-9).rounded(.down) * step
    let high = (domain.upperBound / step - 1e-9).rounded(.up) * step
    return low < high ? low...high : domain
  }

  /// Powers of ten within `domain`, with 2 and 5 between them where there is room for at least `count` labels.
  package static func log(_ domain: ClosedRange<Double>, count: Int) -> Ticks {
    guard domain.lowerBound > 0, domain.upperBound.isFinite else { return Ticks(values: [], step: 1) }
    let first = Int(Logarithm.log10(domain.lowerBound).rounded(.down))
    let last = Int(Logarithm.log10(domain.upperBound).rounded(.up))
    let slack = 1 + 1e-9
    func ticks(_ digits: [Double], every: Int) -> [Double] {
      var out: [Double] = []
      for exponent in stride(from: first, through: last, by: every) {
        for digit in digits {
          let value = exponent < 0 ? digit / Digits.power(-exponent) : digit * Digits.power(exponent)
          if value * slack >= domain.lowerBound, value <= domain.upperBound * slack { out.append(value) }
        }
      }
      return out
    }
    for digits in [[1.0, 2, 5], [1.0, 3], [1.0]] where last - first <= count + 1 {
      let values = ticks(digits, every: 1)
      if values.count <= max(count, 2) { return Ticks(values: values, step: 1) }
    }
    return Ticks(values: ticks([1], every: max(2, (last - first) / max(count, 1) + 1)), step: 1)
  }

  private static func niceStep(_ raw: Double) -> (mantissa: Double, exponent: Int) {
    var exponent = Int(Logarithm.log10(raw).rounded(.down))
    let fraction = raw / Digits.power(exponent)
    let mantissa: Double
    switch fraction {
    case ..<1.000001: mantissa = 1
    case ..<2.000001: mantissa = 2
    case ..<5.000001: mantissa = 5
    default:
      mantissa = 1
      exponent += 1
    }
    return (mantissa, exponent)
  }
}

/// The decimal logarithm in plain arithmetic, so that a drawing is the same on every platform.
enum Logarithm {
  private static let log10Of2 = 0.301029995663981195
  private static let ln10 = 2.302585092994045684

  /// log10 of a positive number, to about 1e-15; 0 for anything else.
  static func log10(_ value: Double) -> Double {
    guard value > 0, value.isFinite else { return 0 }
    let m = value.significand
    let (f, shift): (Double, Double) = m > 1.4142135623730951 ? (m / 2, 1) : (m, 0)
    let z: Double = (f - 1) / (f + 1)
    let z2: Double = z * z
    var term = z
    var sum = 0.0
    var k = 1.0
    while k < 31 {
      sum += term / k
      term *= z2
      k += 2
    }
    return (Double(value.exponent) + shift) * log10Of2 + 2 * sum / ln10
  }
}
