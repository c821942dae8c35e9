/// A claim, figure or table as it is bound in the Markdown: where it stands and its text.
struct RawBinding: Sendable {
  enum Scheme: String, Sendable, CaseIterable {
    case claim, figure, table
  }

  let scheme: Scheme
  /// The bytes between the scheme's colon and the end of the destination.
  let body: Range<Int>
  /// The scheme with its body, as it stands between the brackets.
  let whole: Range<Int>
  /// The label of a definition, `[label]: claim:…`.
  let label: String?
  /// No end was found.
  let isUnclosed: Bool
}

/// Finds bindings in the text and replaces each by a token that CommonMark reads as a link destination.
///
/// A destination with spaces is no link in CommonMark, and a claim is easier to type and to read with spaces than without; so bindings are taken
/// out before the parser of CommonMark sees the text. Whether one stands in code is known only afterwards: tokens in code are put back.
///
/// - Complexity: O(bytes).
struct BindingScanner {
  /// Longest binding, in bytes; several times what any measure needs.
  static let longest = 4_000

  let source: SourceText
  let start: Int
  private(set) var bindings: [RawBinding] = []
  /// The text with tokens, and for each piece of it the offset in the source.
  private(set) var rewritten: [UInt8] = []
  private(set) var pieces: [(rewritten: Int, source: Int)] = []
  let tokenStem: String
  /// The next closing bracket and the next empty line, each from the last place it was looked for: many open bindings are refused at once.
  private var nextBracket = -1
  private var nextGap = -1

  init(_ source: SourceText, from start: Int) {
    self.source = source
    self.start = start
    tokenStem = Self.stem(notIn: source.bytes)
    scan()
  }

  func token(_ index: Int) -> String { "\(tokenStem)\(index)x" }

  /// The offset in the source of an offset in the rewritten text.
  func sourceOffset(_ offset: Int) -> Int {
    var low = 0
    var high = pieces.count
    while low + 1 < high {
      let middle = (low + high) / 2
      if pieces[middle].rewritten <= offset { low = middle } else { high = middle }
    }
    guard low < pieces.count else { return start + offset }
    return pieces[low].source + (offset - pieces[low].rewritten)
  }

  /// A stem that the text does not contain, the same for the same text.
  private static func stem(notIn bytes: [UInt8]) -> String {
    var stem = "entente-binding-"
    while contains(bytes, Array(stem.utf8)) { stem = "x" + stem }
    return stem
  }

  static func contains(_ bytes: [UInt8], _ part: [UInt8]) -> Bool {
    find(part, in: bytes, from: 0, to: bytes.count) != nil
  }

  /// The first place of `part` in `bytes`.
  static func find(_ part: [UInt8], in bytes: [UInt8], from start: Int, to end: Int) -> Int? {
    guard let first = part.first, end - start >= part.count, start >= 0 else { return nil }
    var at = start
    while at <= end - part.count {
      if bytes[at] == first, bytes[at..<(at + part.count)].elementsEqual(part) { return at }
      at += 1
    }
    return nil
  }
}

extension BindingScanner {
  private mutating func scan() {
    let bytes = source.bytes
    var at = start
    var copied = start
    var isLineStart = true
    while at < bytes.count {
      if isLineStart, let found = definition(at: at) {
        take(found, &copied)
        at = found.whole.upperBound
        isLineStart = false
        continue
      }
      isLineStart = bytes[at] == UInt8(ascii: "\n")
      if bytes[at] == UInt8(ascii: "]"), at + 1 < bytes.count, bytes[at + 1] == UInt8(ascii: "("),
        let found = inline(at: at + 2)
      {
        take(found, &copied)
        at = found.whole.upperBound
        continue
      }
      at += 1
    }
    copy(copied..<bytes.count)
  }

  private mutating func take(_ binding: RawBinding, _ copied: inout Int) {
    copy(copied..<binding.whole.lowerBound)
    pieces.append((rewritten.count, binding.whole.lowerBound))
    rewritten.append(contentsOf: token(bindings.count).utf8)
    bindings.append(binding)
    copied = binding.whole.upperBound
  }

  private mutating func copy(_ range: Range<Int>) {
    pieces.append((rewritten.count, range.lowerBound))
    rewritten.append(contentsOf: source.bytes[range])
  }

