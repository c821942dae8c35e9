/// What an expression is over the rows of a table.
enum ExpressionValue: Sendable {
  case constant(Double)
  case numbers([Double])
  /// 0, 1 or NaN.
  case logicals([Double])
  /// Codes into levels, -1 where missing.
  case levels(codes: [Int32], names: [String])

  /// Whether a row has no value.
  func isMissing(_ row: Int) -> Bool {
    switch self {
    case .constant(let value): value.isNaN
    case .numbers(let values), .logicals(let values): values[row].isNaN
    case .levels(let codes, _): codes[row] < 0
    }
  }
}

/// What an expression learned from the rows it was first evaluated on, so that it means the same on others: levels, means and deviations.
struct Encodings: Sendable {
  var levels: [String: [String]] = [:]
  var scales: [String: (mean: Double, deviation: Double)] = [:]
}

/// Evaluates expressions over a table, column by column.
struct ExpressionEvaluator {
  let formula: String
  let table: DataTable
  var encodings: Encodings

  init(_ formula: String, _ table: DataTable, _ encodings: Encodings = Encodings()) {
    self.formula = formula
    self.table = table
    self.encodings = encodings
  }

  /// The value of a term's expression: a bare column of texts is a factor.
  mutating func value(_ expression: Expression) throws(ModelError) -> ExpressionValue {
    switch expression {
    case .variable(let name):
      guard case .texts? = table.columns[name] else { return try arithmetic(expression) }
      return try factor(expression, key: expression.description)
    case .call("factor", let arguments), .call("as.factor", let arguments):
      return try factor(try only(arguments, "factor"), key: expression.description)
    case .call("relevel", let arguments): return try relevelled(arguments, key: expression.description)
    default: return try arithmetic(expression)
    }
  }

  // MARK: Factors

  private mutating func factor(_ inner: Expression, key: String) throws(ModelError) -> ExpressionValue {
    let (codes, names) = try categories(inner)
    if let known = encodings.levels[key] {
      var place: [String: Int32] = [:]
      for (i, name) in known.enumerated() { place[name] = Int32(i) }
      let map = names.map { place[$0] ?? -1 }
      return .levels(codes: codes.map { $0 < 0 ? -1 : map[Int($0)] }, names: known)
    }
    encodings.levels[key] = names
    return .levels(codes: codes, names: names)
  }

  /// Categories that occur, in order: numbers by size, texts byte by byte.
  private mutating func categories(_ inner: Expression) throws(ModelError) -> (codes: [Int32], names: [String]) {
    if case .variable(let name) = inner, case .texts(let codes, let levels)? = table.columns[name] {
      return Self.ordered(codes, levels)
    }
    let numbers = try self.numbers(inner)
    var place: [Double: Int32] = [:]
    var distinct: [Double] = []
    for value in numbers where !value.isNaN && place[value] == nil {
      place[value] = 0
      distinct.append(value)
    }
    distinct.sort()
    for (i, value) in distinct.enumerated() { place[value] = Int32(i) }
    return (numbers.map { $0.isNaN ? -1 : place[$0] ?? -1 }, distinct.map(Expression.plain))
  }

  private static func ordered(_ codes: [Int32], _ levels: [String]) -> (codes: [Int32], names: [String]) {
    var used = [Bool](repeating: false, count: levels.count)
    for code in codes where code >= 0 { used[Int(code)] = true }
    let present = levels.indices.filter { used[$0] }
    // Levels that are all numbers are in their order; "2" and "2.0" are one level.
    let values = present.compactMap { Double(levels[$0]) }
    let isNumeric = values.count == present.count
    let label = { (i: Int) in isNumeric ? Expression.plain(Double(levels[i]) ?? 0) : levels[i] }
    let names =
      isNumeric
      ? Set(values).sorted().map(Expression.plain)
      : present.map { levels[$0] }.sorted { Array($0.utf8).lexicographicallyPrecedes(Array($1.utf8)) }
    var place: [String: Int32] = [:]
    for (i, name) in names.enumerated() { place[name] = Int32(i) }
    let map = levels.indices.map { used[$0] ? place[label($0)] ?? -1 : -1 }
    return (codes.map { $0 < 0 ? -1 : map[Int($0)] }, names)
  }

