import Evidence
import StateSystem

/// What can be wrong with the arguments of a measure request.
public enum ArgumentError: Error, Equatable, CustomStringConvertible {
  case unknownMeasure(String, nearest: [String])
  case unknownArgument(String, measure: String, allowed: [String])
  case missing(String, measure: String)
  case invalid(String, value: String, expected: String)

  public var description: String {
    switch self {
    case .unknownMeasure(let name, let nearest):
      "there is no measure \"\(name)\""
        + (nearest.isEmpty ? "" : "; the nearest are \(nearest.joined(separator: ", "))")
        + ". `entente measures` lists them all"
    case .unknownArgument(let name, let measure, let allowed):
      "\(measure) has no argument \"\(name)\"; it takes \(allowed.joined(separator: ", "))"
    case .missing(let name, let measure):
      "\(measure) needs the argument \"\(name)\""
    case .invalid(let name, let value, let expected):
      "argument \(name)=\(value): expected \(expected)"
    }
  }
}

/// The arguments of a request with typed access.
package struct Arguments: Sendable {
  package let request: MeasureRequest
  private let values: [String: String]

  package init(_ request: MeasureRequest, values: [String: String]) {
    self.request = request
    self.values = values
  }

  /// The text of an argument that is known to be there because it is required or has a default.
  package func text(_ name: String) throws(ArgumentError) -> String {
    guard let value = values[name] else { throw .missing(name, measure: request.measure) }
    return value
  }

  package func optional(_ name: String) -> String? { values[name].flatMap { $0.isEmpty ? nil : $0 } }

  /// A state by Correlates of War number, abbreviation or ISO code.
  package func state(_ name: String) throws(ArgumentError) -> State {
    let value = try text(name)
    do { return try State.find(value, on: nil) } catch {
      throw .invalid(name, value: value, expected: "a state: \(error)")
    }
  }

  /// Two different states.
  package func pair(_ first: String = "a", _ second: String = "b") throws(ArgumentError) -> (State, State) {
    let a = try state(first)
    let b = try state(second)
    guard a.id != b.id else {
      throw .invalid(second, value: try text(second), expected: "a state other than \(first)=\(try text(first))")
    }
    return (a, b)
  }

  /// A calendar year.
  package func year(_ name: String = "year") throws(ArgumentError) -> Year {
    let value = try text(name)
    guard let year = Int(value), (1000...3000).contains(year) else {
      throw .invalid(name, value: value, expected: "a year such as 2001")
    }
    return Year(year)
  }

  /// A range of years or sessions, `1997-2001` or `1997`.
  package func range(_ name: String) throws(ArgumentError) -> ClosedRange<Int> {
    let value = try text(name)
    let parts = value.split(separator: "-", omittingEmptySubsequences: false)
    guard parts.count <= 2, let first = Int(parts[0]), let last = Int(parts[parts.count - 1]), 0 <= first,
      first <= last,
      last < 10_000
    else {
      throw .invalid(name, value: value, expected: "a number or a range such as 1997-2001")
    }
    return first...last
  }

  /// One of a fixed list of words.
  package func choice(_ name: String, _ allowed: [String]) throws(ArgumentError) -> String {
    let value = try text(name)
    guard allowed.contains(value) else {
      throw .invalid(name, value: value, expected: "one of \(allowed.joined(separator: ", "))")
    }
    return value
  }
}
