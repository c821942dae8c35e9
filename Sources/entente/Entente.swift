import ArgumentParser

/// The command line of Entente.
@main
struct Entente: AsyncParsableCommand {
  static let version = "0.1.0"

  static let configuration = CommandConfiguration(
    commandName: "entente",
    abstract:
      "How far does a partnership between two states go, and where does it stop when a third power is in the room?",
    discussion: """
      Answers come from public datasets in a local archive, and from the starter where none is installed. Results go to \
      standard output, messages and progress to standard error.

      Examples:
        entente brief CHN RUS --third USA --as-of 2002-09-02 -o brief.html
        entente check insights
        entente publish out/site
        entente data add --all --from ../shared/datasets
        entente measure "trade.rank of=RUS for=CHN year=2001"
        entente state korea --on 1950-06-25

      Exit codes: 0 done, 1 a claim failed, 2 data missing or stale, 64 wrong usage, 70 internal error.
      """,
    version: version,
    subcommands: [
      BriefCommand.self, LimitCommand.self, ScreenCommand.self, CheckCommand.self, NewCommand.self, PublishCommand.self,
      DiffVintageCommand.self, TreatyCommand.self, DataCommand.self, PanelCommand.self, ModelCommand.self,
      SimilarityCommand.self, MeasureCommand.self, MeasuresCommand.self, StateCommand.self, StarterCommand.self,
      FitCommand.self, IdealPointsCommand.self, CoordinationCommand.self, RelationshipCommand.self,
      TriangleCommand.self, ValidateCommand.self,
    ])

  /// Runs the command and maps every failure to a documented exit code.
  static func main() async {
    do {
      var command = try parseAsRoot()
      if var asynchronous = command as? any AsyncParsableCommand {
        try await asynchronous.run()
      } else {
        try command.run()
      }
    } catch let failure as CommandFailure {
      Terminal.message("entente: \(failure.message)")
      exit(withError: ExitCode(failure.code))
    } catch {
      exit(withError: error)
    }
  }
}
