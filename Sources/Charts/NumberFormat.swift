/// How a number is written on an axis or beside a mark.
///
/// Formatting is the same on every machine: comma between thousands, point before decimals, a true minus sign.
public enum NumberFormat: Hashable, Sendable {
  /// 1,234.50 with the given number of decimals.
  case number(decimals: Int)
  /// A share of one written as a per cent: 0.75 is 75 %.
  case percent(decimals: Int = 0)
  /// 160.6 bn, 9.9 m, 640: three significant figures and a short-scale suffix.
  case compact
  /// 2002: no separator between thousands.
  case year

  /// The number in words of this format.
  public func callAsFunction(_ value: Double) -> String {
    guard value.isFinite else { return "–" }
    switch self {
    case .number(let decimals): return Digits.grouped(value, decimals: decimals)
    case .percent(let decimals): return Digits.grouped(value * 100, decimals: decimals) + "\u{A0}%"
    case .compact: return Digits.compact(value)
    case .year: return Digits.fixed(value, decimals: 0)
    }
  }

  /// The number on an axis whose ticks are `step` apart: as many decimals as the step needs.
  func tick(_ value: Double, step: Double) -> String {
    switch self {
    case .number: Digits.grouped(value, decimals: Digits.decimals(ofStep: step))
    case .percent: Digits.grouped(value * 100, decimals: Digits.decimals(ofStep: step * 100)) + "\u{A0}%"
    case .compact: Digits.compact(value)
    case .year: Digits.fixed(value, decimals: 0)
    }
  }

  /// `value`, or `value (low–high)` when the reading has an interval.
  func withInterval(_ reading: Reading) -> String {
    guard let value = reading.value else { return reading.reason ?? "" }
    guard let interval = reading.interval else { return self(value) }
    return "\(self(value)) (\(span(interval)))"
  }

  /// `low–high`, with the unit once.
  func span(_ interval: ClosedRange<Double>) -> String {
    let joint = interval.lowerBound < 0 || interval.upperBound < 0 ? " to " : "–"
    if case .percent(let decimals) = self {
      return Digits.grouped(interval.lowerBound * 100, decimals: decimals) + joint + self(interval.upperBound)
    }
    return self(interval.lowerBound) + joint + self(interval.upperBound)
  }
}

/// Decimal digits without a locale and without Foundation.
package enum Digits {
  /// The value rounded to `decimals` places (0...9), half away from zero; scientific beyond 10^15.
  package static func fixed(_ value: Double, decimals: Int) -> String {
    let places = min(max(decimals, 0), 9)
    let factor: Double = power(places)
    let scaled: Double = (value.magnitude * factor).rounded()
    guard scaled < 9e15, let whole = Int64(exactly: scaled) else { return scientific(value) }
    let (integer, fraction) = whole.quotientAndRemainder(dividingBy: Int64(factor))
    var text = String(integer)
    if places > 0 {
      let digits = String(fraction)
      text += "." + String(repeating: "0", count: places - digits.utf8.count) + digits
    }
    return value < 0 && whole != 0 ? "\u{2212}" + text : text
  }

  /// As `fixed`, with commas between thousands.
  static func grouped(_ value: Double, decimals: Int) -> String {
    let text = fixed(value, decimals: decimals)
    let digits = text.prefix { $0 == "\u{2212}" || ($0.isASCII && $0.isNumber) }
    let sign = digits.hasPrefix("\u{2212}") ? "\u{2212}" : ""
    let whole = Array(digits.dropFirst(sign.isEmpty ? 0 : 1))
    guard whole.count > 3, !text.contains("×") else { return text }
    var out = sign
    for (position, digit) in whole.enumerated() {
      if position > 0, (whole.count - position) % 3 == 0 { out.append(",") }
      out.append(digit)
    }
    return out + text.dropFirst(digits.count)
  }

  /// Three significant figures and a suffix: k, m, bn, tn.
  static func compact(_ value: Double) -> String {
    let size = value.magnitude
    guard size < 9.995e14 else { return scientific(value) }
    let units: [(Double, String)] = [(1e12, "\u{A0}tn"), (1e9, "\u{A0}bn"), (1e6, "\u{A0}m"), (1e3, "k"), (1, "")]
    for (unit, suffix) in units where size >= unit * 0.9995 || unit == 1 {
      let scaled = value / unit
      if unit == 1, size > 0, size < 0.01 { return scientific(value) }
      let places = scaled.magnitude >= 99.95 ? 0 : scaled.magnitude >= 9.995 ? 1 : 2
      return trimmed(fixed(scaled, decimals: places)) + suffix
    }
    return fixed(value, decimals: 0)
  }

  /// 1.2×10^18, for what no axis should have to show.
  static func scientific(_ value: Double) -> String {
    guard value != 0, value.isFinite else { return "0" }
    var exponent = 0
    var mantissa = value.magnitude
    while mantissa >= 9.995, exponent < 400 {
      mantissa /= 10
      exponent += 1
    }
    while mantissa < 0.9995, exponent > -400 {
      mantissa *= 10
      exponent -= 1
    }
    let sign = value < 0 ? "\u{2212}" : ""
    return sign + trimmed(fixed(mantissa, decimals: 2)) + "×10" + superscript(exponent)
  }

  /// The value without trailing zeros after the point.
  package static func trimmed(_ text: String) -> String {
    guard text.contains(".") else { return text }
    var characters = text[...]
    while characters.hasSuffix("0") { characters = characters.dropLast() }
    if characters.hasSuffix(".") { characters = characters.dropLast() }
    return String(characters)
  }

  /// A coordinate: two decimals at most, ASCII minus.
  static func coordinate(_ value: Double) -> String {
    let text = trimmed(fixed(value.isFinite ? value : 0, decimals: 2))
    return text.hasPrefix("\u{2212}") ? "-" + text.dropFirst() : text
  }

  /// The shortest text that reads back as the same number, for tables.
  package static func exact(_ value: Double) -> String {
    let text = "\(value)"
    return text.hasSuffix(".0") ? String(text.dropLast(2)) : text
  }

  /// The decimals needed to write multiples of `step`.
  static func decimals(ofStep step: Double) -> Int {
    var places = 0
    var scaled = step.magnitude
    guard scaled > 0, scaled.isFinite else { return 0 }
    while places < 9, (scaled - scaled.rounded()).magnitude > 1e-6 * max(scaled, 1e-3) {
      scaled *= 10
      places += 1
    }
    return places
  }

  /// `10^exponent`, the nearest double.
  static func power(_ exponent: Int) -> Double {
    guard (0...22).contains(exponent) else { return Double("1e\(exponent)") ?? 0 }
    var out = 1.0
    for _ in 0..<exponent { out *= 10 }
    return out
  }

  private static func superscript(_ exponent: Int) -> String {
    let digits: [Character] = ["⁰", "¹", "²", "³", "⁴", "⁵", "⁶", "⁷", "⁸", "⁹"]
    let text = String(exponent.magnitude).compactMap { $0.wholeNumberValue }.map { digits[$0] }
    return (exponent < 0 ? "⁻" : "") + String(text)
  }
}
