extension Delimited.Schema {
  /// The place of each wanted column in a header.
  func resolve(
    _ header: [String], file: String, line: Int
  ) throws(DelimitedError) -> [(column: Delimited.Column, position: Int?)] {
    try check()
    guard !header.isEmpty else { throw .invalidRequest("the format names no columns") }
    var exact: [String: [Int]] = [:]
    var folded: [String: [Int]] = [:]
    for (i, name) in header.enumerated() {
      exact[name, default: []].append(i)
      folded[fold(name), default: []].append(i)
    }
    var result: [(column: Delimited.Column, position: Int?)] = []
    var taken: [Int: String] = [:]
    for column in columns {
      var found: Int?
      for name in [column.name] + column.alternatives where found == nil {
        if let number = position(name) {
          if number < header.count { found = number }
          continue
        }
        let places = exact[name] ?? folded[fold(name)] ?? []
        guard places.count < 2 else {
          throw .ambiguousColumn(file: file, name: name, positions: places.map { $0 + 1 })
        }
        found = places.first
      }
      if let found, let other = taken.updateValue(column.name, forKey: found) {
        throw .invalidRequest("\"\(other)\" and \"\(column.name)\" are the same column of \(file)")
      }
      if found == nil, !column.isOptional {
        throw .missingColumn(
          file: file, line: line, name: column.name, nearest: nearest(column.name, in: header), header: header)
      }
      result.append((column, found))
    }
    return result
  }

  private func check() throws(DelimitedError) {
    guard !columns.isEmpty else { throw .invalidRequest("no column is asked for") }
    var seen: Set<String> = []
    for column in columns where !seen.insert(column.name).inserted {
      throw .invalidRequest("the column \"\(column.name)\" is asked for twice")
    }
  }

  /// The 0-based position that a name of the form `#3` stands for.
  private func position(_ name: String) -> Int? {
    guard name.hasPrefix("#"), let number = Int(name.dropFirst()), number > 0 else { return nil }
    return number - 1
  }
}

/// A name without case and outer spaces.
func fold(_ name: String) -> String {
  let lower = name.lowercased()
  guard let first = lower.firstIndex(where: { !$0.isWhitespace }),
    let last = lower.lastIndex(where: { !$0.isWhitespace })
  else { return "" }
  return String(lower[first...last])
}

/// The name of the header that is nearest to `name` by edit distance, if it is near enough to be a slip.
func nearest(_ name: String, in header: [String]) -> String? {
  let wanted = Array(fold(name).utf8.prefix(64))
  var best: (distance: Int, name: String)?
  for candidate in header where !candidate.isEmpty {
    let distance = editDistance(wanted, Array(fold(candidate).utf8.prefix(64)))
    if distance < best?.distance ?? Int.max { best = (distance, candidate) }
  }
  guard let best, best.distance <= max(2, wanted.count / 3) else { return nil }
  return best.name
}

private func editDistance(_ a: [UInt8], _ b: [UInt8]) -> Int {
  var row = Array(0...b.count)
  for (i, x) in a.enumerated() {
    var diagonal = row[0]
    row[0] = i + 1
    for (j, y) in b.enumerated() {
      let substituted = diagonal + (x == y ? 0 : 1)
      diagonal = row[j + 1]
      row[j + 1] = min(substituted, diagonal + 1, row[j] + 1)
    }
  }
  return row[b.count]
}