  private mutating func relevelled(
    _ arguments: [Expression.Argument], key: String
  ) throws(ModelError) -> ExpressionValue {
    guard let inner = arguments.first?.value, arguments.count == 2 else {
      throw unsupported("relevel with \(arguments.count) arguments", "write relevel(factor(w), ref = \"2\")")
    }
    let reference =
      switch arguments[1].value {
      case .text(let text): text
      case .number(let number): Expression.plain(number)
      default: ""
      }
    guard case .levels(let codes, let names) = try value(inner), let first = names.firstIndex(of: reference) else {
      throw unsupported("relevel to \(arguments[1].value)", "name a level that occurs, as ref = \"2\"")
    }
    let order = [first] + names.indices.filter { $0 != first }
    var place = [Int32](repeating: 0, count: names.count)
    for (i, old) in order.enumerated() { place[old] = Int32(i) }
    return .levels(codes: codes.map { $0 < 0 ? -1 : place[Int($0)] }, names: order.map { names[$0] })
  }

  // MARK: Arithmetic

  /// The numbers of an expression, one a row.
  mutating func numbers(_ expression: Expression) throws(ModelError) -> [Double] {
    switch try arithmetic(expression) {
    case .constant(let value): return Array(repeating: value, count: table.rows)
    case .numbers(let values), .logicals(let values): return values
    case .levels:
      throw .notNumeric(variable: expression.variables.first ?? "", expression: expression.description)
    }
  }

  private mutating func arithmetic(_ expression: Expression) throws(ModelError) -> ExpressionValue {
    switch expression {
    case .number(let value): return .constant(value)
    case .text(let text):
      throw unsupported("the text \"\(text)\" in arithmetic", "compare a column with it: w == \"\(text)\"")
    case .parentheses(let inner): return try arithmetic(inner)
    case .variable(let name):
      switch table.columns[name] {
      case .numbers(let values)?: return .numbers(values)
      case .texts?: throw .notNumeric(variable: name, expression: expression.description)
      case nil:
        throw .unknownVariable(
          name, file: table.file, nearest: DataTable.nearest(name, Array(table.columns.keys).sorted()),
          columns: table.columns.keys.sorted())
      }
    case .unary(.minus, let inner): return try mapped(inner) { -$0 }
    case .unary(.plus, let inner): return try arithmetic(inner)
    case .unary(.not, let inner): return .logicals(try numbers(inner).map { $0.isNaN ? .nan : $0 == 0 ? 1 : 0 })
    case .unary(let op, _): throw unsupported("\"\(op.rawValue)\" inside a term", "take it out")
    case .binary(let op, let a, let b): return try combined(op, a, b)
    case .call(let name, let arguments): return try called(name, arguments, expression)
    }
  }

  private mutating func combined(_ op: Expression.Operator, _ a: Expression, _ b: Expression) throws(ModelError)
    -> ExpressionValue
  {
    if op == .equal || op == .unequal, let compared = try comparedText(op, a, b) { return compared }
    guard let function = Self.operation(op) else {
      throw unsupported("\"\(op.rawValue)\" inside a term", "write interactions as terms of their own")
    }
    let (x, y) = (try arithmetic(a), try arithmetic(b))
    if case .constant(let p) = x, case .constant(let q) = y { return .constant(function(p, q)) }
    let values: [Double]
    switch (x, y) {
    case (.constant(let p), _):
      let q = try numbers(b)
      values = q.map { $0.isNaN ? .nan : function(p, $0) }
    case (_, .constant(let q)):
      let p = try numbers(a)
      values = p.map { $0.isNaN ? .nan : function($0, q) }
    default:
      let (p, q) = (try numbers(a), try numbers(b))
      values = p.indices.map { p[$0].isNaN || q[$0].isNaN ? .nan : function(p[$0], q[$0]) }
    }
    return op.isLogical ? .logicals(values) : .numbers(values)
  }

