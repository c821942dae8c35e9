import Evidence

/// Why a cell of a panel has no value, as a code small enough to be stored in the cell itself.
///
/// The codes are the kinds of `Reason` in the order of Stata's extended missing values: `.a` is the first. A cell never
/// holds 0 or -9 in place of a code.
public enum MissingCode: UInt8, CaseIterable, Sendable, Codable {
  /// The year lies outside the years the dataset covers.
  case outsideYears
  /// The state is not in the dataset that year, or not a member of the system.
  case notMember
  /// The dataset covers the unit and marks the value missing.
  case missing
  /// The value does not exist for this unit: the number of a rivalry where there is none.
  case undefined
  /// The publisher or Entente withholds the value.
  case withheld

  /// Stata's letter, `a` to `e`; also the text of a cell where codes are written.
  public var letter: Character { Character(UnicodeScalar(UInt8(ascii: "a") + rawValue)) }

  /// `.a` to `.e`.
  public var text: String { ".\(letter)" }

  public var kind: Reason.Kind {
    switch self {
    case .outsideYears: .outsideYears
    case .notMember: .notMember
    case .missing: .missing
    case .undefined: .undefined
    case .withheld: .withheld
    }
  }

  /// A few words for legends and codebooks.
  public var label: String {
    switch self {
    case .outsideYears: "outside the years the dataset covers"
    case .notMember: "state not in the dataset that year"
    case .missing: "marked missing by the dataset"
    case .undefined: "does not apply to this unit"
    case .withheld: "withheld"
    }
  }
}

/// A type of value whose cells can hold a `MissingCode`.
protocol CellValue: BitwiseCopyable, Sendable {
  /// The pattern that stands for the code.
  static func encoded(_ code: MissingCode) -> Self
  /// The code the pattern stands for; `nil` for a value.
  var missingCode: MissingCode? { get }
}

extension UInt8: CellValue {
  static func encoded(_ code: MissingCode) -> UInt8 { 255 - code.rawValue }
  var missingCode: MissingCode? { self > 250 ? MissingCode(rawValue: 255 - self) : nil }
}

extension Int16: CellValue {
  static func encoded(_ code: MissingCode) -> Int16 { .min + Int16(code.rawValue) }
  var missingCode: MissingCode? { self < .min + 5 ? MissingCode(rawValue: UInt8(self - .min)) : nil }
}

extension Int32: CellValue {
  static func encoded(_ code: MissingCode) -> Int32 { .min + Int32(code.rawValue) }
  var missingCode: MissingCode? { self < .min + 5 ? MissingCode(rawValue: UInt8(self - .min)) : nil }
}

extension Double: CellValue {
  /// A quiet NaN that carries the code in its payload; the plain NaN of a record table reads as `.missing`.
  static func encoded(_ code: MissingCode) -> Double {
    Double(bitPattern: 0x7FF8_0000_0000_0100 | UInt64(code.rawValue))
  }

  var missingCode: MissingCode? {
    guard isNaN else { return nil }
    let bits = bitPattern & 0xFFFF
    return bits & 0xFF00 == 0x0100 ? MissingCode(rawValue: UInt8(bits & 0xFF)) ?? .missing : .missing
  }
}
