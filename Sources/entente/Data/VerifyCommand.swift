import Archive
import ArgumentParser

/// `entente data verify`.
struct VerifyCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "verify",
    abstract: "Read the whole archive and compare it with what was written.",
    discussion: """
      Checks the structure of the file, the checksum of every column, and that every table can be read. A change that was \
      interrupted is undone first.

      Examples:
        entente data verify
        entente data verify --archive /srv/entente/archive.sqlite --json

      Exit codes: 0 the archive is whole; 2 it is missing or something is damaged; 70 internal error.
      """)

  @OptionGroup var options: ArchiveOptions

  private struct Outcome: Encodable {
    let path: String
    let isWhole: Bool
    let datasets: [String]
    let defects: [Archive.Defect]
  }

  func run() throws {
    try CommandFailure.mappingData {
      let archive = try Archive(at: options.path)
      let defects = try archive.verify()
      let datasets = (try? archive.datasets().map(\.vintage)) ?? []
      let outcome = Outcome(
        path: options.path, isWhole: defects.isEmpty, datasets: datasets.map(\.dataset), defects: defects)
      try options.print(
        outcome,
        else: datasets.map { vintage in
          let isWhole = !defects.contains { $0.dataset == vintage.dataset || $0.dataset.isEmpty }
          return "\(vintage.dataset) \(vintage.version): \(isWhole ? "whole" : "damaged")\n"
        }.joined())
      for defect in defects { Terminal.message("entente: \(defect.detail)") }
      if !defects.isEmpty { throw CommandFailure.data("\(options.path): \(defects.count) defects") }
    }
  }
}
