import Archive
import ArgumentParser
import Datasets

/// `entente data remove`.
struct RemoveCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "remove",
    abstract: "Take datasets out of the archive.",
    discussion: """
      Examples:
        entente data remove cow-trade
        entente data remove un-votes undl-votes
      """)

  @Argument(help: "Names of installed datasets.")
  var names: [String]

  @OptionGroup var options: ArchiveOptions

  func run() throws {
    try CommandFailure.mappingData {
      guard options.exists else { throw ArchiveError.missing(path: options.path) }
      let archive = try Archive(at: options.path, for: .write)
      // All are there, or none is removed.
      for name in names { _ = try archive.dataset(name) }
      for name in names { try archive.remove(name) }
      try options.print(["removed": names], else: names.map { "\($0): removed\n" }.joined())
    }
  }
}
