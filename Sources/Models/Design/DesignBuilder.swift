import Statistics

/// Columns of a design from the terms of a formula, named and coded as in R.
///
/// A factor is coded by treatment contrasts, its first level left out, if the term without it is in the model, else by a column for each
/// level. In an interaction the first variable varies fastest.
enum DesignBuilder {
  /// The columns of one expression.
  private struct Block {
    var names: [String]
    var columns: [[Double]]
  }

  static func build(
    _ formula: Formula, _ evaluator: inout ExpressionEvaluator, hasIntercept: Bool
  ) throws(ModelError) -> (design: DesignMatrix, terms: [(term: String, columns: [Int])]) {
    let n = evaluator.table.rows
    var names: [String] = []
    var columns: [[Double]] = []
    var terms: [(term: String, columns: [Int])] = []
    if hasIntercept {
      names.append("(Intercept)")
      columns.append(Array(repeating: 1, count: n))
      terms.append(("(Intercept)", [0]))
    }
    var known: [Expression: ExpressionValue] = [:]
    for term in formula.terms {
      var product: Block?
      for expression in term {
        let value: ExpressionValue
        if let found = known[expression] {
          value = found
        } else {
          value = try evaluator.value(expression)
          known[expression] = value
        }
        let rest = Set(term).subtracting([expression])
        let isNested = rest.isEmpty ? hasIntercept : formula.terms.contains { Set($0) == rest }
        let own = try block(value, expression, contrasts: isNested, rows: n)
        product = product.map { Self.product($0, own) } ?? own
      }
      guard let product else { continue }
      let label = term.map(\.description).joined(separator: ":")
      terms.append((label, Array(names.count..<(names.count + product.names.count))))
      names += product.names
      columns += product.columns
    }
    guard let design = DesignMatrix(names: names, columns: columns) else {
      throw .request("the columns of the design differ in length")
    }
    return (design, terms)
  }

  private static func block(
    _ value: ExpressionValue, _ expression: Expression, contrasts: Bool, rows: Int
  ) throws(ModelError) -> Block {
    let name = expression.description
    switch value {
    case .constant(let number): return Block(names: [name], columns: [Array(repeating: number, count: rows)])
    case .numbers(let values): return Block(names: [name], columns: [values])
    case .logicals(let values):
      let no = values.map { $0 == 0 ? 1.0 : 0 }
      return contrasts
        ? Block(names: [name + "TRUE"], columns: [values])
        : Block(names: [name + "FALSE", name + "TRUE"], columns: [no, values])
    case .levels(let codes, let levels):
      guard levels.count <= ModelFrame.mostLevels else {
        throw .tooManyLevels(expression: name, count: levels.count, limit: ModelFrame.mostLevels)
      }
      let shown = (contrasts ? 1 : 0)..<max(levels.count, contrasts ? 1 : 0)
      return Block(
        names: shown.map { name + levels[$0] },
        columns: shown.map { level in codes.map { $0 == Int32(level) ? 1 : 0 } })
    }
  }

  private static func product(_ a: Block, _ b: Block) -> Block {
    var out = Block(names: [], columns: [])
    for (k, right) in b.columns.enumerated() {
      for (j, left) in a.columns.enumerated() {
        out.names.append("\(a.names[j]):\(b.names[k])")
        out.columns.append(zip(left, right).map { $0 * $1 })
      }
    }
    return out
  }
}
