import Evidence
import StateSystem

/// What can be wrong with a request for a measure of coded treaties, case files and cited figures.
public enum CaseworkMeasureError: Error, Equatable, Sendable, CustomStringConvertible {
  case unknownMeasure(String)
  case unknownArgument(String, measure: String, allowed: [String])
  case missing(String, measure: String)
  case invalid(String, value: String, expected: String)

  /// The argument at fault, when it is one.
  public var argument: String? {
    switch self {
    case .unknownArgument(let name, _, _), .invalid(let name, _, _): name
    case .unknownMeasure, .missing: nil
    }
  }

  public var description: String {
    switch self {
    case .unknownMeasure(let name): "there is no measure \"\(name)\" of coded treaties and cases"
    case .unknownArgument(let name, let measure, let allowed):
      "\(measure) has no argument \"\(name)\"; it takes \(allowed.joined(separator: ", "))"
    case .missing(let name, let measure): "\(measure) needs the argument \"\(name)\""
    case .invalid(let name, let value, let expected): "argument \(name)=\(value): expected \(expected)"
    }
  }
}

/// A measure of what people coded: how it is called and how it is answered.
struct CaseworkMeasure: Sendable {
  let signature: MeasureSignature
  let answer: @Sendable (Casework, CaseworkArguments) throws(CaseworkMeasureError) -> CaseworkAnswer

  init(
    _ name: String, panel: Panel, unit: Unit, summary: String, arguments: [MeasureSignature.Argument], example: String,
    answer: @escaping @Sendable (Casework, CaseworkArguments) throws(CaseworkMeasureError) -> CaseworkAnswer
  ) {
    signature = MeasureSignature(
      name, panel: panel, unit: unit, summary: summary, arguments: arguments, example: example)
    self.answer = answer
  }
}

/// What a measure of casework found.
struct CaseworkAnswer {
  var result: Covered<Estimate>
  var items: [Finding.Item] = []
  var notes: [String] = []
  /// The unit when it is not the measure's own, as for cited figures.
  var unit: Unit?

  init(_ result: Covered<Estimate>, items: [Finding.Item] = [], notes: [String] = [], unit: Unit? = nil) {
    self.result = result
    self.items = items
    self.notes = notes
    self.unit = unit
  }

  static func absent(_ kind: Reason.Kind, _ detail: String) -> CaseworkAnswer {
    CaseworkAnswer(.notCovered(Reason(kind, detail)))
  }
}

/// The arguments of a request, with typed access to coded things.
struct CaseworkArguments {
  let request: MeasureRequest
  let values: [String: String]

  func text(_ name: String) throws(CaseworkMeasureError) -> String {
    guard let value = values[name], !value.isEmpty else { throw .missing(name, measure: request.measure) }
    return value
  }

  func optional(_ name: String) -> String? { values[name].flatMap { $0.isEmpty ? nil : $0 } }

  func state(_ name: String) throws(CaseworkMeasureError) -> StateID {
    let value = try text(name)
    do { return try State.find(value, on: nil).id } catch {
      throw .invalid(name, value: value, expected: "a state: \(error)")
    }
  }

  func choice<T: RawRepresentable<String> & CaseIterable>(_ name: String, of type: T.Type)
    throws(CaseworkMeasureError) -> T
  {
    let value = try text(name)
    if let found = T(rawValue: value) { return found }
    let names = T.allCases.map(\.rawValue)
    let near = nearestName(to: value, among: names).map { "; did you mean \($0)?" } ?? ""
    throw .invalid(name, value: value, expected: "one of \(names.joined(separator: ", "))\(near)")
  }

  func optionalChoice<T: RawRepresentable<String> & CaseIterable>(_ name: String, of type: T.Type)
    throws(CaseworkMeasureError) -> T?
  {
    optional(name) == nil ? nil : try choice(name, of: type)
  }

  func day(_ name: String) throws(CaseworkMeasureError) -> Day {
    let value = try text(name)
    guard let day = Day(value) else { throw .invalid(name, value: value, expected: "a day such as 2002-09-02") }
    return day
  }

  /// The days of an EDTF date or interval with both ends; `nil` when the argument is left out.
  func optionalPeriod(_ name: String) throws(CaseworkMeasureError) -> Period? {
    guard let value = optional(name) else { return nil }
    do {
      let date = try DateExpression.parse(value)
      if let first = date.earliest, let last = date.latest, let period = Period(from: first, to: last.advanced(by: 1)) {
        return period
      }
    } catch {
      throw .invalid(name, value: value, expected: "a date or an interval such as 2001-07-16/2002-09-01: \(error)")
    }
    throw .invalid(name, value: value, expected: "an interval with both ends, 2001-07-16/2002-09-01")
  }

  /// The coded treaty with this id, the name after `entente:`, or a number such as `ATOP:3200`.
  func treaty(_ casework: Casework) throws(CaseworkMeasureError) -> CodedTreaty {
    let value = try text("treaty")
    if let found = casework.treaties[value] ?? casework.treaties["entente:\(value)"] { return found }
    let names = casework.treaties.treaties.map { $0.id.replacing("entente:", with: "") }
    let near = nearestName(to: value, among: names).map { "; did you mean \($0)?" } ?? ""
    throw .invalid("treaty", value: value, expected: "the id of a coded treaty, such as 2001-sino-russian\(near)")
  }

  /// The case file with this id.
  func file(_ casework: Casework) throws(CaseworkMeasureError) -> CaseFile {
    let value = try text("case")
    if let found = casework.cases.first(where: { $0.id == value }) { return found }
    throw .invalid(
      "case", value: value,
      expected: "the id of a case file, one of \(casework.cases.map(\.id).joined(separator: ", "))")
  }
}
