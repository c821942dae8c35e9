import Evidence
import StateSystem

/// How figures and dates are put into words, the same in every sentence, table and export.
enum Wording {
  /// `75.0 %`; the digits one decimal place carries.
  static func percent(_ share: Double, decimals: Int = 1) -> String { "\(fixed(share * 100, decimals)) %" }

  /// `62nd`, `1st`, `11th`.
  static func ordinal(_ n: Int) -> String {
    let last = n % 10
    let suffix =
      (11...13).contains(n % 100) ? "th" : last == 1 ? "st" : last == 2 ? "nd" : last == 3 ? "rd" : "th"
    return "\(n)\(suffix)"
  }

  /// A decimal number with a fixed number of places and thousands set off by a narrow space.
  static func fixed(_ value: Double, _ decimals: Int) -> String {
    guard value.isFinite else { return "not a number" }
    var scale = 1.0
    for _ in 0..<decimals { scale *= 10 }
    let scaled = (value.magnitude * scale).rounded()
    guard scaled < 9e15 else { return "\(value)" }
    let digits = Int(scaled)
    let whole = digits / Int(scale)
    let part = digits % Int(scale)
    var text = grouped(whole)
    if decimals > 0 {
      let fraction = String(part)
      text += "." + String(repeating: "0", count: decimals - fraction.count) + fraction
    }
    return (value < 0 && digits > 0 ? "\u{2212}" : "") + text
  }

  /// Thousands set off by a narrow no-break space from 10 000 on.
  static func grouped(_ whole: Int) -> String {
    let digits = String(whole)
    guard digits.count > 4 else { return digits }
    var out = ""
    for (offset, digit) in digits.enumerated() {
      if offset > 0, (digits.count - offset) % 3 == 0 { out += "\u{202F}" }
      out.append(digit)
    }
    return out
  }

  /// A value in its unit, as printed.
  static func value(_ value: Double, _ unit: Unit) -> String {
    switch unit {
    case .share: percent(value)
    case .points: (value > 0 ? "+" : "") + "\(fixed(value * 100, 1)) points"
    case .growth: (value > 0 ? "+" : "") + percent(value)
    case .coefficient: fixed(value, value == value.rounded() ? 0 : 3)
    case .ratio: fixed(value, value.magnitude < 10 ? 2 : 1)
    case .rank: ordinal(Int(value.rounded()))
    case .count: value == value.rounded() ? fixed(value, 0) : fixed(value, 1)
    case .currentUSDMillion, .constantUSDMillion: dollars(value)
    case .tivMillion: "\(fixed(value, 0)) TIV m"
    case .flag: value == 0 ? "no" : "yes"
    case .years: "\(fixed(value, 0)) years"
    case .day: Int32(exactly: value.rounded()).map { day(Day(number: $0)) } ?? "no day"
    }
  }

  /// Million dollars in million, billion or trillion.
  static func dollars(_ million: Double) -> String {
    switch million.magnitude {
    case ..<1_000: "$\(fixed(million, 0)) m"
    case ..<100_000: "$\(fixed(million / 1_000, 2)) bn"
    case ..<1_000_000: "$\(fixed(million / 1_000, 1)) bn"
    default: "$\(fixed(million / 1_000_000, 2)) tn"
    }
  }

  /// `[68.5 %, 80.1 %]`; empty without an interval.
  static func interval(_ interval: Interval?, _ unit: Unit) -> String {
    guard let interval else { return "" }
    return "\(value(interval.low, unit)) to \(value(interval.high, unit))"
  }

  /// `2 September 2002`.
  static func day(_ day: Day) -> String {
    let f = day.fields
    return "\(f.day) \(months[f.month - 1]) \(f.year)"
  }

  /// The days from one to another in words: `14 February 1950`, `1963`, `May 1997`, `18 to 20 July 2000`.
  static func span(_ low: Double, _ high: Double) -> String {
    guard let a = Int32(exactly: low.rounded()), let b = Int32(exactly: high.rounded()) else { return "no day" }
    let first = Day(number: a)
    let last = Day(number: b)
    let f = first.fields
    let l = last.fields
    if first == last { return day(first) }
    if f.year == l.year, f.month == 1, f.day == 1, l.month == 12, l.day == 31 { return String(f.year) }
    if f.year == l.year, f.month == l.month, f.day == 1, l.day == Day.length(of: l.month, in: l.year) {
      return "\(months[f.month - 1]) \(f.year)"
    }
    return "\(day(first)) to \(day(last))"
  }

  /// An EDTF date in words; what is not understood is printed as it is.
  static func date(_ text: String) -> String {
    let parts = text.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
    guard parts.count == 2 else { return single(text) }
    if parts[1] == ".." { return "since \(single(parts[0]))" }
    if parts[0] == ".." { return "until \(single(parts[1]))" }
    return "\(single(parts[0])) to \(single(parts[1]))"
  }

  private static func single(_ text: String) -> String {
    let about = text.hasSuffix("~") || text.hasSuffix("%")
    let doubtful = text.hasSuffix("?") || text.hasSuffix("%")
    let core = about || doubtful ? String(text.dropLast()) : text
    let parts = core.split(separator: "-").compactMap { Int($0) }
    guard core.first != "-", core.split(separator: "-").count == parts.count, parts.count <= 3 else { return text }
    let plain: String
    switch parts.count {
    case 3 where (1...12).contains(parts[1]): plain = "\(parts[2]) \(months[parts[1] - 1]) \(parts[0])"
    case 2 where (1...12).contains(parts[1]): plain = "\(months[parts[1] - 1]) \(parts[0])"
    case 1: plain = core
    default: return text
    }
    return (about ? "about " : "") + plain + (doubtful ? " (doubtful)" : "")
  }

  private static let months = [
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
    "December",
  ]

  /// `a, b and c`.
  static func list(_ items: [String], _ word: String = "and") -> String {
    switch items.count {
    case 0: ""
    case 1: items[0]
    default: items.dropLast().joined(separator: ", ") + " \(word) " + items[items.count - 1]
    }
  }

  /// `a` or `an` before a word.
  static func article(_ word: String) -> String {
    "aeiou".contains(word.lowercased().first ?? "x") ? "an \(word)" : "a \(word)"
  }

  /// The place of a value in a class, in words: `above 92 % of all dyads`.
  static func place(_ percentile: Percentile) -> String {
    "\(ordinal(Int((percentile.value * 100).rounded()))) percentile (\(fixed(percentile.low * 100, 0))\u{2013}\(fixed(percentile.high * 100, 0))) of \(grouped(percentile.classSize)): \(percentile.comparison)"
      + (percentile.dyadic.map { "; \(dyadic($0))" } ?? "")
  }

  /// Node permutation and the interval over states, in short.
  private static func dyadic(_ place: DyadicPlace) -> String {
    let kept = [place.withFirst, place.withSecond].compactMap { $0 }.map { probability($0) }
    return
      "over states \(fixed(place.low * 100, 0))\u{2013}\(fixed(place.high * 100, 0)), reached in \(probability(place.p)) of relabellings"
      + (kept.isEmpty ? "" : ", with one state kept \(kept.joined(separator: " and "))")
  }

  private static func probability(_ p: Double) -> String { p < 0.001 ? "under 0.1 %" : percent(p) }
}
