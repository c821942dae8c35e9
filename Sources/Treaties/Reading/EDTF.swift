import StateSystem

public struct EDTF: Hashable, Sendable, Codable, CustomStringConvertible {
  public let description: String
  public let earliest: Day?
  public let latest: Day?

  public init?(_ text: String) {
    let parts = text.split(separator: "/", omittingEmptySubsequences: false)
    description = text
    switch parts.count {
    case 1:
      guard let span = Self.span(parts[0]) else { return nil }
      (earliest, latest) = span
    case 2:
      let first = Self.span(parts[0])
      let second = Self.span(parts[1])
      let open: (Substring) -> Bool = { $0.isEmpty || $0 == ".." }
      guard first != nil || open(parts[0]), second != nil || open(parts[1]), first != nil || second != nil else {
        return nil
      }
      if let a = first, let b = second, b.1 < a.0 { return nil }
      earliest = first?.0
      latest = second?.1
    default: return nil
    }
  }

  private static func span(_ text: Substring) -> (Day, Day)? {
    var text = text
    if let last = text.last, "?~%".contains(last) { text.removeLast() }
    guard text.utf8.allSatisfy({ $0 == 45 || (48...57).contains($0) }) else { return nil }
    let fields = text.split(separator: "-", omittingEmptySubsequences: false)
    guard (1...3).contains(fields.count), fields[0].count == 4, fields.dropFirst().allSatisfy({ $0.count == 2 }),
      let year = Int(fields[0])
    else { return nil }
    guard fields.count > 1 else {
      guard let a = Day(year, 1, 1), let b = Day(year, 12, 31) else { return nil }
      return (a, b)
    }
    guard let month = Int(fields[1]) else { return nil }
    guard fields.count > 2 else {
      guard let a = Day(year, month, 1), let b = Day(year, month, Day.length(of: month, in: year)) else { return nil }
      return (a, b)
    }
    return Int(fields[2]).flatMap { Day(year, month, $0) }.map { ($0, $0) }
  }
}
