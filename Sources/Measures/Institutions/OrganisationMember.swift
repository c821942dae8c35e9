import Evidence
import Record
import StateSystem

/// Whether a state is a full member of an intergovernmental organisation in a year.
///
/// Formula: 1 if the source codes full member, 0 if it codes none, associate or observer (the note says which).
/// Range: 0 or 1. Missing: not covered where the source marks it missing or the organisation did not exist that year.
/// Errors: `ArgumentError` for an unknown state; an unknown organisation is not covered. Complexity: O(organisations).
/// Source: Pevehouse, Nordstrom, McManus and Jamison (2020), doi:10.1177/0022343319881175.
/// Not for: the day of accession; a year counts as a whole.
enum OrganisationMember {
  static let definition = MeasureDefinition(
    indexed: "igo.member", panel: .exchange, unit: .flag,
    summary: "Whether a state is a full member of an organisation in a year.",
    arguments: [
      .init("of", "a state"), .init("organisation", "acronym of the source, such as SCO, WTO, NATO"),
      .init("year", "calendar year"),
    ],
    example: "igo.member of=CHN organisation=WTO year=2001"
  ) { prepared, arguments throws(ArgumentError) in
    let state = try arguments.state("of")
    let name = try arguments.text("organisation")
    let year = try arguments.year()
    return arguments.finding(.exchange, .flag) { () throws(NotCovered) in
      guard let index = prepared.memberships else { throw NotCovered(.notInstalled("cow-igo")) }
      let row = try index.row(of: state, year)
      let names = index.table.organisations.strings
      guard let column = names.firstIndex(of: name) ?? names.firstIndex(where: { $0.uppercased() == name.uppercased() })
      else {
        throw NotCovered(.undefined, "\(index.sourced.vintage.dataset) has no organisation \"\(name)\"")
      }
      let code = index.table.codes[row * names.count + column]
      guard code < 4 else {
        throw NotCovered(
          .missing,
          code == 254
            ? "the source marks the membership of \(state.name(in: year)) in \(name) in \(year) as missing"
            : "\(name) did not exist in \(year), or \(state.name(in: year)) was no state")
      }
      let kinds = ["no member", "full member", "associate member", "observer"]
      return Answer(
        estimate: Estimate(
          code == 1 ? 1 : 0, n: 1, method: "\(kinds[Int(code)]) in the coding of the source; without interval",
          sources: [index.sourced.source("ccode=\(state.id) year=\(year), \(names[column])", count: 1)]),
        notes: index.sourced.caveats([state.id], year.value...year.value)
          + (name.uppercased() == "SCO" && year.value < 2001 ? ["the source codes the Shanghai Five as SCO"] : []))
    }
  }
}
