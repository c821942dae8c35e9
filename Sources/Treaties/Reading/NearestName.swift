/// The candidate a misspelt name most likely means.
///
/// Formula: least edit distance (optimal string alignment) over letters without regard to case, at most a third of
/// the longer word and at least one. Ties go to the first candidate.
///
/// - Complexity: O(candidates × length²).
func nearestName(to name: String, among candidates: [String]) -> String? {
  let wanted = Array(name.lowercased().prefix(64))
  var best: (name: String, distance: Int)?
  for candidate in candidates {
    let other = Array(candidate.lowercased())
    let limit = max(1, max(wanted.count, other.count) / 3)
    guard abs(wanted.count - other.count) <= limit else { continue }
    let distance = editDistance(wanted, other)
    if distance <= limit, distance < best?.distance ?? .max { best = (candidate, distance) }
  }
  return best?.name
}

/// Insertions, deletions, replacements and exchanges of neighbours.
private func editDistance(_ a: [Character], _ b: [Character]) -> Int {
  var before: [Int] = []
  var previous = Array(0...b.count)
  for i in a.indices {
    var current = [i + 1]
    for j in b.indices {
      var best = min(previous[j] + (a[i] == b[j] ? 0 : 1), previous[j + 1] + 1, current[j] + 1)
      if i > 0, j > 0, a[i] == b[j - 1], a[i - 1] == b[j] { best = min(best, before[j - 1] + 1) }
      current.append(best)
    }
    (before, previous) = (previous, current)
  }
  return previous[b.count]
}
