extension RowParser {
  /// Reads an integer that is nothing but digits and a sign; `nil` leaves the field to ``convert(_:_:_:escapes:)``.
  @inline(__always)
  func fastInteger(_ action: UnsafePointer<Plan.Action>, _ start: Int) -> Int? {
    var p = start
    let negative = base[p] == 0x2D
    if negative { p += 1 }
    let first = p
    var value = 0
    var digit = base[p] &- 0x30
    while digit < 10 {
      value = value &* 10 &+ Int(digit)
      p += 1
      digit = base[p] &- 0x30
    }
    let b = base[p]
    guard p > first, p - first <= 18, b == separator || b == 0x0A || b == 0x0D,
      store(negative ? -value : value, action)
    else { return nil }
    return p
  }

  /// Reads a number without spaces around it; `nil` leaves the field to ``convert(_:_:_:escapes:)``.
  @inline(__always)
  func fastNumber(_ action: UnsafePointer<Plan.Action>, _ start: Int) -> Int? {
    guard let (value, end) = parseNumber(base + start, powersOfTen) else { return nil }
    let b = end.pointee
    guard b == separator || b == 0x0A || b == 0x0D, store(value, action) else { return nil }
    return end - base
  }

  /// Notes a text that is ASCII and stands in the chunk as it is; false leaves it to ``convert(_:_:_:escapes:)``.
  @inline(__always)
  func fastText(_ action: UnsafePointer<Plan.Action>, _ start: Int, _ end: Int) -> Bool {
    guard action.pointee.missingTexts.isEmpty, !action.pointee.trims,
      asciiPrefix(base + start, end - start) == end - start
    else { return false }
    texts[action.pointee.slot] = TextSlice(start: start, count: end - start, inScratch: false)
    return true
  }

  /// Writes a value or the sign of its absence into the current row; false if it is out of range.
  @inline(__always)
  private func store(_ value: Int, _ action: UnsafePointer<Plan.Action>) -> Bool {
    let place = out.integers[action.pointee.slot] + row
    for code in action.pointee.missingIntegers where code == value {
      place.pointee = Int32.min
      return true
    }
    guard value >= action.pointee.low, value <= action.pointee.high else { return false }
    place.pointee = Int32(truncatingIfNeeded: value)
    return true
  }

  @inline(__always)
  private func store(_ value: Double, _ action: UnsafePointer<Plan.Action>) -> Bool {
    let place = out.numbers[action.pointee.slot] + row
    for code in action.pointee.missingNumbers where code == value {
      place.pointee = Double.nan
      return true
    }
    guard value >= action.pointee.lowNumber, value <= action.pointee.highNumber else { return false }
    place.pointee = value
    return true
  }

  /// Reads the field between two bytes, of any type, into the current row; false if it is not what it must be.
  ///
  /// The byte at `to` is the separator, a line break or a quote.
  @inline(never)
  mutating func convert(_ action: UnsafePointer<Plan.Action>, _ from: Int, _ to: Int, escapes: Bool) -> Bool {
    var from = from
    var to = to
    if action.pointee.trims {
      while from < to, base[from] == 0x20 || base[from] == 0x09 { from += 1 }
      while to > from, base[to - 1] == 0x20 || base[to - 1] == 0x09 { to -= 1 }
    }
    let slice = UnsafeBufferPointer(start: base + from, count: to - from)
    let isMissing = action.pointee.missingTexts.contains { code in
      code.count == slice.count && code.elementsEqual(slice)
    }
    let slot = action.pointee.slot
    switch action.pointee.step {
    case .skip: return true
    case .text where isMissing: texts[slot].start = -1
    case .text: return keepText(slot, from, slice, escapes: escapes)
    case .integer where isMissing, .day where isMissing: out.integers[slot][row] = Int32.min
    case .integer: return readInteger(action, slice)
    case .day:
      guard let day = parseDay(slice, action.pointee.dayFormat) else { return false }
      out.integers[slot][row] = day
    case .number where isMissing: out.numbers[slot][row] = Double.nan
    case .number:
      guard let (value, end) = parseNumber(base + from, powersOfTen), end == base + to else { return false }
      return store(value, action)
    }
    return true
  }

