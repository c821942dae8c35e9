import Evidence
import Record
import StateSystem

#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  import Glibc
#endif

/// How unequally the third power presses on the two partners.
///
/// Formula: natural logarithm of the cross-pressure of a over that of b. The trade between the partners is below the line in
/// both, so this is ln(trade of a with the third power / trade of b with the third power).
/// Range: any number; 0 is equal pressure, positive presses a more; ±0.69 is a factor of two.
/// Missing: not covered where a cross-pressure is not; undefined where a partner's trade with the third power is 0.
/// The percentile places the magnitude among all pairs of states that trade with the third power.
/// Errors: `ArgumentError` unless the three states differ. Complexity: O(partners²) once a call.
/// Source: as `trade.crossPressure`. Not for: the level of pressure, which cancels.
enum TradeSymmetry {
  static let definition = MeasureDefinition(
    indexed: "trade.symmetry", panel: .exchange, unit: .coefficient,
    summary: "Logarithm of one partner's cross-pressure over the other's; 0 is equal.",
    arguments: CrossPressure.arguments, example: "trade.symmetry a=CHN b=RUS third=USA year=2001"
  ) { prepared, arguments throws(ArgumentError) in
    let (a, b, third) = try arguments.triad()
    let year = try arguments.year()
    return arguments.finding(.exchange, .coefficient) { () throws(NotCovered) in
      guard let index = prepared.trade else { throw NotCovered(.notInstalled("cow-trade")) }
      let pressures = [
        try index.ratio(of: a, third, over: b, year, isImports: false).estimate.value,
        try index.ratio(of: b, third, over: a, year, isImports: false).estimate.value,
      ]
      guard pressures[0] > 0, pressures[1] > 0 else {
        throw NotCovered(.undefined, "a partner has no recorded trade with \(third.sentenceName(in: year)) in \(year)")
      }
      let value = log(pressures[0] / pressures[1])
      let dyads = [Dyad(a.id, b.id), Dyad(a.id, third.id), Dyad(b.id, third.id)].compactMap { $0 }
      let estimate = Estimate(
        value, n: 3,
        method:
          "natural logarithm of \(rounded(pressures[0])) over \(rounded(pressures[1])); sums of both importers' records",
        sources: dyads.map { index.source($0, "\(year)") })
      let magnitude = Estimate(value.magnitude, method: estimate.method, sources: [])
      let others = ComparisonClass(
        "magnitude among all pairs of states that trade with \(third.sentenceName(in: year)) in \(year)",
        magnitudes(index, third.id, year.value))
      return Answer(
        estimate: estimate, percentiles: [others.place(magnitude)],
        notes: index.sourced.caveats([a.id, b.id, third.id], year.value...year.value))
    }
  }

  private static func magnitudes(_ index: TradeIndex, _ third: StateID, _ year: Int) -> [Double] {
    let logs = index.partners(of: third, in: year).map(\.trade.total).filter { $0 > 0 }.map { log($0) }
    return logs.indices.flatMap { i in logs[(i + 1)...].map { (logs[i] - $0).magnitude } }
  }
}
