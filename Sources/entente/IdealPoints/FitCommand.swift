import ArgumentParser

/// `entente fit`: models that are estimated once and kept in the archive.
struct FitCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "fit",
    abstract: "Estimate a model from the archive and keep the result there.",
    discussion: """
      Example:
        entente fit ideal-points
        entente fit relationships
      """,
    subcommands: [FitIdealPointsCommand.self, FitRelationshipsCommand.self])
}
