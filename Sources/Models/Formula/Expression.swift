/// An arithmetic or logical expression over the columns of a table, as R writes it.
public indirect enum Expression: Hashable, Sendable {
  case number(Double)
  case text(String)
  case variable(String)
  case call(String, [Argument])
  case unary(Operator, Expression)
  case binary(Operator, Expression, Expression)
  case parentheses(Expression)

  public struct Argument: Hashable, Sendable {
    public let name: String?
    public let value: Expression
  }

  public enum Operator: String, Hashable, Sendable {
    case plus = "+"
    case minus = "-"
    case times = "*"
    case over = "/"
    case power = "^"
    case interaction = ":"
    case equal = "=="
    case unequal = "!="
    case less = "<"
    case lessOrEqual = "<="
    case greater = ">"
    case greaterOrEqual = ">="
    case and = "&"
    case or = "|"
    case not = "!"
    case tilde = "~"

    /// How tightly it binds, as in R; the higher, the tighter.
    var binding: Int {
      switch self {
      case .tilde: 1
      case .or: 2
      case .and: 3
      case .not: 4
      case .equal, .unequal, .less, .lessOrEqual, .greater, .greaterOrEqual: 5
      case .plus, .minus: 6
      case .times, .over: 7
      case .interaction: 8
      case .power: 10
      }
    }

    var isLogical: Bool { binding >= 2 && binding <= 5 }
  }

  /// The columns it uses, in order of occurrence.
  public var variables: [String] {
    var found: [String] = []
    func visit(_ expression: Expression) {
      switch expression {
      case .number, .text: break
      case .variable(let name): if !found.contains(name) { found.append(name) }
      case .call(_, let arguments): for argument in arguments { visit(argument.value) }
      case .unary(_, let inner), .parentheses(let inner): visit(inner)
      case .binary(_, let a, let b):
        visit(a)
        visit(b)
      }
    }
    visit(self)
    return found
  }
}

extension Expression: CustomStringConvertible {
  /// As R prints it: spaces around operators, except ^, : and /.
  public var description: String {
    switch self {
    case .number(let value): Self.plain(value)
    case .text(let text): "\"\(text)\""
    case .variable(let name): name
    case .call(let name, let arguments):
      "\(name)(" + arguments.map { ($0.name.map { $0 + " = " } ?? "") + $0.value.description }.joined(separator: ", ")
        + ")"
    case .unary(let op, let inner): op.rawValue + inner.description
    case .parentheses(let inner): "(\(inner))"
    case .binary(let op, let a, let b):
      [.power, .interaction, .over].contains(op) ? "\(a)\(op.rawValue)\(b)" : "\(a) \(op.rawValue) \(b)"
    }
  }

  /// A number without a needless fraction.
  static func plain(_ value: Double) -> String {
    if value == value.rounded(), abs(value) < 1e15 { return String(Int(value)) }
    return "\(value)"
  }
}
