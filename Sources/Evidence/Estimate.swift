/// A figure with its interval, the number of observations, the method and the sources. No bare number leaves a public API.
public struct Estimate: Hashable, Sendable, Codable {
  public let value: Double
  /// `nil` for an exact count or a published total, which has no sampling interval; the method says so.
  public let interval: Interval?
  /// Observations the value rests on.
  public let n: Int?
  /// How the value and its interval were made, in words.
  public let method: String
  public let sources: [Source]

  public init(_ value: Double, interval: Interval? = nil, n: Int? = nil, method: String, sources: [Source]) {
    self.value = value
    self.interval = interval
    self.n = n
    self.method = method
    self.sources = sources
  }
}
