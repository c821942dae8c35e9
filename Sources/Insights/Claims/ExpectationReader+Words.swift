import Evidence
import StateSystem

extension ExpectationReader {
  /// The numbers in the words that can be of the unit; those that only repeat an argument, such as the year, are left out.
  private func numbers(_ unit: Unit) -> [(quantity: Quantity, number: WrittenNumber)] {
    let arguments = Set(
      request.arguments.values.flatMap { $0.split { !$0.isNumber }.compactMap { Double($0) } }.filter { $0 >= 1000 })
    return WrittenNumber.all(in: text).compactMap { number in
      guard !arguments.contains(number.value), let quantity = Quantity(number, unit: unit) else { return nil }
      return (quantity, number)
    }
  }

  /// The expectation that the words state by themselves.
  func inferred(_ unit: Unit, isPlace: Bool) throws(Fault) -> (Condition, Int) {
    if unit == .flag { return (.holds(true), textOffset) }
    if unit == .day {
      guard let date = WrittenDate.first(in: text) else {
        throw Fault(
          offset: textOffset, problem: "the words name no date and the claim states no expectation",
          advice: "write the date in the brackets, or add equals=, before= or after=")
      }
      return (.written(date), textOffset)
    }
    let found = numbers(unit).map { item in
      // A percentile is written as a whole number and means the nearest.
      (isPlace ? Quantity(value: item.quantity.value, precision: 0.5) : item.quantity, item.number)
    }
    switch found.count {
    case 1:
      let offset = place(of: found[0].1)
      guard let within = keys[.within] else { return (.written(found[0].0), offset) }
      let tolerance = try Self.tolerance(within, unit)
      return (.about(found[0].0, tolerance), offset)
    case 2 where text.contains("to") || text.contains("and") || text.contains("\u{2013}"):
      var low = found[0].0
      let high = found[1].0
      // "7 to 9 %": the sign of the second is meant for both.
      if found[1].1.isPercent, !found[0].1.isPercent, unit == .share || unit == .growth {
        low = Quantity(value: low.value / 100, precision: low.precision / 100)
      }
      guard low.value <= high.value else {
        throw Fault(
          offset: textOffset, problem: "the words name two numbers, the first larger than the second",
          advice: "say what is claimed with equals=, between= or another expectation")
      }
      return (.between(low, high), place(of: found[0].1))
    case 0:
      throw Fault(
        offset: textOffset,
        problem: "the words name no number of the unit \(unit.rawValue) and the claim states no expectation",
        advice: "write the number in the brackets, or add more-than=, about=, rose-since= or another expectation")
    default:
      throw Fault(
        offset: textOffset, problem: "the words name \(found.count) numbers and the claim does not say which is meant",
        advice: "add equals=, between= or another expectation, or bind fewer words")
    }
  }

  /// A tolerance: `10%` of the number, `2pp` of a share, or an amount in the unit.
  static func tolerance(_ pair: BindingBody.Pair, _ unit: Unit) throws(Fault) -> Condition.Tolerance {
    if pair.value.hasSuffix("%"), let share = Double(pair.value.dropLast()), (0...100).contains(share) {
      return .relative(share / 100)
    }
    if pair.value.hasSuffix("pp"), let points = Double(pair.value.dropLast(2)), (0..<100).contains(points),
      unit == .share || unit == .growth
    {
      return .absolute(points / 100)
    }
    if let amount = Double(pair.value), amount >= 0, amount.isFinite { return .absolute(amount) }
    throw Fault(
      offset: pair.valueOffset, problem: "within=\(pair.value.prefix(40)): expected 10%, 2pp of a share, or an amount")
  }

  /// The words must not say another number than the claim: one of their numbers has to be one that the claim names.
  func agreeWithText(_ expectation: Expectation, _ unit: Unit, _ named: BindingBody.Pair) throws(Fault) {
    let bounds = expectation.conditions.flatMap(\.bounds)
    guard !bounds.isEmpty else { return }
    if unit == .day {
      guard let date = WrittenDate.first(in: text) else { return }
      guard bounds.contains(where: { $0.means(date) }) else {
        throw Fault(
          offset: textOffset, problem: "the words and the claim name different dates",
          advice: "the claim says \(named.name)=\(named.value); change one of them")
      }
      return
    }
    let found = numbers(unit)
    guard !found.isEmpty else { return }
    guard found.contains(where: { item in bounds.contains { $0.means(item.quantity) } }) else {
      let said = Wording.value(found[0].quantity.value, unit)
      throw Fault(
        offset: place(of: found[0].number),
        problem: "the words say \(said) and the claim says \(named.name)=\(named.value)",
        advice: "change one of them")
    }
  }

  /// The offset of a number in the words, when they stand in one piece in the source.
  private func place(of number: WrittenNumber) -> Int {
    let part = Array(String(Array(text)[number.range]).utf8)
    let end = min(source.bytes.count, textOffset + 4 * text.utf8.count + 200)
    return BindingScanner.find(part, in: source.bytes, from: textOffset, to: end) ?? textOffset
  }
}
