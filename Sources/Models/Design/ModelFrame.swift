import Dispatch
import Statistics
import Synchronization

/// The complete rows of a table, evaluated for a formula.
public struct ModelFrame: Sendable {
  public let formula: Formula
  /// The complete rows.
  public let table: DataTable
  /// Positions of the complete rows in the data that were given.
  public let keptRows: [Int]
  public let totalRows: Int
  /// Rows in which a variable, or an expression of variables that are there, has no value.
  public let missing: [Missing]
  public let outcome: [Double]
  public let offset: [Double]?
  public let design: DesignMatrix
  /// Name of each term with the positions of its columns.
  public let termColumns: [(term: String, columns: [Int])]
  let encodings: Encodings

  public struct Missing: Sendable, Hashable, Encodable {
    public let variable: String
    public let rows: Int
  }

  public var droppedRows: Int { totalRows - keptRows.count }

  /// Levels of a factor beyond which columns are refused.
  static let mostLevels = 500

  /// - Parameters:
  ///   - outcomes: what the response is; several for survival models.
  ///   - others: columns that must be there besides the variables of the formula, such as clusters.
  ///   - workers: 1 for this thread alone, more for all cores.
  public init(
    _ formula: Formula, _ data: DataTable, others: [String] = [], hasIntercept: Bool? = nil, workers: Int = 1
  ) throws(ModelError) {
    let complete = try Completeness(formula, data, others: others, workers: workers)
    self.formula = formula
    totalRows = data.rows
    missing = complete.missing
    keptRows = complete.rows
    guard !complete.rows.isEmpty else {
      throw .noCompleteRows(total: data.rows, missing: complete.missing.map { ($0.variable, $0.rows) })
    }
    let table = complete.rows.count == data.rows ? data : data.selecting(complete.rows)
    self.table = table
    var evaluator = ExpressionEvaluator(formula.source, table)
    outcome = try Self.response(formula.response, &evaluator)
    var offset: [Double]?
    for expression in formula.offsets {
      let values = try evaluator.numbers(expression)
      offset = offset.map { zip($0, values).map { $0 + $1 } } ?? values
    }
    self.offset = offset
    let built = try DesignBuilder.build(formula, &evaluator, hasIntercept: hasIntercept ?? formula.hasIntercept)
    design = built.design
    termColumns = built.terms
    encodings = evaluator.encodings
  }

  /// The design of the same rows with other values in the table.
  func design(of table: DataTable, hasIntercept: Bool? = nil) throws(ModelError) -> DesignMatrix {
    var evaluator = ExpressionEvaluator(formula.source, table, encodings)
    return try DesignBuilder.build(formula, &evaluator, hasIntercept: hasIntercept ?? formula.hasIntercept).design
  }

  /// The response as numbers; `Surv` has its own reading.
  private static func response(
    _ expression: Expression, _ evaluator: inout ExpressionEvaluator
  ) throws(ModelError) -> [Double] {
    if case .call("Surv", let arguments) = expression, let last = arguments.last {
      return try evaluator.numbers(last.value)
    }
    return try evaluator.numbers(expression)
  }
}

/// Which rows have a value for everything.
private struct Completeness {
  let rows: [Int]
  let missing: [ModelFrame.Missing]

  init(_ formula: Formula, _ data: DataTable, others: [String], workers: Int) throws(ModelError) {
    var missing: [ModelFrame.Missing] = []
    let names = formula.variables + others.filter { !formula.variables.contains($0) }
    var columns: [DataTable.Column] = []
    for name in names {
      guard let column = data.columns[name] else {
        throw .unknownVariable(
          name, file: data.file, nearest: DataTable.nearest(name, data.columns.keys.sorted()),
          columns: data.columns.keys.sorted())
      }
      columns.append(column)
    }
    let counts = Self.missingCounts(columns, workers: workers)
    var keep = [Bool](repeating: true, count: data.rows)
    for (place, name) in names.enumerated() where counts[place] > 0 {
      switch columns[place] {
      case .numbers(let values): for i in values.indices where values[i].isNaN { keep[i] = false }
      case .texts(let codes, _): for i in codes.indices where codes[i] < 0 { keep[i] = false }
      }
      missing.append(ModelFrame.Missing(variable: name, rows: counts[place]))
    }
    // Expressions that have no value where their variables have one: a logarithm of a negative number.
    var evaluator = ExpressionEvaluator(formula.source, data)
    for expression in Self.expressions(formula) {
      if case .variable = expression { continue }
      let value = try evaluator.value(expression)
      var count = 0
      for i in keep.indices where keep[i] && value.isMissing(i) { count += 1 }
      guard count > 0 else { continue }
      missing.append(ModelFrame.Missing(variable: expression.description, rows: count))
      for i in keep.indices where value.isMissing(i) { keep[i] = false }
    }
    rows = missing.isEmpty ? Array(0..<data.rows) : keep.indices.filter { keep[$0] }
    self.missing = missing
  }

  /// How many cells of each column have no value.
  private static func missingCounts(_ columns: [DataTable.Column], workers: Int) -> [Int] {
    let counts = Mutex([Int](repeating: 0, count: columns.count))
    @Sendable func count(_ place: Int) {
      let own =
        switch columns[place] {
        case .numbers(let values): values.reduce(0) { $0 &+ ($1.isNaN ? 1 : 0) }
        case .texts(let codes, _): codes.reduce(0) { $0 &+ ($1 < 0 ? 1 : 0) }
        }
      counts.withLock { $0[place] = own }
    }
    if workers > 1 {
      DispatchQueue.concurrentPerform(iterations: columns.count, execute: count)
    } else {
      columns.indices.forEach(count)
    }
    return counts.withLock { $0 }
  }

  private static func expressions(_ formula: Formula) -> [Expression] {
    var all: [Expression] = []
    if case .call("Surv", let arguments) = formula.response {
      all += arguments.map(\.value)
    } else {
      all.append(formula.response)
    }
    for expression in formula.terms.flatMap({ $0 }) + formula.offsets where !all.contains(expression) {
      all.append(expression)
    }
    return all
  }
}

extension DataTable {
  /// The table of the rows at the given positions.
  func selecting(_ rows: [Int]) -> DataTable {
    DataTable(
      file: file, rows: rows.count,
      columns: columns.mapValues { column in
        switch column {
        case .numbers(let values): .numbers(rows.map { values[$0] })
        case .texts(let codes, let levels): .texts(codes: rows.map { codes[$0] }, levels: levels)
        }
      }, lineOfRow: rows.map { line(of: $0) })
  }
}
