/// Why the archive could not be opened, read or written.
public enum ArchiveError: Error, Hashable, Sendable {
  /// There is no file at the path.
  case missing(path: String)
  /// The file is no SQLite file, or one of another program.
  case notAnArchive(path: String, found: String)
  /// The file was written by a later version of Entente.
  case newerSchema(path: String)
  /// The file or its folder cannot be written.
  case readOnly(path: String)
  /// The folder cannot be made or the file cannot be opened; `reason` is the system's.
  case cannotOpen(path: String, reason: String)
  /// Another process held the archive for longer than the time limit.
  case locked(path: String)
  /// No room for the transaction; the archive is unchanged.
  case diskFull(path: String)
  /// An interrupted transaction has to be undone first, and the folder does not allow it.
  case interrupted(path: String)
  /// The file's structure is damaged.
  case damaged(path: String, detail: String)
  /// The stored bytes of a column are not those that were written, or do not fit their description.
  case corruptColumn(dataset: String, table: String, column: String, detail: String)
  /// The table was stored with a column layout that this version does not read.
  case outdatedLayout(dataset: String, table: String, found: Int, expected: Int)
  /// The dataset is not installed.
  case notInstalled(dataset: String, installed: [String])
  /// The chosen dataset does not hold the table.
  case notProvided(dataset: String, table: String, providers: [String])
  /// The installation contradicts itself; nothing was written.
  case invalidInstallation(dataset: String, detail: String)
  /// Any other failure of the database; `code` is SQLite's extended result code.
  case database(path: String, code: Int, detail: String)
}

extension ArchiveError: CustomStringConvertible {
  public var description: String {
    switch self {
    case .missing(let path):
      "\(path): there is no archive. Make one with \"entente data add NAME\", or name another with --archive"
    case .notAnArchive(let path, let found):
      "\(path): is not an archive of Entente (found \(found)). Name another file with --archive"
    case .newerSchema(let path):
      "\(path): was written by a later version of Entente. Update Entente, or name another archive with --archive"
    case .readOnly(let path):
      "\(path): cannot be written. Change the permissions of the file and its folder, or name another archive with"
        + " --archive"
    case .cannotOpen(let path, let reason):
      "\(path): cannot be opened (\(reason)). Check the path and its permissions, or set ENTENTE_HOME"
    case .locked(let path):
      "\(path): is being written by another process. Wait until that one has finished and try again"
    case .diskFull(let path):
      "\(path): no room on the disk; the archive is unchanged. Free some space, or name an archive on another disk"
        + " with --archive"
    case .interrupted(let path):
      "\(path): the last change was interrupted and must be undone, but the folder cannot be written. Run"
        + " \"entente data verify\" once as a user who may write there"
    case .damaged(let path, let detail):
      "\(path): the file is damaged (\(detail)). Run \"entente data verify\"; if the damage remains, delete the file and"
        + " add the datasets again"
    case .corruptColumn(let dataset, let table, let column, let detail):
      "dataset \(dataset), table \(table), column \(column): \(detail)."
        + " Get it again: \(command(toGet: dataset))"
    case .outdatedLayout(let dataset, let table, let found, let expected):
      "dataset \(dataset), table \(table): stored with layout \(found), expected \(expected)."
        + " Get it again: \(command(toGet: dataset))"
    case .notInstalled(let dataset, let installed):
      "dataset \(dataset) is not installed (installed: \(listed(installed))). Get it: \(command(toGet: dataset))"
    case .notProvided(let dataset, let table, let providers):
      "dataset \(dataset) does not provide the table \(table) (installed datasets that do: \(listed(providers)))"
    case .invalidInstallation(let dataset, let detail):
      "dataset \(dataset): \(detail). Nothing was written"
    case .database(let path, let code, let detail):
      "\(path): \(detail) (SQLite code \(code))"
    }
  }
}

/// The command that puts a dataset, or a result computed from datasets, into the archive.
private func command(toGet dataset: String) -> String {
  for fit in ["ideal-points", "relationships"] where dataset.hasPrefix(fit) { return "entente fit \(fit)" }
  return "entente data add \(dataset)"
}

private func listed(_ names: [String]) -> String { names.isEmpty ? "none" : names.joined(separator: ", ") }