  /// `(claim:…)` or `(<claim:…>)` after the bracket; a line end may stand in it, an empty line may not.
  private mutating func inline(at open: Int) -> RawBinding? {
    var at = open
    while at < source.bytes.count, source.bytes[at] == UInt8(ascii: " ") { at += 1 }
    let isPointed = source.has("<", at: at)
    guard let (scheme, bodyStart) = scheme(at: isPointed ? at + 1 : at) else { return nil }
    let close: StaticString = isPointed ? ">" : ")"
    let isHopeless = !isPointed && !canClose(bodyStart)
    guard !isHopeless, let end = end(of: bodyStart, closing: close, isDefinition: false) else {
      return RawBinding(
        scheme: scheme, body: bodyStart..<bodyStart, whole: at..<bodyStart, label: nil, isUnclosed: true)
    }
    return RawBinding(
      scheme: scheme, body: bodyStart..<end, whole: at..<(isPointed ? end + 1 : end), label: nil, isUnclosed: false)
  }

  /// Whether a closing bracket stands near enough, before the next empty line.
  private mutating func canClose(_ body: Int) -> Bool {
    let bytes = source.bytes
    if nextBracket < body {
      nextBracket = bytes[body...].firstIndex(of: UInt8(ascii: ")")) ?? bytes.count
    }
    if nextGap < body {
      var at = body
      while at < bytes.count, !(bytes[at] == UInt8(ascii: "\n") && isBlank(from: at + 1)) { at += 1 }
      nextGap = at
    }
    return nextBracket < bytes.count && nextBracket - body <= Self.longest && nextBracket <= nextGap
  }

  /// `[label]: claim:…` to the end of the line and of the indented lines after it.
  private func definition(at lineStart: Int) -> RawBinding? {
    let bytes = source.bytes
    var at = lineStart
    while at < bytes.count, at - lineStart < 3, bytes[at] == UInt8(ascii: " ") { at += 1 }
    guard at < bytes.count, bytes[at] == UInt8(ascii: "[") else { return nil }
    let labelStart = at + 1
    while at < bytes.count, bytes[at] != UInt8(ascii: "]") {
      if bytes[at] == UInt8(ascii: "\n") || at - labelStart > 200 { return nil }
      at += 1
    }
    guard source.has("]:", at: at) else { return nil }
    let label = source.string(labelStart..<at)
    at += 2
    while at < bytes.count, bytes[at] == UInt8(ascii: " ") || bytes[at] == UInt8(ascii: "\t") { at += 1 }
    let isPointed = source.has("<", at: at)
    guard let (scheme, bodyStart) = scheme(at: isPointed ? at + 1 : at) else { return nil }
    guard let end = end(of: bodyStart, closing: isPointed ? ">" : "\n", isDefinition: true) else {
      return RawBinding(
        scheme: scheme, body: bodyStart..<bodyStart, whole: at..<bodyStart, label: label, isUnclosed: true)
    }
    return RawBinding(
      scheme: scheme, body: bodyStart..<end, whole: at..<(isPointed ? end + 1 : end), label: label, isUnclosed: false)
  }

  private func scheme(at offset: Int) -> (RawBinding.Scheme, Int)? {
    for scheme in RawBinding.Scheme.allCases {
      let name = Array("\(scheme.rawValue):".utf8)
      let end = offset + name.count
      if end <= source.bytes.count, source.bytes[offset..<end].elementsEqual(name) { return (scheme, end) }
    }
    return nil
  }

  /// The end of a body: its closing byte outside quotation marks; `nil` at an empty line, at the end, or too far on.
  private func end(of body: Int, closing: StaticString, isDefinition: Bool) -> Int? {
    let bytes = source.bytes
    let newline = UInt8(ascii: "\n")
    var at = body
    var isQuoted = false
    while at < bytes.count, at - body <= Self.longest {
      let byte = bytes[at]
      if byte == UInt8(ascii: "\"") { isQuoted.toggle() }
      if byte == newline {
        let next = at + 1
        let isContinued = next < bytes.count && (bytes[next] == UInt8(ascii: " ") || bytes[next] == UInt8(ascii: "\t"))
        if isDefinition, !isContinued || isBlank(from: next) {
          return isQuoted || closing.utf8Start.pointee != newline ? nil : at
        }
        if isBlank(from: next) { return nil }
      } else if !isQuoted, source.has(closing, at: at) {
        return at
      }
      at += 1
    }
    return isDefinition && closing.utf8Start.pointee == newline && at == bytes.count && !isQuoted ? at : nil
  }

  private func isBlank(from offset: Int) -> Bool {
    var at = offset
    while at < source.bytes.count {
      switch source.bytes[at] {
      case UInt8(ascii: " "), UInt8(ascii: "\t"), UInt8(ascii: "\r"): at += 1
      case UInt8(ascii: "\n"): return true
      default: return false
      }
    }
    return true
  }
}
