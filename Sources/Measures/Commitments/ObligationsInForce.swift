import Evidence
import Record
import StateSystem

/// The kinds of obligation that two states owe each other in a year.
///
/// Formula: the number of the five ATOP kinds (defense, offense, neutrality, nonaggression, consultation) that at least one of the two
/// owes the other from any alliance in force in the year; the items say which, by direction.
/// Range: 0...5. It counts kinds and does not weigh them: a nonaggression tie is not half an alliance.
/// Missing: outside the covered years and for a state that is not a member of the system that year, not covered; a covered dyad without a
/// row has no obligation, which is 0.
/// Complexity: O(rows of the year).
/// Source: Leeds, Ritter, Mitchell and Long (2002), doi:10.1080/03050620213653.
/// Not for: the depth of a commitment, or whether it was kept.
enum ObligationsInForce {
  static let definition = MeasureDefinition(
    "obligations.inForce", panel: .commitments, unit: .count,
    summary: "Kinds of obligation that two states owe each other in a year (ATOP), with the direction of each.",
    arguments: [
      .init("a", "a state"), .init("b", "another state"), .init("year", "calendar year"),
    ],
    example: "obligations.inForce a=CHN b=RUS year=2001"
  ) { record, arguments throws(ArgumentError) in
    let a = try arguments.state("a")
    let b = try arguments.state("b")
    let year = try arguments.year()
    let finding = { (result: Covered<Estimate>, percentiles: [Percentile], items: [Finding.Item]) in
      Finding(
        arguments.request, panel: .commitments, unit: .count, result: result, percentiles: percentiles, items: items)
    }
    guard let sourced = record.obligationYears else { return finding(.notCovered(.notInstalled("atop")), [], []) }
    if let reason = sourced.reasonNotCovered(year.value) { return finding(.notCovered(reason), [], []) }
    if let reason = Reason.notMember([a, b], in: year) { return finding(.notCovered(reason), [], []) }

    let table = sourced.table
    var kinds = ObligationKinds()
    var items: [Finding.Item] = []
    var byDyad: [Dyad: ObligationKinds] = [:]
    for row in 0..<table.count where Int(table.years[row]) == year.value {
      guard let obligor = StateID(Int(table.obligors[row])), let beneficiary = StateID(Int(table.beneficiaries[row])),
        let dyad = Dyad(obligor, beneficiary)
      else { continue }
      let owed = ObligationKinds(rawValue: table.kinds[row])
      byDyad[dyad, default: []].formUnion(owed)
      if dyad == Dyad(a.id, b.id) {
        kinds.formUnion(owed)
        if let date = Day(year.value, 7, 1) {
          items.append(
            Finding.Item(
              id: "ATOP:\(obligor)>\(beneficiary)",
              label: "\(State.name(of: obligor, on: date)) to \(State.name(of: beneficiary, on: date))",
              date: year.description, detail: owed.names.joined(separator: ", "), tags: owed.names))
        }
      }
    }
    let estimate = Estimate(
      Double(kinds.names.count), method: "kinds of obligation from all alliances in force; a coding, without interval",
      sources: [
        sourced.source("stateA, stateB in {\(a.id), \(b.id)}, year=\(year)", count: items.count)
      ])
    let members = State.all.count { $0.isMember(in: year) }
    let dyads = members * (members - 1) / 2
    let counts = byDyad.values.map { Double($0.names.count) }.filter { $0 > 0 }.sorted()
    let zeros = [Double](repeating: 0, count: max(0, dyads - counts.count))
    let percentile = Percentile(
      of: estimate, inSorted: zeros + counts, comparison: "all dyads of system members in \(year)")
    return finding(.covered(estimate), percentile.map { [$0] } ?? [], items)
  }
}
