import Evidence
import Record
import StateSystem

/// The concentration of capabilities among the major powers or in the whole system.
///
/// Formula: CON = √((Σ sᵢ² - 1/N) / (1 - 1/N)), with sᵢ the CINC of state i over the sum of the CINC of the N states.
/// Range: 0 (all equal) to 1 (one state has everything). With `among=majors` the N states are the major powers on 31 December.
/// Missing: not covered with fewer than two states, or where a major power has no CINC.
/// Errors: `ArgumentError` for an unknown class. Complexity: O(states); with history O(states × years).
/// Source: Singer, Bremer and Stuckey (1972); Ray and Singer (1973), doi:10.1177/004912417300100403.
/// Not for: polarity; a concentration of .4 can be one giant or two.
enum Concentration {
  static let definition = MeasureDefinition(
    indexed: "capability.con", panel: .exchange, unit: .coefficient,
    summary: "Concentration of capabilities (CON) among the major powers or in the system.",
    arguments: [
      .init("year", "calendar year"),
      .init("among", "majors|system", default: "majors"),
    ],
    example: "capability.con year=2001"
  ) { prepared, arguments throws(ArgumentError) in
    let year = try arguments.year()
    let isMajors = try arguments.choice("among", ["majors", "system"]) == "majors"
    return arguments.finding(.exchange, .coefficient) { () throws(NotCovered) in
      guard let sourced = prepared.record.capabilities, let index = prepared.capabilities else {
        throw NotCovered(.notInstalled("cow-nmc"))
      }
      if let reason = sourced.reasonNotCovered(year.value) { throw NotCovered(reason) }
      guard !isMajors || prepared.record.majors != nil else { throw NotCovered(.notInstalled("cow-majors")) }
      let majors = isMajors ? prepared.record.majors : nil
      func shares(_ year: Int) -> [Double]? {
        guard let majors else { return index.rows(of: year).map { sourced.table.cinc[$0] }.filter(\.isFinite) }
        let values = majors.table.states(in: Year(year)).map { state in
          index.row(of: state, in: year).map { sourced.table.cinc[$0] } ?? .nan
        }
        return values.allSatisfy(\.isFinite) ? values : nil
      }
      guard let values = shares(year.value) else {
        throw NotCovered(.missing, "a major power has no CINC in \(year)")
      }
      guard let value = concentration(values) else {
        throw NotCovered(.tooFew, "concentration needs two states with capabilities in \(year)")
      }
      let first = max(index.years.lowerBound, sourced.years.lowerBound)
      let earlier = first < year.value ? (first..<year.value).compactMap { shares($0).flatMap(concentration) } : []
      return Answer(
        estimate: Estimate(
          value, n: values.count,
          method:
            "CON over \(values.count) \(isMajors ? "major powers on 31 December" : "states with a figure"), CINC shares rescaled to sum 1; without interval",
          sources: [sourced.source("year=\(year), cinc", count: values.count)]
            + (majors.map { [$0.source("spells that contain \(year)-12-31", count: values.count)] } ?? [])),
        classes: [.history("the system's own earlier years", earlier: earlier, present: value)])
    }
  }

  /// `nil` for fewer than two values or a sum that is not positive.
  static func concentration(_ values: [Double]) -> Double? {
    let sum: Double = values.reduce(0, +)
    guard values.count > 1, sum > 0 else { return nil }
    let equal: Double = 1 / Double(values.count)
    let squares: Double = values.reduce(0) { $0 + ($1 / sum) * ($1 / sum) }
    return max(0, (squares - equal) / (1 - equal)).squareRoot()
  }
}

extension MajorPowers {
  /// Major powers on 31 December of the year, ascending.
  func states(in year: Year) -> [StateID] {
    guard let day = Day(year.value, 12, 31)?.number else { return [] }
    return Set(
      states.indices.filter { starts[$0] <= day && ends[$0] >= day }.compactMap { StateID(Int(states[$0])) }
    ).sorted()
  }
}
