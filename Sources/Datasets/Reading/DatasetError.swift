import Delimited
import Record

/// Why a dataset cannot be found or read as a whole.
public enum DatasetError: Error, Sendable {
  /// No dataset has this name.
  case unknownName(String, nearest: [String], known: [String])
  /// The dataset has no such version.
  case unknownVersion(dataset: String, version: String, known: [String])
  /// The folder does not hold the files of the dataset.
  case missingFiles(dataset: String, wanted: [String], home: String, found: Int)
  /// A role of the release has no file.
  case missingRole(dataset: String, role: String)
  /// A file cannot be read.
  case unreadable(dataset: String, DelimitedError)
  /// A row that cannot be used, in strict mode.
  case rejected(dataset: String, RejectedRow)
  /// A file has rows, and not one can be used.
  case nothingUsable(dataset: String, file: String, first: RejectedRow?)
  /// A file has not the layout the catalogue knows.
  case layout(dataset: String, file: String, found: String, expected: String)
  /// The rows do not make a table of the record.
  case record(dataset: String, RecordError)
}

extension DatasetError: CustomStringConvertible {
  public var description: String {
    switch self {
    case .unknownName(let name, let nearest, let known):
      let hint =
        nearest.isEmpty ? "known are \(known.joined(separator: ", "))" : "did you mean \(alternatives(nearest))?"
      return "there is no dataset \"\(name)\"; \(hint)"
    case .unknownVersion(let dataset, let version, let known):
      return "\(dataset): there is no version \"\(version)\"; known are \(known.joined(separator: ", "))"
    case .missingFiles(let dataset, let wanted, let home, let found):
      return "\(dataset): none of \(found) files is \(wanted.joined(separator: " and "))."
        + " Fetch them from \(home) and name their folder with --from"
    case .missingRole(let dataset, let role):
      return "\(dataset): no file with the \(role) was given; name the folder that holds all files of the dataset"
    case .unreadable(let dataset, let error):
      return "\(dataset): \(error)"
    case .rejected(let dataset, let row):
      return "\(dataset): \(row). Without --strict such rows are listed and left out"
    case .nothingUsable(let dataset, let file, let first):
      let example = first.map { ", the first because: \($0)" } ?? ""
      return "\(dataset): \(file): not one row can be used\(example). Check that it is the file of this dataset"
    case .layout(let dataset, let file, let found, let expected):
      return "\(dataset): \(file): found \(found), expected \(expected). Check that it is the file of this dataset"
    case .record(let dataset, let error):
      return "\(dataset): \(error)"
    }
  }

  private func alternatives(_ names: [String]) -> String {
    guard let last = names.last, names.count > 1 else { return names.joined() }
    return names.dropLast().joined(separator: ", ") + " or " + last
  }
}
