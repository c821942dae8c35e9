/// Why a file could not be read as a whole.
///
/// Rows that cannot be read are ``Delimited/RowIssue``s; only in strict mode does one of them become an error.
public enum DelimitedError: Error, Hashable, Sendable {
  /// The file cannot be opened or read; `reason` is the system's.
  case cannotRead(file: String, reason: String)
  /// The file has no bytes, or nothing but blank lines.
  case empty(file: String)
  /// The file has a header and not one row.
  case noRows(file: String, line: Int)
  /// The file is a web page.
  case html(file: String)
  /// The file is of a kind that this reader does not read.
  case unsupported(file: String, what: String, advice: String)
  /// A NUL byte in the text.
  case nul(file: String, line: Int, offset: Int)
  /// The compressed data are damaged or cut short; `offset` counts compressed bytes.
  case damaged(file: String, format: String, offset: Int, reason: String)
  /// A limit was passed.
  case limit(file: String, what: String, limit: Int, position: String)
  /// No member of the archive is the one asked for, or several are.
  case member(file: String, wanted: String, members: [String])
  /// No row names all the columns by which the header is recognised.
  case noHeader(file: String, naming: [String], linesSearched: Int)
  /// A required column is not in the header.
  case missingColumn(file: String, line: Int, name: String, nearest: String?, header: [String])
  /// A wanted name matches several columns.
  case ambiguousColumn(file: String, name: String, positions: [Int])
  /// A row that cannot be read, in strict mode.
  case row(Delimited.RowIssue)
  /// The schema or the format contradicts itself.
  case invalidRequest(String)
  /// The table has no column of this name and type.
  case noSuchColumn(file: String, name: String, type: String, available: [String])
}

extension DelimitedError: CustomStringConvertible {
  public var description: String {
    switch self {
    case .cannotRead(let file, let reason):
      return "\(file): cannot be read: \(reason)"
    case .empty(let file):
      return "\(file): is empty; expected a header and rows. Download it again"
    case .noRows(let file, let line):
      return "\(file): has a header (line \(line)) and no rows. Download it again, or check that it is the whole file"
    case .html(let file):
      return "\(file): is a web page, not a data file. The site answered with a page; download the file by hand"
    case .unsupported(let file, let what, let advice):
      return "\(file): is \(what), which is not read here. \(advice)"
    case .nul(let file, let line, let offset):
      return "\(file): line \(line): NUL byte at byte offset \(offset); expected text."
        + " The file is damaged, or UTF-16: save it as UTF-8"
    case .damaged(let file, let format, let offset, let reason):
      return "\(file): \(format) data damaged at byte offset \(offset): \(reason). Download it again"
    case .limit(let file, let what, let limit, let position):
      return "\(file): \(position): \(what) is more than the limit of \(limit)."
        + " If the file is what it should be, raise the limit"
    case .member(let file, let wanted, let members):
      return "\(file): found \(list(members)), expected \(wanted). Name the member to read"
    case .noHeader(let file, let naming, let lines):
      return "\(file): no row among the first \(lines) lines names \(list(naming)); expected a header row"
    case .missingColumn(let file, let line, let name, let nearest, let header):
      let hint = nearest.map { "; the nearest name is \"\($0)\"" } ?? ""
      return "\(file): line \(line): no column \"\(name)\"\(hint). Found \(list(header))"
    case .ambiguousColumn(let file, let name, let positions):
      let places = positions.map(String.init).joined(separator: ", ")
      return "\(file): \"\(name)\" is the name of columns \(places); ask for one of them by position,"
        + " \"#\(positions.first ?? 1)\""
    case .row(let issue):
      return issue.description
    case .invalidRequest(let reason):
      return "cannot read with this schema: \(reason)"
    case .noSuchColumn(let file, let name, let type, let available):
      return "\(file): the table has no \(type) column \"\(name)\"; it has \(list(available))"
    }
  }
}

/// The first names, quoted, and how many more there are.
private func list(_ names: [String], limit: Int = 24) -> String {
  if names.isEmpty { return "nothing" }
  let shown = names.prefix(limit).map { escaped($0.utf8) }.joined(separator: ", ")
  return names.count > limit ? "\(shown) and \(names.count - limit) more" : shown
}
