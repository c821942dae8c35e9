/// The number of insertions, deletions, substitutions and swaps of neighbours that make one word the other.
///
/// The optimal string alignment form of the Damerau-Levenshtein distance: no part is edited twice. Damerau, F. J.
/// (1964), Communications of the ACM 7(3): 171-176, doi:10.1145/363958.363994.
///
/// - Complexity: O(m n) time, O(n) space.
enum EditDistance {
  /// The distance, or `nil` when it is more than `limit`.
  static func between(_ a: [UInt8], _ b: [UInt8], limit: Int) -> Int? {
    guard abs(a.count - b.count) <= limit else { return nil }
    var before: [Int] = []
    var previous = Array(0...b.count)
    for i in a.indices {
      var row = [i + 1]
      row.reserveCapacity(b.count + 1)
      for j in b.indices {
        var best = min(previous[j] + (a[i] == b[j] ? 0 : 1), previous[j + 1] + 1, row[j] + 1)
        if i > 0, j > 0, a[i] == b[j - 1], a[i - 1] == b[j] { best = min(best, before[j - 1] + 1) }
        row.append(best)
      }
      guard row.contains(where: { $0 <= limit }) else { return nil }
      before = previous
      previous = row
    }
    return previous[b.count] <= limit ? previous[b.count] : nil
  }
}
