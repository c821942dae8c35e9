/// Years that are not covered, one after the other, for one reason.
struct YearGap: Encodable, Hashable {
  let first: Int
  var last: Int
  let reason: String

  var words: String { (first == last ? "\(first)" : "\(first)-\(last)") + " (\(reason))" }

  /// The years that have nothing, in order.
  static func all(_ years: ClosedRange<Int>, without covered: [Int], reason: (Int) -> String) -> [YearGap] {
    let covered = Set(covered)
    var out: [YearGap] = []
    for year in years where !covered.contains(year) {
      let why = reason(year)
      if let last = out.last, last.last == year - 1, last.reason == why {
        out[out.count - 1].last = year
      } else {
        out.append(YearGap(first: year, last: year, reason: why))
      }
    }
    return out
  }
}
