extension Delimited {
  /// The columns wanted from a file; the others are passed over.
  ///
  /// A wanted name matches a header name exactly or, failing that, without regard to case and outer spaces. A name
  /// of the form `#3` means the third column, for headers that are empty or repeat a name. A name that matches
  /// several columns is an error.
  public struct Schema: Sendable, ExpressibleByArrayLiteral {
    public var columns: [Column]

    public init(_ columns: [Column]) { self.columns = columns }
    public init(arrayLiteral elements: Column...) { columns = elements }
  }

  /// One wanted column: its name, type, missing codes, and whether it may be absent.
  ///
  /// `missing` replaces the default list (the empty field only). Numeric codes are compared by value in integer and
  /// number columns (`-9` also matches `-9.0` where that is a number), all others byte by byte. A field that equals no
  /// missing code and cannot be read rejects its row.
  public struct Column: Sendable {
    public enum Kind: Hashable, Sendable {
      case integer(range: ClosedRange<Int32>, acceptsDecimals: Bool)
      case number(range: ClosedRange<Double>)
      case text(interned: Bool)
      case day(DayFormat)
    }

    public let name: String
    /// Other names of the same column, tried in order when `name` is not in the header.
    public let alternatives: [String]
    public let kind: Kind
    public let missing: [String]
    /// Whether the column may be absent from the file.
    public let isOptional: Bool
    /// Whether spaces and tabs around a text are removed; around numbers and days they always are.
    public let trims: Bool

    /// A column of whole numbers within `range`, read as `Int32`; a missing one is `Int32.min`.
    ///
    /// With `acceptsDecimals`, `120.0` and `1e+05` are read too, as long as the value is whole.
    public static func integer(
      _ name: String, or alternatives: [String] = [], missing: [String] = [""],
      range: ClosedRange<Int32> = (Int32.min + 1)...Int32.max, acceptsDecimals: Bool = false, optional: Bool = false
    ) -> Column {
      Column(
        name: name, alternatives: alternatives, kind: .integer(range: range, acceptsDecimals: acceptsDecimals),
        missing: missing, isOptional: optional, trims: true)
    }

    /// A column of decimal numbers within `range`, read as the nearest `Double`; a missing one is NaN.
    public static func number(
      _ name: String, or alternatives: [String] = [], missing: [String] = [""],
      range: ClosedRange<Double> = -Double.greatestFiniteMagnitude...Double.greatestFiniteMagnitude,
      optional: Bool = false
    ) -> Column {
      Column(
        name: name, alternatives: alternatives, kind: .number(range: range), missing: missing, isOptional: optional,
        trims: true)
    }

    /// A column of text; a missing one has code -1. Without missing codes an empty field is the empty text.
    ///
    /// `interned` keeps each distinct text once; switch it off for columns whose texts hardly repeat.
    public static func text(
      _ name: String, or alternatives: [String] = [], missing: [String] = [], interned: Bool = true,
      trims: Bool = false, optional: Bool = false
    ) -> Column {
      Column(
        name: name, alternatives: alternatives, kind: .text(interned: interned), missing: missing,
        isOptional: optional, trims: trims)
    }

    /// A column of calendar days, read as days since 1970-01-01; a missing one is `Int32.min`.
    public static func day(
      _ name: String, or alternatives: [String] = [], format: DayFormat = .yearMonthDay, missing: [String] = [""],
      optional: Bool = false
    ) -> Column {
      Column(
        name: name, alternatives: alternatives, kind: .day(format), missing: missing, isOptional: optional,
        trims: true)
    }
  }

  /// The order of the parts of a day; the parts may be separated by `-`, `/`, `:` or `.`.
  public enum DayFormat: Hashable, Sendable {
    case yearMonthDay
    case dayMonthYear
    case monthDayYear
    /// Eight digits, `19500214`.
    case compact
  }
}

extension Delimited.Column.Kind {
  /// What a field of this kind must be, for messages.
  var expectation: String {
    switch self {
    case .integer(let range, let acceptsDecimals):
      let noun = acceptsDecimals ? "a whole number" : "an integer"
      if range.lowerBound == Int32.min + 1, range.upperBound == Int32.max { return noun }
      return "\(noun) from \(range.lowerBound) to \(range.upperBound)"
    case .number(let range):
      if range.upperBound == Double.greatestFiniteMagnitude, range.lowerBound == -range.upperBound { return "a number" }
      return "a number from \(range.lowerBound) to \(range.upperBound)"
    case .text: return "text"
    case .day(.yearMonthDay): return "a day written year-month-day"
    case .day(.dayMonthYear): return "a day written day-month-year"
    case .day(.monthDayYear): return "a day written month-day-year"
    case .day(.compact): return "a day of eight digits, YYYYMMDD"
    }
  }
}
