import Statistics

/// Numbers as tables print them.
enum NumberText {
  /// With a fixed number of decimals, rounded half away from zero; in powers of ten where that would hide the number.
  static func fixed(_ value: Double, _ decimals: Int) -> String {
    guard value.isFinite else { return value.isNaN ? "" : value < 0 ? "-Inf" : "Inf" }
    let unit: Double = power(10, Double(decimals))
    let scaled: Double = (abs(value) * unit).rounded()
    guard scaled < 1e15 else { return scientific(value) }
    if scaled == 0, value != 0 { return scientific(value) }
    let whole = Int(scaled)
    let sign = value < 0 && whole > 0 ? "-" : ""
    guard decimals > 0 else { return sign + String(whole) }
    let divisor = Int(unit)
    let fraction = String(whole % divisor)
    return "\(sign)\(whole / divisor).\(String(repeating: "0", count: decimals - fraction.count))\(fraction)"
  }

  /// Four significant digits at least, three decimals at least.
  static func coefficient(_ value: Double) -> String {
    guard value.isFinite else { return fixed(value, 4) }
    let size = abs(value)
    if size >= 100 { return fixed(value, 2) }
    if size >= 0.1 || size == 0 { return fixed(value, 4) }
    return size >= 0.0001 ? fixed(value, 6) : scientific(value)
  }

  static func scientific(_ value: Double) -> String {
    guard value != 0, value.isFinite else { return "0" }
    var exponent = Int((logarithm(abs(value)) / logarithm(10)).rounded(.down))
    var mantissa: Double = value / power(10, Double(exponent))
    if abs(mantissa) >= 9.9995 {
      mantissa /= 10
      exponent += 1
    }
    return "\(fixed(mantissa, 3))e\(exponent)"
  }

  static func significance(_ p: Double) -> String {
    p.isNaN ? "" : p < 0.0001 ? "<.0001" : fixed(p, 4)
  }

  /// Thousands set apart by commas.
  static func count(_ value: Int) -> String {
    var digits = String(value.magnitude)
    var groups: [String] = []
    while digits.count > 3 {
      groups.insert(String(digits.suffix(3)), at: 0)
      digits.removeLast(3)
    }
    return (value < 0 ? "-" : "") + ([digits] + groups).joined(separator: ",")
  }
}
