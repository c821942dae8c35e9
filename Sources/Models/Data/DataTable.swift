import Delimited

/// Columns of a delimited file that a model uses.
public struct DataTable: Sendable {
  /// A column: numbers with NaN for missing, or texts with code -1 for missing.
  public enum Column: Sendable {
    case numbers([Double])
    case texts(codes: [Int32], levels: [String])
  }

  public let file: String
  public let rows: Int
  public private(set) var columns: [String: Column]
  private let lines: Delimited.LineNumbers?
  private let lineOfRow: [Int]?

  /// Fields that are missing in a column of numbers: nothing, R's NA, Stata's dot, NaN.
  public static let missing = ["", "NA", "NaN", "nan", "."]

  public init(file: String, rows: Int, columns: [String: Column]) {
    self.file = file
    self.rows = rows
    self.columns = columns
    lines = nil
    lineOfRow = nil
  }

  init(file: String, rows: Int, columns: [String: Column], lineOfRow: [Int]) {
    self.file = file
    self.rows = rows
    self.columns = columns
    self.lineOfRow = lineOfRow
    lines = nil
  }

  /// Reads the named columns; `asText` names those that are identifiers or categories whatever they hold.
  ///
  /// A column is of numbers if every field is a number or missing, and of texts if its first field that is not missing is no number.
  /// Anything else is an error that names the line.
  public init(
    reading source: Delimited.Source, format: Delimited.Format, columns names: [String], asText: Set<String> = [],
    workers: Int = 2
  ) throws(ModelError) {
    do {
      let header = try Delimited.header(source, format: format)
      for name in names where !header.contains(name) {
        throw ModelError.unknownVariable(
          name, file: source.name, nearest: Self.nearest(name, header), columns: header)
      }
      var texts = asText
      while true {
        do {
          let schema = Delimited.Schema(
            names.map {
              texts.contains($0) ? .text($0, missing: Self.missing, trims: true) : .number($0, missing: Self.missing)
            })
          let table = try Delimited.read(source, format: format, schema: schema, mode: .strict, workers: workers)
          self = try Self(table, names: names, texts: texts, asText: asText)
          return
        } catch DelimitedError.row(let issue) {
          guard let name = names.first(where: { issue.column == $0 }), !texts.contains(name) else {
            throw DelimitedError.row(issue)
          }
          texts.insert(name)
        }
      }
    } catch let error as ModelError {
      throw error
    } catch let error as DelimitedError {
      throw .data(error)
    } catch {
      throw .request("\(error)")
    }
  }

  private init(_ table: Delimited.Table, names: [String], texts: Set<String>, asText: Set<String>) throws {
    file = table.file
    rows = table.rowCount
    lines = table.lines
    lineOfRow = nil
    columns = [:]
    for name in names {
      if texts.contains(name) {
        let column = try table.texts(name)
        let levels = column.distinct()
        if !asText.contains(name), let number = levels.firstIndex(where: { Double($0) != nil }),
          let word = levels.firstIndex(where: { Double($0) == nil })
        {
          let row = column.codes.firstIndex(of: Int32(max(number, word))) ?? 0
          throw ModelError.mixedColumn(
            variable: name, file: table.file, line: table.lines[row] ?? 0, found: "\"\(levels[max(number, word)])\"")
        }
        columns[name] = .texts(codes: column.codes, levels: levels)
      } else {
        columns[name] = .numbers(try table.numbers(name))
      }
    }
  }

  /// The line of a row in the file; the row's number where there is no file.
  public func line(of row: Int) -> Int { lineOfRow?[row] ?? lines?[row] ?? row + 1 }

  /// The table with a column of numbers in place of another.
  public func replacing(_ name: String, with values: [Double]) -> DataTable {
    var out = self
    out.columns[name] = .numbers(values)
    return out
  }

  /// The table with every row at one level of a column of texts.
  public func replacing(_ name: String, withLevel level: Int32) -> DataTable {
    guard case .texts(let codes, let levels)? = columns[name] else { return self }
    var out = self
    out.columns[name] = .texts(codes: Array(repeating: level, count: codes.count), levels: levels)
    return out
  }

  static func nearest(_ name: String, _ candidates: [String]) -> String? {
    let wanted = Array(name.lowercased().utf8)
    let scored = candidates.map { ($0, editDistance(wanted, Array($0.lowercased().utf8))) }
    guard let best = scored.min(by: { $0.1 < $1.1 }), best.1 <= max(2, wanted.count / 3) else { return nil }
    return best.0
  }

  private static func editDistance(_ a: [UInt8], _ b: [UInt8]) -> Int {
    var previous = Array(0...b.count)
    for (i, x) in a.enumerated() {
      var current = [i + 1]
      for (j, y) in b.enumerated() {
        current.append(min(previous[j] + (x == y ? 0 : 1), previous[j + 1] + 1, current[j] + 1))
      }
      previous = current
    }
    return previous[b.count]
  }
}
