extension Delimited {
  /// A column of texts: one code per row into a list of texts, each kept once as UTF-8.
  ///
  /// Codes count the distinct texts in the order in which the file first has them; a missing text has code -1. In a
  /// column that was not interned every row has a code of its own.
  public struct TextColumn: Sendable, Hashable {
    /// The code of each row; -1 where the text is missing.
    public let codes: [Int32]
    /// The UTF-8 of all texts, one after the other.
    let bytes: [UInt8]
    /// The end of each text in `bytes`.
    let ends: [UInt32]

    /// The number of rows.
    public var count: Int { codes.count }

    /// The number of different codes.
    public var distinctCount: Int { ends.count }

    /// The text of a row; `nil` where it is missing, and for a row that does not exist.
    public subscript(row: Int) -> String? { codes.indices.contains(row) ? text(codes[row]) : nil }

    /// The text of a code; `nil` for -1 and for codes that do not occur.
    public func text(_ code: Int32) -> String? {
      guard let range = range(code) else { return nil }
      return String(decoding: bytes[range], as: UTF8.self)
    }

    /// The UTF-8 of a code; `nil` for -1 and for codes that do not occur.
    public func utf8(_ code: Int32) -> ArraySlice<UInt8>? {
      range(code).map { bytes[$0] }
    }

    /// The texts of all codes, in the order of the codes.
    ///
    /// - Complexity: O(n) in their length; keep the result rather than calling it again.
    public func distinct() -> [String] {
      ends.indices.map { text(Int32($0)) ?? "" }
    }

    /// The texts of all rows.
    public func strings() -> [String?] {
      let texts = distinct()
      return codes.map { $0 < 0 ? nil : texts[Int($0)] }
    }

    private func range(_ code: Int32) -> Range<Int>? {
      let i = Int(code)
      guard i >= 0, i < ends.count else { return nil }
      return (i == 0 ? 0 : Int(ends[i - 1]))..<Int(ends[i])
    }
  }
}
