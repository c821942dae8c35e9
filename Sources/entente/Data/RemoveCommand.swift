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
      // All are there, or none is removed; and no archive is made to remove something from.
      let reading = try Archive(at: options.path)
      for name in names { _ = try reading.dataset(name) }
      let archive = try Archive(at: options.path, for: .write)
      for name in names { try archive.remove(name) }
      try options.print(["removed": names], else: names.map { "\($0): removed\n" }.joined())
    }
  }
}
