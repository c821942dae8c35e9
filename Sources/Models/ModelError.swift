import Delimited
import Statistics

/// Why a model could not be made.
public enum ModelError: Error, Sendable {
  /// The formula cannot be read; `column` is 1-based.
  case syntax(formula: String, column: Int, found: String, expected: String)
  /// The formula asks for something that is not there, with what to do instead.
  case unsupported(formula: String, what: String, instead: String)
  /// A variable of the formula is not a column of the data.
  case unknownVariable(String, file: String, nearest: String?, columns: [String])
  /// A text column where a number is needed.
  case notNumeric(variable: String, expression: String)
  /// A column of numbers in which some fields are not numbers.
  case mixedColumn(variable: String, file: String, line: Int, found: String)
  case tooManyLevels(expression: String, count: Int, limit: Int)
  case noCompleteRows(total: Int, missing: [(variable: String, rows: Int)])
  case outcome(expression: String, line: Int, value: Double, expected: String)
  case notFinite(expression: String, line: Int)
  case data(DelimitedError)
  case regression(RegressionError)
  case survival(SurvivalError)
  case request(String)
}

extension ModelError {
  /// Whether the request is wrong, rather than the data.
  public var isUsage: Bool {
    switch self {
    case .syntax, .unsupported, .unknownVariable, .notNumeric, .tooManyLevels, .request: true
    case .mixedColumn, .noCompleteRows, .outcome, .notFinite, .data, .regression, .survival: false
    }
  }
}

extension ModelError: CustomStringConvertible {
  public var description: String {
    switch self {
    case .syntax(let formula, let column, let found, let expected):
      "formula \"\(formula)\", column \(column): found \(found), expected \(expected)"
    case .unsupported(let formula, let what, let instead):
      "formula \"\(formula)\": \(what) is not supported; \(instead)"
    case .unknownVariable(let name, let file, let nearest, let columns):
      "\(file): no column \"\(name)\""
        + (nearest.map { "; the nearest name is \"\($0)\"" } ?? "; it has \(columns.prefix(20).joined(separator: ", "))")
    case .notNumeric(let variable, let expression):
      "\(expression): \(variable) is a text column, expected numbers; use factor(\(variable)) for categories"
    case .mixedColumn(let variable, let file, let line, let found):
      "\(file): line \(line): \(variable) is \(found), expected a number like the rows before; clean the column, or use"
        + " factor(\(variable)) if it holds categories"
    case .tooManyLevels(let expression, let count, let limit):
      "\(expression) has \(count) levels, at most \(limit) are fitted as columns; cluster on it, or use a coarser grouping"
    case .noCompleteRows(let total, let missing):
      "none of the \(total) rows is complete; missing: "
        + missing.map { "\($0.variable) in \($0.rows)" }.joined(separator: ", ") + ". Drop a variable or find rows"
    case .outcome(let expression, let line, let value, let expected):
      "line \(line): the outcome \(expression) is \(value), expected \(expected)"
    case .notFinite(let expression, let line):
      "line \(line): \(expression) is infinite; a logarithm of 0 is the usual cause. Use log1p, or leave those rows out"
    case .data(let error): error.description
    case .regression(let error): error.description
    case .survival(let error): error.description
    case .request(let reason): reason
    }
  }
}