  private func comparedText(_ op: Expression.Operator, _ a: Expression, _ b: Expression) throws(ModelError)
    -> ExpressionValue?
  {
    let (name, text): (String, String)
    switch (a, b) {
    case (.variable(let v), .text(let t)), (.text(let t), .variable(let v)): (name, text) = (v, t)
    default: return nil
    }
    guard case .texts(let codes, let levels)? = table.columns[name] else {
      throw unsupported("comparing the numbers of \(name) with the text \"\(text)\"", "compare with a number")
    }
    let wanted = levels.firstIndex(of: text).map { Int32($0) } ?? -2
    return .logicals(codes.map { $0 < 0 ? .nan : ($0 == wanted) == (op == .equal) ? 1 : 0 })
  }

  private static func operation(_ op: Expression.Operator) -> (@Sendable (Double, Double) -> Double)? {
    switch op {
    case .plus: { $0 + $1 }
    case .minus: { $0 - $1 }
    case .times: { $0 * $1 }
    case .over: { $0 / $1 }
    case .power: { $1 == 2 ? $0 * $0 : raised($0, $1) }
    case .equal: { $0 == $1 ? 1 : 0 }
    case .unequal: { $0 != $1 ? 1 : 0 }
    case .less: { $0 < $1 ? 1 : 0 }
    case .lessOrEqual: { $0 <= $1 ? 1 : 0 }
    case .greater: { $0 > $1 ? 1 : 0 }
    case .greaterOrEqual: { $0 >= $1 ? 1 : 0 }
    case .and: { $0 != 0 && $1 != 0 ? 1 : 0 }
    case .or: { $0 != 0 || $1 != 0 ? 1 : 0 }
    case .interaction, .not, .tilde: nil
    }
  }

  private mutating func mapped(_ inner: Expression, _ function: (Double) -> Double) throws(ModelError)
    -> ExpressionValue
  {
    if case .constant(let value) = try arithmetic(inner) { return .constant(function(value)) }
    return .numbers(try numbers(inner).map { $0.isNaN ? .nan : function($0) })
  }

  private mutating func called(_ name: String, _ arguments: [Expression.Argument], _ whole: Expression)
    throws(ModelError) -> ExpressionValue
  {
    if name == "I" { return try arithmetic(try only(arguments, name)) }
    if name == "scale" { return .numbers(try scaled(try only(arguments, name), key: whole.description)) }
    if name == "log", arguments.count == 2, case .constant(let base) = try arithmetic(arguments[1].value) {
      return try mapped(arguments[0].value) { ElementaryFunctions.log($0) / ElementaryFunctions.log(base) }
    }
    guard let function = ElementaryFunctions.byName[name] else {
      throw unsupported(
        "the function \(name)",
        "use one of \((ElementaryFunctions.byName.keys.sorted() + ["I", "factor", "relevel", "scale"]).joined(separator: ", "))"
      )
    }
    return try mapped(try only(arguments, name), function)
  }

  /// Less the mean, over the standard deviation.
  private mutating func scaled(_ inner: Expression, key: String) throws(ModelError) -> [Double] {
    let values = try numbers(inner)
    if encodings.scales[key] == nil {
      let present = values.filter { !$0.isNaN }
      let n = Double(present.count)
      let mean = present.reduce(0, +) / n
      let square = present.reduce(0.0) { $0 + ($1 - mean) * ($1 - mean) }
      encodings.scales[key] = (mean, (square / (n - 1)).squareRoot())
    }
    guard let known = encodings.scales[key] else { return values }
    return values.map { ($0 - known.mean) / known.deviation }
  }

  private func only(_ arguments: [Expression.Argument], _ name: String) throws(ModelError) -> Expression {
    guard arguments.count == 1, let first = arguments.first else {
      throw unsupported("\(name) with \(arguments.count) arguments", "give it one")
    }
    return first.value
  }

  private func unsupported(_ what: String, _ instead: String) -> ModelError {
    .unsupported(formula: formula, what: what, instead: instead)
  }
}
