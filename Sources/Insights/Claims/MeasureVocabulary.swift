import Evidence

/// What can be claimed: the measures with their arguments, and whether a request is understood.
///
/// A value of functions, so that insights know the measures without importing them.
public struct MeasureVocabulary: Sendable {
  /// What is wrong with a request.
  public struct Fault: Hashable, Sendable {
    /// The argument at fault, when it is one.
    public let argument: String?
    public let problem: String

    public init(argument: String?, problem: String) {
      self.argument = argument
      self.problem = problem
    }
  }

  public let signatures: [MeasureSignature]
  private let byName: [String: MeasureSignature]
  /// What is wrong with the values of a request whose names are in order.
  let fault: @Sendable (MeasureRequest) -> Fault?
  /// The unit of a request when it is not the measure's own, as for cited figures.
  let unit: @Sendable (MeasureRequest) -> Unit?

  public init(
    _ signatures: [MeasureSignature], fault: @escaping @Sendable (MeasureRequest) -> Fault?,
    unit: @escaping @Sendable (MeasureRequest) -> Unit? = { _ in nil }
  ) {
    self.signatures = signatures
    byName = Dictionary(signatures.map { ($0.name, $0) }, uniquingKeysWith: { first, _ in first })
    self.fault = fault
    self.unit = unit
  }

  public subscript(name: String) -> MeasureSignature? { byName[name] }

  /// The unit in which the answer to a request is printed.
  func unit(of request: MeasureRequest) -> Unit { unit(request) ?? byName[request.measure]?.unit ?? .count }

  /// The request without what is so by default.
  func normalised(_ request: MeasureRequest) -> MeasureRequest {
    byName[request.measure]?.normalised(request) ?? request
  }

  /// Names near a misspelt one.
  func nearest(to name: String) -> [String] {
    let close = signatures.map { ($0.name, EditDistance.between(name, $0.name)) }.filter { $0.1 <= 3 }
      .sorted { ($0.1, $0.0) < ($1.1, $1.0) }
    if !close.isEmpty { return close.prefix(3).map(\.0) }
    let stem = name.split(separator: ".").first.map(String.init) ?? name
    return signatures.map(\.name).filter { $0.hasPrefix(stem + ".") }
  }
}

/// Insertions, deletions and replacements between two words.
enum EditDistance {
  /// - Complexity: O(64 × 64); longer words are cut.
  static func between(_ a: String, _ b: String) -> Int {
    let first = Array(a.utf8.prefix(64))
    let second = Array(b.utf8.prefix(64))
    var previous = Array(0...second.count)
    for (i, x) in first.enumerated() {
      var current = [i + 1]
      for (j, y) in second.enumerated() {
        current.append(min(previous[j] + (x == y ? 0 : 1), previous[j + 1] + 1, current[j] + 1))
      }
      previous = current
    }
    return previous[second.count]
  }

  /// The candidate a misspelt word most likely means.
  static func nearest(to word: String, among candidates: [String]) -> String? {
    candidates.map { ($0, between(word, $0)) }.filter { $0.1 <= max(1, min(3, $0.0.count / 3)) }
      .min { $0.1 < $1.1 }?.0
  }
}
