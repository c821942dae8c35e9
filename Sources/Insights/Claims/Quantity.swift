import Evidence
import StateSystem

/// A number as it is written, in the unit of a measure, with how exactly it is written.
struct Quantity: Hashable, Sendable {
  /// In the unit of the measure: shares from 0 to 1, money in millions, days since 1970-01-01.
  let value: Double
  /// Half of the last digit written; for a date, the days from its middle to either end.
  let precision: Double

  /// Whether a measured value rounds to what is written.
  func agrees(with measured: Double) -> Bool {
    (measured - value).magnitude <= precision * (1 + 1e-9) + 1e-9 * value.magnitude
  }

  /// Whether two writings mean the same: within the coarser precision.
  func means(_ other: Quantity) -> Bool {
    (value - other.value).magnitude <= max(precision, other.precision) * (1 + 1e-9) + 1e-9 * value.magnitude
  }
}

extension Quantity {
  /// What is wrong with a number.
  struct Fault: Error {
    let problem: String
  }

  /// Reads an expectation such as `8`, `32.2%`, `-0.4`, `$9.87bn`, `8th`, `1950-02-14` in the unit of a measure.
  init(_ text: String, unit: Unit) throws(Fault) {
    if unit == .day {
      guard let date = try? DateExpression.parse(text), let quantity = Quantity(date) else {
        throw Fault(problem: "found \"\(text.prefix(40))\", expected a date such as 1950-02-14, 1950-02 or 1963~")
      }
      self = quantity
      return
    }
    if unit == .flag {
      guard let value = ["yes": 1.0, "no": 0.0, "1": 1.0, "0": 0.0][text] else {
        throw Fault(problem: "found \"\(text.prefix(40))\", expected yes or no")
      }
      self.init(value: value, precision: 0)
      return
    }
    guard let number = WrittenNumber.all(in: text).first, WrittenNumber.all(in: text).count == 1,
      number.isWhole(of: text)
    else {
      throw Fault(problem: "found \"\(text.prefix(40))\", expected \(Self.form(of: unit))")
    }
    guard let quantity = Quantity(number, unit: unit) else {
      throw Fault(
        problem: "\"\(text.prefix(40))\" does not fit the unit \(unit.rawValue); expected \(Self.form(of: unit))")
    }
    self = quantity
  }

  private init?(_ date: DateExpression) {
    guard let first = date.earliest?.number, let last = date.latest?.number else { return nil }
    self.init(value: (Double(first) + Double(last)) / 2, precision: (Double(last) - Double(first)) / 2)
  }

  /// A number found in a text, in a unit; `nil` when its sign of unit does not fit.
  init?(_ number: WrittenNumber, unit: Unit) {
    let scale: Double
    switch unit {
    case .share, .growth:
      guard !number.isMoney, number.magnitude == 1, !number.isOrdinal else { return nil }
      scale = number.isPercent ? 0.01 : 1
    case .currentUSDMillion, .constantUSDMillion:
      guard !number.isPercent, !number.isOrdinal else { return nil }
      // Money without a word for its size is in the measure's millions unless it has a dollar sign.
      scale = number.magnitude > 1 || number.isMoney ? number.magnitude / 1e6 : 1
    case .rank:
      guard !number.isPercent, !number.isMoney, number.magnitude == 1 else { return nil }
      scale = 1
    case .tivMillion:
      guard !number.isPercent, !number.isMoney, !number.isOrdinal else { return nil }
      scale = number.magnitude > 1 ? number.magnitude / 1e6 : 1
    case .coefficient, .ratio, .count, .years:
      guard !number.isPercent, !number.isMoney, !number.isOrdinal else { return nil }
      scale = number.magnitude
    case .flag, .day: return nil
    }
    let isExact = [.rank, .count].contains(unit) && number.halfUnit == 0.5 && number.magnitude == 1
    self.init(value: number.value * scale, precision: isExact ? 0 : number.halfUnit * scale)
  }

  private static func form(of unit: Unit) -> String {
    switch unit {
    case .share, .growth: "a share such as 32 % or 0.32"
    case .rank: "a rank such as 8 or 8th"
    case .currentUSDMillion, .constantUSDMillion: "money such as $9.87bn, or million dollars"
    case .flag: "yes or no"
    case .day: "a date such as 1950-02-14"
    default: "a number such as 8 or 16.3"
    }
  }
}
