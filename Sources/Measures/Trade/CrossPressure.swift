import Evidence
import Record
import StateSystem

/// Cross-pressure on a partner: what it has at stake with the third power over what it has at stake with the other partner.
///
/// Formula: total trade of a with the third power over total trade of a with b. Range: 0 and up; above 1 the third power weighs more.
/// The other end of the dumbbell is the same request with a and b exchanged.
/// Missing: as in `trade.ratio`. Errors: `ArgumentError` unless the three states differ. Complexity: as `trade.ratio`.
/// Source: the idea of cross-pressure: Lazarsfeld, Berelson and Gaudet (1944), The People's Choice; trade: Barbieri, Keshk and Pollins
/// (2009), doi:10.1177/0738894209343887.
/// Not for: stakes other than trade.
enum CrossPressure {
  static let arguments: [MeasureDefinition.Argument] = [
    .init("a", "the partner"), .init("b", "the other partner"), .init("third", "the third power"),
    .init("year", "calendar year"),
  ]

  static let definition = MeasureDefinition(
    indexed: "trade.crossPressure", panel: .exchange, unit: .ratio,
    summary: "A partner's trade with the third power over its trade with the other partner.",
    arguments: arguments, example: "trade.crossPressure a=CHN b=RUS third=USA year=2001"
  ) { prepared, arguments throws(ArgumentError) in
    let (a, b, third) = try arguments.triad()
    let year = try arguments.year()
    return arguments.finding(.exchange, .ratio) { () throws(NotCovered) in
      guard let index = prepared.trade else { throw NotCovered(.notInstalled("cow-trade")) }
      return try index.ratio(of: a, third, over: b, year, isImports: false)
    }
  }
}

extension Arguments {
  /// Two partners and a third power, all different.
  func triad() throws(ArgumentError) -> (State, State, State) {
    let (a, b) = try pair()
    let (_, third) = try pair("a", "third")
    _ = try pair("b", "third")
    return (a, b, third)
  }
}
