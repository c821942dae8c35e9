import Archive
import ArgumentParser
import Foundation
import Record
import Relationships
import StateSystem

/// `entente fit relationships`.
struct FitRelationshipsCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "relationships",
    abstract: "Estimate the level of the relationship of every pair of states in every year since 1816.",
    discussion: """
      One level a pair and year behind trade, joint organisations, votes, sides taken in disputes, wars, rivalry, arms and sanctions, each \
      where it is covered; obligations are left out, so that the level can be compared with what a pledge implies. Votes need \
      `entente fit ideal-points` first. The result is kept in the archive. docs/methods/relationship.md says what it is and is not.

      Examples:
        entente fit relationships
        entente relationship CHN SUN --from 1946 --to 1990
        entente fit relationships --among USA GBR FRN GMY AUH ITA RUS CHN JPN IND --dry

      Exit codes: 0 done; 1 done, but the loadings did not settle; 2 datasets missing; 64 wrong usage.
      """)

  @Option(help: "Archive file. Default: $ENTENTE_HOME/archive.sqlite, else the user's data folder.")
  var archive: String?

  @Option(help: "Iterations at most.")
  var iterations = FactorModel.Options().iterations

  @Option(
    parsing: .upToNextOption,
    help: "Pairs of these states alone, at least three: a quick look, whose levels are not those of all pairs.")
  var among: [String] = []

  @Flag(help: "Do not keep the result in the archive.")
  var dry = false

  func run() async throws {
    do {
      try CommandFailure.mapping {
        let path = ArchiveLocation.path(explicit: archive, environment: ProcessInfo.processInfo.environment)
        guard iterations > 0 else {
          throw CommandFailure.usage("--iterations \(iterations): expected a positive number")
        }
        let states = try among.map { try State.find($0, on: nil) }
        guard among.isEmpty || Set(states).count >= 3 else {
          throw CommandFailure.usage("--among \(among.joined(separator: " ")): expected three different states or more")
        }
        let store = try Archive(at: path, for: dry ? .read : .write)
        let record = try store.record([
          .trade, .memberships, .positions, .disputes, .rivalries, .transfers, .sanctions, .directContiguity, .majors,
          .capitals, .capabilities,
        ])
        let data = try RelationshipData(record, among: states)
        for name in data.missing {
          Terminal.message("note: \(name) is not in the archive; its indicators are left out")
        }
        let options = FactorModel.Options(iterations: iterations)
        let (levels, fit) = try RelationshipModel.fit(data, options: options) { iteration, promised in
          if iteration.isMultiple(of: 5) {
            Terminal.message(
              "iteration \(iteration): the next step promises \(RelationshipText.fixed(promised, 2)) in log-probability"
            )
          }
        }
        Terminal.print(RelationshipText.parameters(levels))
        Terminal.message(
          "log-probability of the record of conduct, less penalties: \(RelationshipText.fixed(fit.logEvidence, 2))")
        if !dry { try store.install(levels.installation(data, tolerance: options.tolerance, among: states)) }
        Terminal.message(dry ? "not kept" : "kept as relationships")
        if !fit.isConverged {
          Terminal.message(
            "entente: warning: the probability of the record still rose after \(fit.iterations) iterations")
          throw ExitCode(1)
        }
      }
    } catch let error as RelationshipError {
      throw CommandFailure.data(error.description)
    }
  }
}

extension RelationshipLevels {
  /// The levels as the archive keeps them.
  fileprivate func installation(_ data: RelationshipData, tolerance: Double, among states: [State]) -> Installation {
    Installation(
      computed: "relationships",
      settings: "methodology \(RelationshipModel.methodology), tolerance \(tolerance)"
        + (states.isEmpty ? "" : ", among \(states.map(\.abbreviation).joined(separator: " "))"),
      from: data.vintages, tables: [Installation.Table(self, years: data.years)], day: FitDay.today,
      notes: data.missing.map { "without \($0)" })
  }
}
