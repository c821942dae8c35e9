import StateSystem

/// A number in running text: `16.3`, `32.2 %`, `+14.4 per cent`, `15th`, `eighth`, `eight times`, `$9.87 bn`, `1,200`.
struct WrittenNumber: Hashable, Sendable {
  let value: Double
  /// Half of the last digit written.
  let halfUnit: Double
  var isPercent = false
  var isOrdinal = false
  var isMoney = false
  /// 10⁶ for "m" and "million" and so on.
  var magnitude: Double = 1
  /// Where it stands, in characters of the text.
  let range: Range<Int>

  /// Whether nothing else stands in the text.
  func isWhole(of text: String) -> Bool { range == 0..<text.count }
}

extension WrittenNumber {
  private static let words = [
    "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
    "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen", "twenty",
  ]
  private static let ordinals = [
    "zeroth", "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth",
    "eleventh", "twelfth", "thirteenth", "fourteenth", "fifteenth", "sixteenth", "seventeenth", "eighteenth",
    "nineteenth", "twentieth",
  ]
  private static let tens = [
    "twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90,
  ]
  private static let ordinalTens = [
    "thirtieth": 30, "fortieth": 40, "fiftieth": 50, "sixtieth": 60, "seventieth": 70, "eightieth": 80,
    "ninetieth": 90, "hundredth": 100,
  ]
  private static let multiples = ["once": 1, "twice": 2, "thrice": 3, "none": 0, "never": 0]
  private static let magnitudes: [String: Double] = [
    "hundred": 1e2, "thousand": 1e3, "m": 1e6, "mn": 1e6, "million": 1e6, "bn": 1e9, "billion": 1e9, "tn": 1e12,
    "trillion": 1e12,
  ]

  /// All numbers in a text, in order. Digits inside a word, such as those of `G7`, are no number.
  ///
  /// - Complexity: O(length).
  static func all(in text: String) -> [WrittenNumber] {
    let characters = Array(text)
    var found: [WrittenNumber] = []
    var at = 0
    while at < characters.count {
      if let number = number(in: characters, at: at) {
        found.append(number)
        at = number.range.upperBound
      } else if characters[at].isLetter || isDigit(characters[at]) {
        while at < characters.count, characters[at].isLetter || isDigit(characters[at]) { at += 1 }
      } else {
        at += 1
      }
    }
    return found
  }

  private static func isDigit(_ c: Character) -> Bool { c.isASCII && c.isNumber }

  private static func number(in text: [Character], at start: Int) -> WrittenNumber? {
    if text[start].isLetter {
      var end = start
      while end < text.count, text[end].isLetter { end += 1 }
      guard end - start <= 12, end == text.count || !isDigit(text[end]) else { return nil }
      let word = String(text[start..<end]).lowercased()
      if let ten = tens[word], let (unit, isOrdinal, after) = unit(in: text, after: end) {
        let value = Double(ten + unit)
        guard !isOrdinal else {
          return WrittenNumber(value: value, halfUnit: 0.5, isOrdinal: true, range: start..<after)
        }
        return suffixed(value, half: 0.5, from: start, to: after, in: text, isMoney: false, sign: 1)
      }
      if let value = words.firstIndex(of: word) ?? tens[word] ?? multiples[word] {
        return suffixed(Double(value), half: 0.5, from: start, to: end, in: text, isMoney: false, sign: 1)
      }
      guard let value = ordinals.firstIndex(of: word) ?? ordinalTens[word] else { return nil }
      return WrittenNumber(value: Double(value), halfUnit: 0.5, isOrdinal: true, range: start..<end)
    }
    return digits(in: text, at: start)
  }

  /// The one to nine that a hyphen joins to a ten: the `four` or `fourth` of `forty-four`.
  private static func unit(in text: [Character], after end: Int) -> (unit: Int, isOrdinal: Bool, end: Int)? {
    guard end < text.count, text[end] == "-" else { return nil }
    var at = end + 1
    while at < text.count, text[at].isLetter, at - end < 8 { at += 1 }
    guard at == text.count || !(text[at].isLetter || isDigit(text[at])) else { return nil }
    let word = String(text[(end + 1)..<at]).lowercased()
    if let unit = words.firstIndex(of: word), (1...9).contains(unit) { return (unit, false, at) }
    if let unit = ordinals.firstIndex(of: word), (1...9).contains(unit) { return (unit, true, at) }
    return nil
  }

