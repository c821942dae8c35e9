/// Named columns in order: what a record table is stored as.
///
/// Columns of one set may differ in length: a table may hold, say, a dense matrix beside the labels of its rows.
public struct ColumnSet: Sendable, Equatable {
  public private(set) var names: [String] = []
  private var byName: [String: Column] = [:]

  public init() {}

  public init(_ columns: [(String, Column)]) {
    for (name, column) in columns { self[name] = column }
  }

  public subscript(name: String) -> Column? {
    get { byName[name] }
    set {
      if byName[name] == nil, newValue != nil { names.append(name) }
      if newValue == nil { names.removeAll { $0 == name } }
      byName[name] = newValue
    }
  }

  public func uint8(_ name: String, in table: String) throws(RecordError) -> [UInt8] {
    guard case .uint8(let values)? = byName[name] else { throw mismatch(name, "uint8", table) }
    return values
  }

  public func uint16(_ name: String, in table: String) throws(RecordError) -> [UInt16] {
    guard case .uint16(let values)? = byName[name] else { throw mismatch(name, "uint16", table) }
    return values
  }

  public func int16(_ name: String, in table: String) throws(RecordError) -> [Int16] {
    guard case .int16(let values)? = byName[name] else { throw mismatch(name, "int16", table) }
    return values
  }

  public func int32(_ name: String, in table: String) throws(RecordError) -> [Int32] {
    guard case .int32(let values)? = byName[name] else { throw mismatch(name, "int32", table) }
    return values
  }

  public func float64(_ name: String, in table: String) throws(RecordError) -> [Double] {
    guard case .float64(let values)? = byName[name] else { throw mismatch(name, "float64", table) }
    return values
  }

  public func text(_ name: String, in table: String) throws(RecordError) -> TextColumn {
    guard case .text(let values)? = byName[name] else { throw mismatch(name, "text", table) }
    return values
  }

  private func mismatch(_ name: String, _ type: String, _ table: String) -> RecordError {
    .column(table: table, name: name, expected: type, found: byName[name]?.typeName ?? "no such column")
  }
}

/// What can be wrong with the columns of a record table.
public enum RecordError: Error, Equatable, CustomStringConvertible {
  case column(table: String, name: String, expected: String, found: String)
  case length(table: String, name: String, expected: Int, found: Int)
  case order(table: String, row: Int, detail: String)
  case value(table: String, name: String, row: Int, found: String, expected: String)

  public var description: String {
    let advice = "Remove the dataset and add it again (entente data remove, entente data add)."
    return switch self {
    case .column(let table, let name, let expected, let found):
      "table \(table), column \(name): expected \(expected), found \(found). \(advice)"
    case .length(let table, let name, let expected, let found):
      "table \(table), column \(name): expected \(expected) values, found \(found). \(advice)"
    case .order(let table, let row, let detail):
      "table \(table), row \(row): \(detail). \(advice)"
    case .value(let table, let name, let row, let found, let expected):
      "table \(table), column \(name), row \(row): found \(found), expected \(expected). \(advice)"
    }
  }
}

/// A table of the record: typed columns with accessors, made from a `ColumnSet` and turned back into one without loss.
public protocol RecordTable: Sendable, Equatable {
  /// Name in the archive.
  static var tableName: String { get }
  /// Number of the column layout; a stored table with another number must be added again.
  static var layout: Int { get }
  init(columns: ColumnSet) throws(RecordError)
  var columns: ColumnSet { get }
}

extension RecordTable {
  /// Throws unless every column has `count` values.
  static func check(_ count: Int, _ lengths: [(String, Int)]) throws(RecordError) {
    for (name, length) in lengths where length != count {
      throw .length(table: tableName, name: name, expected: count, found: length)
    }
  }
}
