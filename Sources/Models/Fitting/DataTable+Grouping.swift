import Statistics

extension DataTable {
  /// A number for each row, equal where the column is equal.
  func keys(_ name: String) -> [Int] {
    switch columns[name] {
    case .texts(let codes, _)?: codes.map { Int($0) }
    case .numbers(let values)?: values.map { Int(truncatingIfNeeded: $0.bitPattern) }
    case nil: []
    }
  }

  /// Groups of rows that agree in all of the columns.
  func grouping(_ names: [String]) -> ErrorKind.Grouping {
    if names.count == 1, case .texts(let codes, _)? = columns[names[0]] {
      return ErrorKind.Grouping(names[0], labels: codes)
    }
    let first = ErrorKind.Grouping(names.joined(separator: ":"), keys(names.first ?? ""))
    return names.dropFirst().reduce(first) { groups, name in
      let next = ErrorKind.Grouping(name, keys(name))
      return ErrorKind.Grouping(
        first.name, zip(groups.codes, next.codes).map { Int($0) * next.count + Int($1) })
    }
  }

  /// The members of dyads: equal texts or numbers in the two columns are the same member.
  func members(_ a: String, _ b: String) -> (ErrorKind.Grouping, ErrorKind.Grouping) {
    var numbers: [String: Int] = [:]
    func codes(_ name: String) -> [Int] {
      func number(_ label: String) -> Int {
        let next = numbers.count
        if let known = numbers[label] { return known }
        numbers[label] = next
        return next
      }
      switch columns[name] {
      case .texts(let codes, let levels)?:
        let map = levels.map { number(Double($0).map(Expression.plain) ?? $0) }
        return codes.map { $0 < 0 ? -1 : map[Int($0)] }
      case .numbers(let values)?: return values.map { number(Expression.plain($0)) }
      case nil: return []
      }
    }
    return ErrorKind.Grouping.members((a, codes(a)), (b, codes(b)))
  }
}
