/// The text of a binding as words: the measure and `name=value` pairs, each with its place.
struct BindingBody {
  struct Pair {
    let name: String
    let value: String
    let offset: Int
    let valueOffset: Int
  }

  /// What is wrong with the text.
  struct Fault: Error {
    let offset: Int
    let problem: String
    let advice: String?
  }

  let head: String
  let headOffset: Int
  let pairs: [Pair]

  /// Reads a measure and its pairs. A value with spaces stands in double quotation marks.
  init(_ source: SourceText, _ range: Range<Int>) throws(Fault) {
    var words = Words(source: source, at: range.lowerBound, end: range.upperBound)
    guard let first = try words.next() else {
      throw Fault(
        offset: range.lowerBound, problem: "the binding is empty",
        advice: "write a measure and its arguments, such as claim:trade.rank of=RUS for=CHN year=2001")
    }
    guard first.value == nil else {
      throw Fault(
        offset: first.offset, problem: "found \"\(first.name)=\", expected the name of a measure first",
        advice: "`entente measures` lists them")
    }
    head = first.name
    headOffset = first.offset
    var pairs: [Pair] = []
    while let word = try words.next() {
      guard let value = word.value else {
        throw Fault(
          offset: word.offset, problem: "found \"\(word.name.prefix(60))\", expected name=value",
          advice: "a value with spaces stands in double quotation marks")
      }
      guard !pairs.contains(where: { $0.name == word.name }) else {
        throw Fault(offset: word.offset, problem: "\"\(word.name)\" is given twice", advice: "keep one of them")
      }
      pairs.append(Pair(name: word.name, value: value, offset: word.offset, valueOffset: word.valueOffset))
    }
    self.pairs = pairs
  }

  /// The words of a range, one after the other.
  private struct Words {
    let source: SourceText
    var at: Int
    let end: Int

    struct Word {
      let name: String
      let value: String?
      let offset: Int
      let valueOffset: Int
    }

    private func isSpace(_ byte: UInt8) -> Bool { byte == 32 || (9...13).contains(byte) }

    mutating func next() throws(Fault) -> Word? {
      while at < end, isSpace(source.bytes[at]) { at += 1 }
      guard at < end else { return nil }
      let start = at
      while at < end, !isSpace(source.bytes[at]), source.bytes[at] != UInt8(ascii: "=") { at += 1 }
      let name = source.string(start..<at)
      guard at < end, source.bytes[at] == UInt8(ascii: "=") else {
        return Word(name: name, value: nil, offset: start, valueOffset: start)
      }
      guard !name.isEmpty else {
        throw Fault(offset: start, problem: "found \"=\" without a name before it", advice: "write name=value")
      }
      at += 1
      let valueStart = at
      if at < end, source.bytes[at] == UInt8(ascii: "\"") {
        at += 1
        let open = at
        while at < end, source.bytes[at] != UInt8(ascii: "\"") { at += 1 }
        guard at < end else {
          throw Fault(offset: valueStart, problem: "the quotation mark is not closed", advice: "add \" after the value")
        }
        let value = source.string(open..<at)
        at += 1
        return Word(name: name, value: value, offset: start, valueOffset: valueStart)
      }
      while at < end, !isSpace(source.bytes[at]) { at += 1 }
      let value = source.string(valueStart..<at)
      guard !value.isEmpty else {
        throw Fault(offset: start, problem: "\"\(name)=\" has no value", advice: "write \(name)=value")
      }
      return Word(name: name, value: value, offset: start, valueOffset: valueStart)
    }
  }
}
