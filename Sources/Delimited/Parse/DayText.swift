/// The day, in days since 1970-01-01 of the proleptic Gregorian calendar, that a text is; `nil` if it is none.
func parseDay(_ text: UnsafeBufferPointer<UInt8>, _ format: Delimited.DayFormat) -> Int32? {
  var parts = (0, 0, 0)
  if format == .compact {
    guard text.count == 8, let y = decimal(text, 0..<4), let m = decimal(text, 4..<6), let d = decimal(text, 6..<8)
    else { return nil }
    return dayNumber(y, m, d)
  }
  guard let first = text.firstIndex(where: isDaySeparator),
    let second = text[(first + 1)...].firstIndex(where: isDaySeparator),
    let a = decimal(text, 0..<first), let b = decimal(text, first + 1..<second),
    let c = decimal(text, second + 1..<text.count)
  else { return nil }
  parts = (a, b, c)
  let yearDigits = format == .yearMonthDay ? first : text.count - second - 1
  guard yearDigits == 4 else { return nil }
  switch format {
  case .yearMonthDay, .compact: return dayNumber(parts.0, parts.1, parts.2)
  case .dayMonthYear: return dayNumber(parts.2, parts.1, parts.0)
  case .monthDayYear: return dayNumber(parts.2, parts.0, parts.1)
  }
}

private func isDaySeparator(_ b: UInt8) -> Bool {
  b == 0x2D || b == 0x2F || b == 0x3A || b == 0x2E
}

/// The number of one to four digits in a part of a text.
private func decimal(_ text: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> Int? {
  guard !range.isEmpty, range.count <= 4 else { return nil }
  var value = 0
  for i in range {
    let digit = text[i] &- 0x30
    guard digit < 10 else { return nil }
    value = value * 10 + Int(digit)
  }
  return value
}

private func dayNumber(_ year: Int, _ month: Int, _ day: Int) -> Int32? {
  guard (1...12).contains(month), day >= 1 else { return nil }
  let isLeap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0
  let length = month == 2 ? (isLeap ? 29 : 28) : [4, 6, 9, 11].contains(month) ? 30 : 31
  guard day <= length else { return nil }
  let y = month <= 2 ? year - 1 : year
  let era = (y >= 0 ? y : y - 399) / 400
  let yearOfEra = y - era * 400
  let dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1
  let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
  return Int32(era * 146_097 + dayOfEra - 719_468)
}
