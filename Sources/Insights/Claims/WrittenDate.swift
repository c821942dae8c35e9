import Evidence
import StateSystem

/// Dates in running text: `14 February 1950`, `February 1950`, `1950`, `1950-02-14`.
enum WrittenDate {
  private static let months = [
    "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november",
    "december",
  ]

  /// The first date of a text as days, and where it ends; `nil` without one.
  static func first(in text: String) -> Quantity? {
    let words = text.split { !($0.isLetter || $0.isNumber || $0 == "-") }.map { $0.lowercased() }
    for (index, word) in words.enumerated() {
      if let day = Day(word) { return quantity(day, day) }
      guard let year = Int(word), word.count == 4, (1000...2999).contains(year) else { continue }
      guard index > 0, let month = months.firstIndex(of: words[index - 1]) else {
        // "16 July" may follow the year, or nothing.
        return Day(year, 1, 1).flatMap { first in Day(year, 12, 31).map { quantity(first, $0) } }
      }
      if index > 1, words[index - 2].count <= 2, let number = Int(words[index - 2]) {
        // A day that the calendar does not have is no date, rather than the month alone.
        return Day(year, month + 1, number).map { quantity($0, $0) }
      }
      return Day(year, month + 1, 1).flatMap { first in
        Day(year, month + 1, Day.length(of: month + 1, in: year)).map { quantity(first, $0) }
      }
    }
    return nil
  }

  private static func quantity(_ first: Day, _ last: Day) -> Quantity {
    Quantity(
      value: (Double(first.number) + Double(last.number)) / 2, precision: Double(last.number - first.number) / 2)
  }
}
