extension Delimited {
  /// What a file may cost before it is refused.
  ///
  /// Every limit that is passed throws ``DelimitedError/limit(file:what:limit:position:)``; nothing is cut short
  /// silently.
  public struct Limits: Hashable, Sendable {
    /// Largest decompressed size in bytes.
    public let bytes: Int
    /// Largest ratio of decompressed to compressed bytes, enforced once more than 64 MiB were decompressed.
    ///
    /// The densest published file (organisation membership by state and year) has a ratio near 45; a file of zeros
    /// has one near 1,000.
    public let ratio: Int
    /// Largest length of one field in bytes.
    public let fieldBytes: Int
    /// Largest length of one row in bytes.
    public let rowBytes: Int
    /// Largest number of columns in a header.
    public let columns: Int
    /// Largest number of rows kept and rejected together.
    public let rows: Int

    public init(
      bytes: Int = 4 << 30, ratio: Int = 500, fieldBytes: Int = 1 << 20, rowBytes: Int = 16 << 20,
      columns: Int = 16_384, rows: Int = 500_000_000
    ) {
      // Far below Int.max, so that sums of limits and offsets cannot overflow.
      let most = 1 << 48
      self.bytes = min(max(bytes, 0), most)
      self.ratio = min(max(ratio, 1), most)
      self.fieldBytes = min(max(fieldBytes, 1), most)
      self.rowBytes = min(max(rowBytes, 1), most)
      self.columns = min(max(columns, 1), most)
      self.rows = min(max(rows, 0), Int(Int32.max) - 1)
    }

    /// The limits used unless others are given.
    public static let standard = Limits()

    /// Decompressed bytes below which the ratio is not looked at.
    static let ratioFloor = 64 << 20
  }
}