  private static func digits(in text: [Character], at start: Int) -> WrittenNumber? {
    var at = start
    var sign = 1.0
    if "+-\u{2212}".contains(text[at]) {
      guard at == 0 || !(text[at - 1].isLetter || isDigit(text[at - 1])) else { return nil }
      sign = text[at] == "+" ? 1 : -1
      at += 1
    }
    let isMoney = at < text.count && text[at] == "$"
    if isMoney { at += 1 }
    guard at < text.count, isDigit(text[at]) else { return nil }
    guard start == 0 || !text[start - 1].isLetter || isMoney else { return nil }
    var whole = ""
    var fraction = ""
    while at < text.count, at - start < 40 {
      if isDigit(text[at]) {
        whole.append(text[at])
        at += 1
      } else if ",\u{202F}\u{2009}\u{A0}".contains(text[at]), isGroup(text, at + 1),
        whole.count <= 3 || whole.count % 3 == 0
      {
        at += 1
      } else {
        break
      }
    }
    if at + 1 < text.count, text[at] == ".", isDigit(text[at + 1]) {
      at += 1
      while at < text.count, isDigit(text[at]), fraction.count < 15 {
        fraction.append(text[at])
        at += 1
      }
    }
    guard let value = Double(fraction.isEmpty ? whole : "\(whole).\(fraction)") else { return nil }
    var half = 0.5
    for _ in fraction { half /= 10 }
    return suffixed(value, half: half, from: start, to: at, in: text, isMoney: isMoney, sign: sign)
  }

  /// Three digits and then none.
  private static func isGroup(_ text: [Character], _ at: Int) -> Bool {
    guard at + 3 <= text.count, text[at..<(at + 3)].allSatisfy(isDigit) else { return false }
    return at + 3 == text.count || !isDigit(text[at + 3])
  }

  /// The number with what follows it: per cent, an ordinal's ending, a word for its size.
  private static func suffixed(
    _ value: Double, half: Double, from start: Int, to end: Int, in text: [Character], isMoney: Bool, sign: Double
  ) -> WrittenNumber? {
    var at = end
    var word = ""
    func read(_ from: Int) -> (String, Int) {
      var next = from
      while next < text.count, text[next].isLetter { next += 1 }
      return (String(text[from..<next]).lowercased(), next)
    }
    var number = WrittenNumber(value: sign * value, halfUnit: half, isMoney: isMoney, range: start..<end)
    // Directly after the digits: 15th, 9bn, 8%; a letter that means nothing makes it part of a word.
    if at < text.count, text[at].isLetter {
      (word, at) = read(at)
      if ["st", "nd", "rd", "th"].contains(word) {
        return number.with(end: at) { $0.isOrdinal = true }
      }
      guard let size = magnitudes[word] else { return nil }
      return number.with(end: at) { $0.magnitude = size }
    }
    while at < text.count, text[at] == " " || text[at] == "\u{A0}" || text[at] == "\u{202F}" { at += 1 }
    if at < text.count, text[at] == "%" { return number.with(end: at + 1) { $0.isPercent = true } }
    guard at < text.count, at > end || !text[at].isLetter, text[at].isLetter else { return number }
    (word, at) = read(at)
    if let size = magnitudes[word] {
      number = number.with(end: at) { $0.magnitude = size }
      while at < text.count, text[at] == " " { at += 1 }
      let (unit, after) = read(at)
      return ["dollar", "dollars"].contains(unit) ? number.with(end: after) { $0.isMoney = true } : number
    }
    if word == "percent" { return number.with(end: at) { $0.isPercent = true } }
    if word == "per" {
      let (next, after) = at < text.count ? read(at + 1) : ("", at)
      if next == "cent" { return number.with(end: after) { $0.isPercent = true } }
    }
    return number
  }

  private func with(end: Int, _ change: (inout WrittenNumber) -> Void) -> WrittenNumber {
    var copy = WrittenNumber(
      value: value, halfUnit: halfUnit, isPercent: isPercent, isOrdinal: isOrdinal, isMoney: isMoney,
      magnitude: magnitude, range: range.lowerBound..<end)
    change(&copy)
    return copy
  }
}
