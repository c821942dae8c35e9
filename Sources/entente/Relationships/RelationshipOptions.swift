import Archive
import ArgumentParser
import Evidence
import Foundation
import Record
import Relationships
import StateSystem

/// What `entente relationship` and `entente triangle` share: years, form, and where the levels are.
struct RelationshipOptions: ParsableArguments {
  @Option(help: "First year.")
  var from: Int?

  @Option(help: "Last year.")
  var to: Int?

  @Option(help: "text, csv, json, svg or html. Default: by the ending of -o, else text.")
  var format: String?

  @Option(name: [.customShort("o"), .long], help: "File to write; `-` or none is standard output.")
  var output: String?

  @Option(help: "Archive file. Default: $ENTENTE_HOME/archive.sqlite, else the user's data folder.")
  var archive: String?

  func form() throws -> OutputForm {
    try OutputForm(named: format, file: output, allowed: [.text, .csv, .json, .svg, .html], default: .text)
  }

  /// The levels in the archive, and the years asked for.
  func open() throws -> OpenedRelationships {
    for (name, year) in [("--from", from), ("--to", to)] {
      if let year, !(1...9_999).contains(year) {
        throw CommandFailure.usage("\(name) \(year): expected a year from 1 to 9999")
      }
    }
    let path = ArchiveLocation.path(explicit: archive, environment: ProcessInfo.processInfo.environment)
    let store = try Archive(at: path)
    let record = try store.record([.relationships, .obligationYears])
    guard let sourced = record.relationships else {
      throw CommandFailure.data("relationships are not in the archive; `entente fit relationships` makes them")
    }
    let low = from ?? min(sourced.years.lowerBound, to ?? .max)
    let high = to ?? max(sourced.years.upperBound, low)
    guard low <= high else { throw CommandFailure.usage("--from \(low) is after --to \(high)") }
    guard low <= sourced.years.upperBound, high >= sourced.years.lowerBound else {
      throw CommandFailure.data(
        "not covered: the levels are of \(sourced.years.lowerBound)-\(sourced.years.upperBound), asked for \(low)-\(high)"
      )
    }
    return OpenedRelationships(
      sourced: sourced, basis: try store.dataset(sourced.vintage.dataset).source, obligations: record.obligationYears,
      years: max(low, sourced.years.lowerBound)...min(high, sourced.years.upperBound))
  }
}

struct OpenedRelationships {
  let sourced: Sourced<RelationshipLevels>
  /// The datasets behind the fit, with version and checksum.
  let basis: String
  let obligations: Sourced<ObligationYears>?
  /// Those asked for that the fit covers.
  let years: ClosedRange<Int>

  var source: String { "\(sourced.vintage.dataset) (\(sourced.vintage.version)), computed by Entente" }

  /// The name of a state at the end of the years.
  func name(_ state: State) -> String { Day(years.upperBound, 12, 31).map(state.name(on:)) ?? state.name }
}
