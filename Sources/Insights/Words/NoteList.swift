/// Caveats of many figures as one list.
enum NoteList {
  /// Each note once; notes that differ only in the number they begin with become one, with the range of the numbers.
  static func merged(_ notes: [String]) -> [String] {
    var order: [String] = []
    var numbers: [String: ClosedRange<Int>] = [:]
    for note in notes {
      let digits = note.prefix { $0.isASCII && $0.isNumber }
      let rest = String(note.dropFirst(digits.count))
      guard let number = Int(digits), rest.first == " " else {
        if !order.contains(note) { order.append(note) }
        continue
      }
      if let known = numbers[rest] {
        numbers[rest] = min(known.lowerBound, number)...max(known.upperBound, number)
      } else {
        numbers[rest] = number...number
        order.append(rest)
      }
    }
    return order.map { note in
      guard let range = numbers[note] else { return note }
      return (range.count == 1 ? "\(range.lowerBound)" : "\(range.lowerBound) to \(range.upperBound)") + note
    }
  }
}
