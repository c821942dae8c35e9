import ArgumentParser

/// `entente validate`: what the measures are worth, on the record.
struct ValidateCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "validate",
    abstract: "Hold the limit against known cases, and the profile against what states did afterwards.",
    discussion: """
      Examples:
        entente validate cases
        entente validate conduct --lags 1
        entente validate rungs
        entente validate filtered
        entente validate report --into docs
      """,
    subcommands: [
      ValidateCases.self, ValidateConduct.self, ValidateRungs.self, ValidateFiltered.self, ValidateReport.self,
    ])
}
