/// A model formula in the language R users know: `y ~ x + log(x) + x:z + factor(w) - 1`.
///
/// On the right, `+` joins terms, `-` takes them away, `a:b` is their interaction, `a*b` is `a + b + a:b`, `(a + b)^2` all interactions up
/// to that order, `1` and `0` with and without intercept, `offset(e)` an offset and, for survival models, `strata(v)`. Inside a function,
/// and everywhere inside `I()`, operators are arithmetic. Terms are in order of degree, as in R.
public struct Formula: Hashable, Sendable, CustomStringConvertible {
  /// A product of expressions; the empty product is the intercept.
  public typealias Term = [Expression]

  public let source: String
  public let response: Expression
  public let terms: [Term]
  public let hasIntercept: Bool
  public let offsets: [Expression]
  public let strata: [Expression]

  public var description: String { source }

  public init(_ source: String) throws(ModelError) {
    let parsed = try ExpressionParser.parse(source)
    guard case .binary(.tilde, let left, let right) = parsed else {
      throw .syntax(formula: source, column: 1, found: "no ~", expected: "outcome ~ terms, such as y ~ x + log(z)")
    }
    self.source = source
    response = left
    var builder = Builder(source: source)
    let collected = try builder.terms(of: right)
    terms = collected.filter { !$0.isEmpty }.enumerated()
      .sorted { ($0.element.count, $0.offset) < ($1.element.count, $1.offset) }.map(\.element)
    hasIntercept = builder.intercept
    offsets = builder.offsets
    strata = builder.strata
  }

  /// The columns of the data that it uses, in order of occurrence.
  public var variables: [String] {
    var seen: [String] = []
    for expression in [response] + terms.flatMap({ $0 }) + offsets + strata {
      for name in expression.variables where !seen.contains(name) { seen.append(name) }
    }
    return seen
  }

  /// The variables of the terms alone.
  public var explanatoryVariables: [String] {
    var seen: [String] = []
    for expression in terms.flatMap({ $0 }) {
      for name in expression.variables where !seen.contains(name) { seen.append(name) }
    }
    return seen
  }

  private struct Builder {
    let source: String
    var intercept = true
    var offsets: [Expression] = []
    var strata: [Expression] = []

    mutating func terms(of expression: Expression) throws(ModelError) -> [Term] {
      switch expression {
      case .parentheses(let inner): return try terms(of: inner)
      case .number(1):
        intercept = true
        return []
      case .number(0):
        intercept = false
        return []
      case .number(let value): throw unsupported("the term \(Expression.plain(value))", "use 1, 0 or a variable")
      case .unary(.plus, let inner): return try terms(of: inner)
      case .unary(.minus, .number(1)):
        intercept = false
        return []
      case .unary(.minus, .number(0)): return []
      case .unary(.minus, let inner): throw unsupported("a first term -\(inner)", "leave it out")
      case .binary(.plus, let a, let b): return try joined(terms(of: a), terms(of: b))
      case .binary(.minus, let a, let b): return try without(a, b)
      case .binary(.interaction, let a, let b): return try products(terms(of: a), terms(of: b))
      case .binary(.times, let a, let b):
        let (x, y) = (try terms(of: a), try terms(of: b))
        return joined(joined(x, y), products(x, y))
      case .binary(.power, let base, .number(let degree))
      where degree >= 1 && degree <= 8 && degree == degree.rounded():
        let x = try terms(of: base)
        var all = x
        for _ in 1..<max(Int(degree), 1) { all = joined(all, products(all, x)) }
        return all
      case .binary(.over, let a, let b):
        let x = try terms(of: a)
        return joined(x, products([x.flatMap { $0 }], try terms(of: b)))
      case .call("offset", let arguments):
        offsets += arguments.map(\.value)
        return []
      case .call("strata", let arguments):
        strata += arguments.map(\.value)
        return []
      case .variable("."): throw unsupported("\".\"", "name the variables")
      case .text(let text): throw unsupported("the text \"\(text)\"", "name a variable")
      default: return [[expression]]
      }
    }

    private mutating func without(_ a: Expression, _ b: Expression) throws(ModelError) -> [Term] {
      let kept = try terms(of: a)
      if case .number(1) = b {
        intercept = false
        return kept
      }
      if case .number(0) = b {
        intercept = true
        return kept
      }
      let before = intercept
      let dropped = try terms(of: b)
      intercept = before
      return kept.filter { term in !dropped.contains { Set($0) == Set(term) } }
    }

    private func joined(_ a: [Term], _ b: [Term]) -> [Term] {
      var out: [Term] = []
      for term in a + b where !out.contains(where: { Set($0) == Set(term) }) { out.append(term) }
      return out
    }

    private func products(_ a: [Term], _ b: [Term]) -> [Term] {
      var out: [Term] = []
      for x in a {
        for y in b { out.append(x + y.filter { !x.contains($0) }) }
      }
      return joined(out, [])
    }

    private func unsupported(_ what: String, _ instead: String) -> ModelError {
      .unsupported(formula: source, what: what, instead: instead)
    }
  }
}
