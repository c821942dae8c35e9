import Evidence
import Record
import StateSystem

/// The intergovernmental organisations in which two states are both members.
///
/// Formula: the number of organisations that code both states 1 (full) or 2 (associate) in the year; with `membership=full`, both 1. Observers
/// never count. Range: 0 and up. Missing: a state without a row in a covered year is not covered; an organisation that the
/// source marks missing for a state does not count, and the note says how many.
/// Errors: `ArgumentError` for an unknown or repeated state. Complexity: O(states² × organisations / 64) once a year.
/// Source: Pevehouse, Nordstrom, McManus and Jamison (2020), doi:10.1177/0022343319881175.
/// The default is the rule of the publisher's own dyad file: it gives all of its 917,695 counts. Full members alone give a lower
/// count in 34,937 of them.
/// Not for: depth. Universal organisations dominate the count; the Shanghai Five is coded as SCO from 1996.
enum JointMemberships {
  static let definition = MeasureDefinition(
    indexed: "igo.joint", panel: .exchange, unit: .count,
    summary: "Intergovernmental organisations in which two states are both members.",
    arguments: [
      .init("a", "a state"), .init("b", "another state"), .init("year", "calendar year"),
      .init("membership", "full-or-associate|full", default: MembershipRule.fullOrAssociate.rawValue),
    ],
    example: "igo.joint a=CHN b=RUS year=2001"
  ) { prepared, arguments throws(ArgumentError) in
    let (a, b) = try arguments.pair()
    let year = try arguments.year()
    let rule =
      MembershipRule(rawValue: try arguments.choice("membership", MembershipRule.allCases.map(\.rawValue)))
      ?? .fullOrAssociate
    return arguments.finding(.exchange, .count) { () throws(NotCovered) in
      guard let index = prepared.memberships else { throw NotCovered(.notInstalled("cow-igo")) }
      let first = try index.row(of: a, year)
      let second = try index.row(of: b, year)
      let value = index.table.jointMemberships(first, second, rule)
      let missing = zip(index.table.codes(first), index.table.codes(second)).count { $0 == 254 || $1 == 254 }
      let earlier = Dyad(a.id, b.id).map { index.series($0, rule) } ?? [:]
      let counts = index.year(year.value, rule).counts
      return Answer(
        estimate: Estimate(
          Double(value), n: index.table.organisations.count,
          method: "organisations with both as \(rule.words); a census, without interval; n is the organisations coded",
          sources: [index.sourced.source("ccode in {\(a.id), \(b.id)}, year=\(year)", count: 2)]),
        classes: [
          ComparisonClass("all dyads of states coded in \(year)", counts),
          .history(
            "the pair's own earlier years",
            earlier: earlier.filter { $0.key < year.value }.sorted { $0.key < $1.key }.map { Double($0.value) },
            present: Double(value)),
        ],
        distribution: Distribution(of: counts, from: 0, to: max(50, counts.max() ?? 0), bins: 50),
        notes: index.sourced.caveats([a.id, b.id], year.value...year.value)
          + (missing > 0
            ? ["the source marks the membership of one of the two as missing in \(missing) organisations"] : []))
    }
  }
}
