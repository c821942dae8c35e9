import Evidence
import StateSystem

/// Reads what a claim expects from its keys, or from its words, and reads the two against each other.
struct ExpectationReader {
  let source: SourceText
  let request: MeasureRequest
  let measureUnit: Unit
  let keys: [ClaimKey: BindingBody.Pair]
  let text: String
  let textOffset: Int

  typealias Fault = ClaimReader.Fault

  /// The expectation and the offset at which it stands.
  func expectation() throws(Fault) -> (value: Expectation, offset: Int) {
    var expectation = Expectation()
    expectation.read = try read()
    expectation.throughout = try throughout()
    let unit = expectation.read.unit(of: measureUnit)
    for key in ClaimKey.allCases where key.isExpectation {
      if let pair = keys[key] { expectation.conditions.append(try condition(key, pair, unit)) }
    }
    let named = ClaimKey.allCases.first { $0.isExpectation && keys[$0] != nil }.flatMap { keys[$0] }
    guard let named else {
      let (condition, offset) = try inferred(unit, isPlace: [.percentile, .history].contains(expectation.read))
      expectation.conditions = [condition]
      return (expectation, offset)
    }
    if let within = keys[.within], keys[.about] == nil {
      throw Fault(
        offset: within.offset, problem: "within= stands without about=",
        advice: "write about=… with it, or leave the other expectations out and let the words say the number")
    }
    if case .first? = expectation.conditions.last, expectation.conditions.count == 1 {
      throw Fault(
        offset: named.offset, problem: "first-since= does not say what happened first",
        advice: "add more-than=, less-than= or another expectation")
    }
    try agreeWithText(expectation, unit, named)
    return (expectation, named.valueOffset)
  }

  private func read() throws(Fault) -> ReadField {
    guard let pair = keys[.read] else { return .value }
    guard let field = ReadField(rawValue: pair.value) else {
      throw Fault(
        offset: pair.valueOffset, problem: "a finding has no \"\(pair.value.prefix(40))\"",
        advice: "read= takes \(ReadField.allCases.map(\.rawValue).joined(separator: ", "))")
    }
    return field
  }

  private func throughout() throws(Fault) -> Bool {
    guard let pair = keys[.interval] else { return false }
    guard pair.value == "whole" else {
      throw Fault(
        offset: pair.valueOffset, problem: "found interval=\(pair.value.prefix(40))", advice: "it takes whole")
    }
    return true
  }

  private func condition(_ key: ClaimKey, _ pair: BindingBody.Pair, _ unit: Unit) throws(Fault) -> Condition {
    func quantity(_ text: String? = nil) throws(Fault) -> Quantity {
      do { return try Quantity(text ?? pair.value, unit: unit) } catch {
        throw Fault(offset: pair.valueOffset, problem: "\(pair.name)=: \(error.problem)")
      }
    }
    func year() throws(Fault) -> Int {
      guard let year = Int(pair.value), (1...9999).contains(year) else {
        throw Fault(
          offset: pair.valueOffset, problem: "\(pair.name)=\(pair.value.prefix(40)): expected a year or session")
      }
      return year
    }
    switch key {
    case .about: return .about(try quantity(), try tolerance(unit))
    case .equals: return unit == .flag ? .holds(try quantity().value != 0) : .written(try quantity())
    case .rank:
      guard unit == .rank else {
        throw Fault(offset: pair.offset, problem: "\(request.measure) is no rank", advice: "use equals= or about=")
      }
      return .written(try quantity())
    case .top:
      guard unit == .rank else {
        throw Fault(offset: pair.offset, problem: "\(request.measure) is no rank", advice: "use at-most=")
      }
      return .atMost(try quantity())
    case .moreThan: return .moreThan(try quantity())
    case .atLeast: return .atLeast(try quantity())
    case .lessThan: return .lessThan(try quantity())
    case .atMost: return .atMost(try quantity())
    case .between: return try between(pair, quantity)
    case .holds:
      guard unit == .flag else {
        throw Fault(offset: pair.offset, problem: "\(request.measure) is no yes or no", advice: "use equals= or about=")
      }
      return .holds(try quantity().value != 0)
    case .before, .after:
      guard unit == .day else {
        throw Fault(
          offset: pair.offset, problem: "\(request.measure) is no date", advice: "use less-than= or more-than=")
      }
      return key == .before ? .before(try quantity()) : .after(try quantity())
    case .roseSince, .fellSince:
      try needsTime(pair)
      return key == .roseSince ? .rose(since: pair.value) : .fell(since: pair.value)
    case .highestSince, .lowestSince, .firstSince:
      try needsTime(pair, stepped: true)
      let since = try year()
      return key == .highestSince
        ? .highest(since: since) : key == .lowestSince ? .lowest(since: since) : .first(since: since)
    default: return .holds(true)
    }
  }

  private func between(_ pair: BindingBody.Pair, _ quantity: (String?) throws(Fault) -> Quantity) throws(Fault)
    -> Condition
  {
    let parts = pair.value.split(separator: "..", omittingEmptySubsequences: false).map(String.init)
    guard parts.count == 2 else {
      throw Fault(
        offset: pair.valueOffset, problem: "found between=\(pair.value.prefix(40))", advice: "write between=5..8")
    }
    let low = try quantity(parts[0])
    let high = try quantity(parts[1])
    guard low.value <= high.value else {
      throw Fault(
        offset: pair.valueOffset, problem: "between=\(pair.value): the first number is larger than the second")
    }
    return .between(low, high)
  }

  /// The tolerance of `about=`; ten per cent unless said.
  private func tolerance(_ unit: Unit) throws(Fault) -> Condition.Tolerance {
    guard let pair = keys[.within] else { return .relative(Self.defaultTolerance) }
    return try Self.tolerance(pair, unit)
  }

  /// The relative tolerance of `about=`; the same as for claims of a brief, declared 2026-11-23.
  static let defaultTolerance = 0.1

  private func needsTime(_ pair: BindingBody.Pair, stepped: Bool = false) throws(Fault) {
    let names = stepped ? ["year", "sessions"] : TimeArgument.names
    guard let name = TimeArgument.name(in: request), names.contains(name) else {
      throw Fault(
        offset: pair.offset, problem: "\(request.measure) has no time to compare with",
        advice: "\(pair.name)= needs a measure with \(names.joined(separator: ", "))")
    }
    if stepped, Int(request[name] ?? "") == nil {
      throw Fault(
        offset: pair.offset, problem: "\(name)=\(request[name] ?? "") is no single year or session",
        advice: "\(pair.name)= compares single years")
    }
  }
}

/// The argument of a request that says when.
enum TimeArgument {
  static let names = ["year", "sessions", "years", "period", "on"]

  static func name(in request: MeasureRequest) -> String? { names.first { request[$0] != nil } }
}
