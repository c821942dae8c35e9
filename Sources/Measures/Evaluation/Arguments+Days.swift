import StateSystem

extension Arguments {
  /// Numbers of the first and last day of an EDTF date or interval with both ends, the last day inside: `1997-09-02/2002-09-01`.
  func days(_ name: String) throws(ArgumentError) -> ClosedRange<Int32> {
    let value = try text(name)
    do {
      let date = try DateExpression.parse(value)
      if let first = date.earliest?.number, let last = date.latest?.number, first <= last { return first...last }
    } catch {
      throw .invalid(name, value: value, expected: "an interval such as 1997-09-02/2002-09-01: \(error)")
    }
    throw .invalid(name, value: value, expected: "an interval with both ends, 1997-09-02/2002-09-01")
  }
}
