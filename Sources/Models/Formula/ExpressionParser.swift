/// Reads an expression in R's syntax, with R's precedence.
struct ExpressionParser {
  private enum Token: Equatable {
    case number(Double)
    case text(String)
    case name(String)
    case symbol(String)
    case end
  }

  private let source: String
  private var tokens: [(token: Token, column: Int)] = []
  private var at = 0

  static func parse(_ source: String) throws(ModelError) -> Expression {
    var parser = ExpressionParser(source)
    try parser.scan()
    let expression = try parser.expression(0)
    guard case .end = parser.current else { throw parser.unexpected("an operator or the end") }
    return expression
  }

  private init(_ source: String) { self.source = source }

  private var current: Token { tokens[at].token }

  private func unexpected(_ expected: String) -> ModelError {
    let (token, column) = tokens[at]
    let found =
      switch token {
      case .number(let value): Expression.plain(value)
      case .text(let text): "\"\(text)\""
      case .name(let name): name
      case .symbol(let symbol): "\"\(symbol)\""
      case .end: "the end"
      }
    return .syntax(formula: source, column: column, found: found, expected: expected)
  }

  // MARK: Words

  private mutating func scan() throws(ModelError) {
    let characters = Array(source)
    var i = 0
    while i < characters.count {
      let c = characters[i]
      let start = i
      if c.isWhitespace {
        i += 1
        continue
      } else if c.isNumber || (c == "." && i + 1 < characters.count && characters[i + 1].isNumber) {
        i = Self.endOfNumber(characters, i)
        let text = String(characters[start..<i])
        guard let value = Double(text) else {
          throw .syntax(formula: source, column: start + 1, found: text, expected: "a number")
        }
        tokens.append((.number(value), start + 1))
        continue
      } else if c.isLetter || c == "." || c == "_" {
        while i < characters.count, characters[i].isLetter || characters[i].isNumber || "._".contains(characters[i]) {
          i += 1
        }
        tokens.append((.name(String(characters[start..<i])), start + 1))
        continue
      } else if c == "`" || c == "\"" || c == "'" {
        guard let end = characters[(i + 1)...].firstIndex(of: c) else {
          throw .syntax(formula: source, column: start + 1, found: "an open \(c)", expected: "a closing \(c)")
        }
        let text = String(characters[(i + 1)..<end])
        tokens.append((c == "`" ? .name(text) : .text(text), start + 1))
        i = end + 1
        continue
      }
      let pair = i + 1 < characters.count ? String(characters[i...(i + 1)]) : ""
      let symbol = ["==", "!=", "<=", ">=", "&&", "||", "**"].contains(pair) ? pair : String(c)
      guard "+-*/^:()~,=<>!&|".contains(c) else {
        throw .syntax(formula: source, column: start + 1, found: "\"\(c)\"", expected: "a variable, number or operator")
      }
      let canonical = ["&&": "&", "||": "|", "**": "^"][symbol] ?? symbol
      tokens.append((.symbol(canonical), start + 1))
      i += symbol.count
    }
    tokens.append((.end, characters.count + 1))
  }

  private static func endOfNumber(_ c: [Character], _ start: Int) -> Int {
    var i = start
    while i < c.count, c[i].isNumber || c[i] == "." { i += 1 }
    if i < c.count, c[i] == "e" || c[i] == "E" {
      var j = i + 1
      if j < c.count, c[j] == "+" || c[j] == "-" { j += 1 }
      if j < c.count, c[j].isNumber {
        i = j
        while i < c.count, c[i].isNumber { i += 1 }
      }
    }
    return i
  }

  // MARK: Grammar

  /// Precedence climbing; unary minus binds between ^ and :, as in R.
  private mutating func expression(_ least: Int) throws(ModelError) -> Expression {
    var left = try operand()
    while case .symbol(let symbol) = current, let op = Expression.Operator(rawValue: symbol), op != .not,
      op.binding > least
    {
      at += 1
      // ^ groups to the right, everything else to the left.
      let right = try expression(op == .power ? op.binding - 1 : op.binding)
      left = .binary(op, left, right)
    }
    return left
  }

  private mutating func operand() throws(ModelError) -> Expression {
    switch current {
    case .number(let value):
      at += 1
      return .number(value)
    case .text(let text):
      at += 1
      return .text(text)
    case .symbol("-"), .symbol("+"), .symbol("!"), .symbol("~"):
      guard case .symbol(let symbol) = current, let op = Expression.Operator(rawValue: symbol) else { break }
      at += 1
      // The operand of a sign reaches over : and ^ only, that of ! over comparisons and arithmetic.
      return .unary(op, try expression(op == .not ? op.binding : op == .tilde ? 1 : 9))
    case .symbol("("):
      at += 1
      let inner = try expression(0)
      try expect(")")
      return .parentheses(inner)
    case .name(let name):
      at += 1
      guard case .symbol("(") = current else {
        return name == "TRUE" ? .number(1) : name == "FALSE" ? .number(0) : .variable(name)
      }
      at += 1
      return .call(name, try arguments())
    default: break
    }
    throw unexpected("a variable, a number or \"(\"")
  }

  private mutating func arguments() throws(ModelError) -> [Expression.Argument] {
    var found: [Expression.Argument] = []
    if case .symbol(")") = current {
      at += 1
      return found
    }
    while true {
      var name: String?
      if case .name(let word) = current, tokens[at + 1].token == .symbol("=") {
        name = word
        at += 2
      }
      found.append(Expression.Argument(name: name, value: try expression(0)))
      guard case .symbol(",") = current else { break }
      at += 1
    }
    try expect(")")
    return found
  }

  private mutating func expect(_ symbol: String) throws(ModelError) {
    guard case .symbol(symbol) = current else { throw unexpected("\"\(symbol)\"") }
    at += 1
  }
}