  private func readInteger(_ action: UnsafePointer<Plan.Action>, _ slice: UnsafeBufferPointer<UInt8>) -> Bool {
    var digits = slice[...]
    let negative = digits.first == 0x2D
    if negative || digits.first == 0x2B { digits = digits.dropFirst() }
    if !digits.isEmpty, digits.count <= 18, digits.allSatisfy({ $0 &- 0x30 < 10 }) {
      let value = digits.reduce(0) { $0 * 10 + Int($1 - 0x30) }
      return store(negative ? -value : value, action)
    }
    guard action.pointee.acceptsDecimals, let base = slice.baseAddress,
      let (value, end) = parseNumber(base, powersOfTen),
      end == base + slice.count, let whole = Int(exactly: value)
    else { return false }
    return store(whole, action)
  }

  /// Notes a text of the current row, as UTF-8; false if it is not in the encoding of the file.
  private mutating func keepText(
    _ slot: Int, _ from: Int, _ slice: UnsafeBufferPointer<UInt8>, escapes: Bool
  ) -> Bool {
    let base = self.base + from
    var latin1 = false
    var transcodes = false
    if asciiPrefix(base, slice.count) < slice.count {
      switch plan.encoding {
      case .utf8:
        guard isUTF8(base, slice.count) else { return false }
      case .utf8ElseWindows1252:
        transcodes = !isUTF8(base, slice.count)
        if transcodes { transcodedFields += 1 }
      case .latin1: (latin1, transcodes) = (true, true)
      case .windows1252: transcodes = true
      }
    }
    guard escapes || transcodes else {
      texts[slot] = TextSlice(start: from, count: slice.count, inScratch: false)
      return true
    }
    let start = scratch.count
    if escapes {
      var plain: [UInt8] = []
      plain.reserveCapacity(slice.count)
      var i = 0
      while i < slice.count {
        plain.append(slice[i])
        i += slice[i] == 0x22 ? 2 : 1
      }
      plain.withUnsafeBufferPointer {
        if transcodes { appendUTF8($0, latin1: latin1, to: &scratch) } else { scratch.append(contentsOf: $0) }
      }
    } else {
      appendUTF8(slice, latin1: latin1, to: &scratch)
    }
    texts[slot] = TextSlice(start: start, count: scratch.count - start, inScratch: true)
    return true
  }

  // MARK: - Issues

  func place(of field: Int) -> (name: String?, position: Int?) {
    (field < plan.header.count ? plan.header[field] : nil, field + 1)
  }

  /// The field between two bytes is not what its column must hold.
  func issue(_ field: Int, _ from: Int, _ to: Int, line: Int) -> Delimited.RowIssue {
    let slice = UnsafeBufferPointer(start: base + from, count: to - from)
    var expected = plan.expectations[field]
    if plan.actions[field].step == .text { expected = "UTF-8 text; if the file is older, read it as Windows-1252" }
    return Delimited.RowIssue(
      file: plan.file, line: line, column: plan.header[field], position: field + 1, found: escaped(slice),
      expected: expected)
  }

  /// Text stands between a closing quote and the separator.
  func strayText(_ field: Int, _ from: Int, _ to: Int, line: Int) -> Delimited.RowIssue {
    let place = place(of: field)
    return Delimited.RowIssue(
      file: plan.file, line: line, column: place.name, position: place.position,
      found: escaped(UnsafeBufferPointer(start: base + from, count: to - from)) + " after the closing quote",
      expected: "the separator or the end of the row")
  }

  /// The row has not as many fields as the header, unless padding makes it so.
  mutating func ragged(_ fields: Int, _ start: Int, _ end: Int, line: Int) -> Delimited.RowIssue? {
    let expected = plan.actions.count
    guard fields != expected else { return nil }
    if plan.pads, fields < expected {
      guard let first = UnsafePointer(plan.actions.baseAddress) else { return nil }
      for field in fields..<expected where !convert(first + field, end, end, escapes: false) {
        return issue(field, end, end, line: line)
      }
      return nil
    }
    if plan.pads, surplusIsEmpty(start, end, fields - expected) { return nil }
    return Delimited.RowIssue(
      file: plan.file, line: line, column: nil, position: nil,
      found: "\(fields) fields in " + escaped(UnsafeBufferPointer(start: base + start, count: end - start)),
      expected: "\(expected) fields")
  }

  /// Whether the row ends with so many separators in a row.
  private func surplusIsEmpty(_ start: Int, _ end: Int, _ surplus: Int) -> Bool {
    guard end - start >= surplus else { return false }
    return (end - surplus..<end).allSatisfy { base[$0] == plan.separator }
  }
}
