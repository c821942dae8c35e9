import Record

/// The one dispute kept for each directed dyad and year, with a count of what each rule removed.
struct Whittle: Sendable {
  /// Rows of `Disputes`, in order of first state, second state and year.
  let kept: [Int]
  /// Dyad-years with more than one dispute before the first rule.
  let duplicated: Int
  /// Rows removed by each rule.
  let removed: [(rule: WhittleRule, rows: Int)]

  /// - Complexity: O(rows × log rows).
  init(_ disputes: Disputes, durations: DisputeDurations?, rules: [WhittleRule]) {
    var summary: [Int32: Int] = [:]
    for (i, number) in disputes.summaryNumbers.enumerated() { summary[number] = i }
    var duration: [Int32: Int] = [:]
    if let durations { for (i, number) in durations.numbers.enumerated() { duration[number] = i } }
    let order = disputes.years.indices.sorted { a, b in
      (disputes.firsts[a], disputes.seconds[a], disputes.years[a], disputes.numbers[a])
        < (disputes.firsts[b], disputes.seconds[b], disputes.years[b], disputes.numbers[b])
    }
    var counts = [Int](repeating: 0, count: rules.count)
    var kept: [Int] = []
    var duplicated = 0
    var start = 0
    while start < order.count {
      var end = start + 1
      while end < order.count, Self.isSame(disputes, order[start], order[end]) { end += 1 }
      var rows = Array(order[start..<end])
      if rows.count > 1 { duplicated += 1 }
      for (i, rule) in rules.enumerated() where rows.count > 1 {
        let scores = rows.map { row in
          Self.score(
            disputes, row, rule, summary: summary[disputes.numbers[row]],
            durations: durations.flatMap { table in duration[disputes.numbers[row]].map { (table, $0) } })
        }
        let best = scores.max() ?? 0
        let before = rows.count
        rows = zip(rows, scores).filter { $1 == best }.map(\.0)
        counts[i] += before - rows.count
      }
      kept.append(rows[0])
      start = end
    }
    self.kept = kept
    self.duplicated = duplicated
    removed = zip(rules, counts).map { ($0, $1) }
  }

  private static func isSame(_ table: Disputes, _ a: Int, _ b: Int) -> Bool {
    table.firsts[a] == table.firsts[b] && table.seconds[a] == table.seconds[b] && table.years[a] == table.years[b]
  }

  /// Higher survives.
  private static func score(
    _ table: Disputes, _ row: Int, _ rule: WhittleRule, summary: Int?, durations: (DisputeDurations, Int)?
  ) -> Double {
    switch rule {
    case .onset: return Double(table.onset[row])
    case .fatality:
      let level = summary.map { table.fatalities[$0] } ?? -9
      // A missing level is taken as fatal with few dead.
      return level == -9 ? 0.5 : Double(level)
    case .hostility: return summary.map { Double(table.hostilities[$0]) } ?? -9
    case .duration: return durations.map { Double($0.shortest[$1]) } ?? 0
    case .maximumDuration: return durations.map { Double($0.longest[$1]) } ?? 0
    case .reciprocation: return durations.map { Double($0.reciprocated[$1]) } ?? 0
    case .startMonth:
      let month = summary.map { table.startMonths[$0] } ?? -9
      return month == -9 ? -13 : -Double(month)
    case .number: return -Double(table.numbers[row])
    }
  }
}
