import StateSystem

extension Year {
  /// A day in the middle of the year, for the names of states.
  var middle: Day { Day(value, 7, 1) ?? Day(number: 0) }
}

extension State {
  /// The name of the state in a year.
  func name(in year: Year) -> String { name(on: year.middle) }

  /// The name of the state in a year as it stands in a sentence.
  func sentenceName(in year: Year) -> String { State.sentenceName(id, on: year.middle) }
}

/// A number with a fixed number of decimals, half away from zero, for sentences; figures keep all their digits.
func rounded(_ value: Double, decimals: Int = 3) -> String {
  guard value.isFinite, value.magnitude < 1e12, (0...6).contains(decimals) else { return "\(value)" }
  let scale = (0..<decimals).reduce(1.0) { scale, _ in scale * 10 }
  let units = Int((value.magnitude * scale).rounded())
  let sign = value < 0 && units > 0 ? "-" : ""
  guard decimals > 0 else { return "\(sign)\(units)" }
  let digits = String(units)
  let padded = String(repeating: "0", count: max(0, decimals + 1 - digits.count)) + digits
  return "\(sign)\(padded.dropLast(decimals)).\(padded.suffix(decimals))"
}
