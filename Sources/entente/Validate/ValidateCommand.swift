import ArgumentParser

/// `entente validate`: what the measures are worth, on the record.
struct ValidateCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "validate",
    abstract: "Hold the limit against known cases, and the profile against what states did afterwards.",
    subcommands: [ValidateCases.self])
}
