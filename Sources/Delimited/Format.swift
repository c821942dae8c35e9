extension Delimited {
  /// How a file is written: separator, quotes, encoding, and where the column names are.
  public struct Format: Hashable, Sendable {
    public var separator: Separator
    /// Whether `"` at the start of a field opens a quoted field (RFC 4180); otherwise `"` is an ordinary character.
    public var quoted: Bool
    public var encoding: Encoding
    public var header: Header
    public var raggedRows: RaggedRows
    /// Whether a file without a single row is refused with ``DelimitedError/noRows(file:line:)``.
    public var requiresRows: Bool

    public init(
      separator: Separator = .comma, quoted: Bool = true, encoding: Encoding = .utf8, header: Header = .firstRow,
      raggedRows: RaggedRows = .reject, requiresRows: Bool = true
    ) {
      self.separator = separator
      self.quoted = quoted
      self.encoding = encoding
      self.header = header
      self.raggedRows = raggedRows
      self.requiresRows = requiresRows
    }

    /// Comma separated, quoted, UTF-8, names in the first row.
    public static let csv = Format()
    /// Tab separated, without quoting, UTF-8, names in the first row.
    public static let tsv = Format(separator: .tab, quoted: false)
  }

  /// The byte between two fields.
  public enum Separator: UInt8, Hashable, Sendable {
    case comma = 0x2C
    case tab = 0x09
    case semicolon = 0x3B
    case pipe = 0x7C
  }

  /// How bytes above 127 are read in text columns and in the header.
  ///
  /// A byte order mark of UTF-8 is removed under every encoding; one of UTF-16 is refused.
  public enum Encoding: Hashable, Sendable {
    /// UTF-8; a row whose kept text is not valid UTF-8 is rejected.
    case utf8
    /// ISO 8859-1.
    case latin1
    /// Windows-1252; the five unassigned bytes become the control characters of the same number.
    case windows1252
    /// UTF-8, and Windows-1252 for each field that is not valid UTF-8.
    case utf8ElseWindows1252
  }

  /// Where the column names come from.
  public enum Header: Hashable, Sendable {
    /// The first row that is not blank.
    case firstRow
    /// The first row that is not blank after this many physical lines.
    case afterLines(Int)
    /// The first row that has fields of all these names (compared without case and outer spaces).
    case firstRowNaming([String])
    /// The file has no header; these are its columns.
    case none([String])
  }

  /// What happens to a row that has not as many fields as the header.
  public enum RaggedRows: Hashable, Sendable {
    /// It is rejected and listed.
    case reject
    /// Absent fields count as empty, surplus fields are accepted if they are empty.
    case pad
  }

  /// What happens at a row that cannot be read.
  public enum Mode: Hashable, Sendable {
    /// The rest is read; every rejected row is counted, and the first `listing` of them are listed.
    case collect(listing: Int)
    /// The first one is thrown as ``DelimitedError/row(_:)``.
    case strict

    /// The rest is read, 1,000 rejected rows are listed.
    public static let collect = Mode.collect(listing: 1_000)
  }
}
