/// How a cell without a value is written in a text file.
public enum MissingText: String, Sendable, Codable, CaseIterable {
  /// Nothing between the commas; the codebook says why for each variable and years.
  case empty
  /// `.a` to `.e`, Stata's extended missing values, one for each reason.
  case codes
}
