import StateSystem
import Yams

/// The names of the keys a mapping may have. Reader, tests and the published JSON Schema share them.
protocol FieldName: RawRepresentable<String>, CaseIterable, Hashable, Sendable {}

/// One mapping of the document, read key by key. Whatever is wrong goes to the log with its place; the reader goes on.
struct Fields<Name: FieldName> {
  let entry: Entry
  let log: IssueLog
  private let entries: [Name: Entry]

  /// The fields of a mapping; `nil`, with a fault logged, for anything else. An unknown key is a fault.
  init?(_ entry: Entry, log: IssueLog) {
    guard case .mapping(let mapping) = entry.node else {
      log.report("found \(entry.found), expected a mapping with the keys \(Self.keyList)", at: entry.place)
      return nil
    }
    self.entry = entry
    self.log = log
    var entries: [Name: Entry] = [:]
    for (key, value) in mapping {
      let keyEntry = Entry(node: key, file: entry.file, path: entry.path)
      guard case .scalar(let scalar) = key, let name = Name(rawValue: scalar.string) else {
        let near = key.scalar.flatMap { nearestName(to: $0.string, among: Name.allCases.map(\.rawValue)) }
        log.report(
          "unknown key \(keyEntry.found)", at: keyEntry.place,
          suggestion: near.map { "did you mean \"\($0)\"?" } ?? "known keys are \(Self.keyList)")
        continue
      }
      let path = entry.path.isEmpty ? name.rawValue : "\(entry.path).\(name.rawValue)"
      entries[name] = Entry(node: value, file: entry.file, path: path)
    }
    self.entries = entries
  }

  private static var keyList: String { Name.allCases.map(\.rawValue).joined(separator: ", ") }

  /// The entry under a key, if it is there.
  func optional(_ name: Name) -> Entry? { entries[name] }

  /// The entry under a key; its absence is a fault.
  func required(_ name: Name) -> Entry? {
    if let entry = entries[name] { return entry }
    log.report("the key \"\(name.rawValue)\" is missing", at: entry.place)
    return nil
  }

  /// Logs a fault at a key, or at the mapping when the key is absent.
  func fault(_ problem: String, at name: Name, suggestion: String? = nil) {
    log.report(problem, at: (entries[name] ?? entry).place, suggestion: suggestion)
  }
}

extension Fields {
  func text(_ name: Name) -> String? { required(name).flatMap { $0.text(log) } }
  func optionalText(_ name: Name) -> String? { optional(name).flatMap { $0.text(log) } }

  func choice<T: RawRepresentable<String> & CaseIterable>(_ name: Name, of type: T.Type) -> T? {
    required(name).flatMap { $0.choice(of: type, log) }
  }

  func optionalChoice<T: RawRepresentable<String> & CaseIterable>(_ name: Name, of type: T.Type) -> T? {
    optional(name).flatMap { $0.choice(of: type, log) }
  }

  func date(_ name: Name) -> DateExpression? { required(name).flatMap { $0.date(log) } }
  func optionalDate(_ name: Name) -> DateExpression? { optional(name).flatMap { $0.date(log) } }

  /// The entries of a list under a key; an absent key is an empty list.
  func list(_ name: Name) -> [Entry] { optional(name)?.elements(log) ?? [] }

  /// The entries of a list that must have at least one.
  func nonEmptyList(_ name: Name) -> [Entry] {
    guard let entry = required(name), let elements = entry.elements(log) else { return [] }
    if elements.isEmpty { log.report("found an empty list, expected at least one entry", at: entry.place) }
    return elements
  }
}

extension Entry {
  /// The text of a scalar, without surrounding space; empty text is a fault.
  func text(_ log: IssueLog) -> String? {
    guard case .scalar(let scalar) = node else {
      log.report("found \(found), expected text", at: place)
      return nil
    }
    let text = scalar.string.trimmed
    if text.isEmpty { log.report("found nothing, expected text", at: place) }
    return text.isEmpty ? nil : text
  }

  func choice<T: RawRepresentable<String> & CaseIterable>(of type: T.Type, _ log: IssueLog) -> T? {
    guard let text = text(log) else { return nil }
    if let value = T(rawValue: text) { return value }
    let names = T.allCases.map(\.rawValue)
    log.report(
      "found \(found), expected one of \(names.joined(separator: ", "))", at: place,
      suggestion: nearestName(to: text, among: names).map { "did you mean \"\($0)\"?" })
    return nil
  }

  func date(_ log: IssueLog) -> DateExpression? {
    guard let text = text(log) else { return nil }
    do {
      return try DateExpression.parse(text)
    } catch {
      log.report(
        "\(error)", at: place, suggestion: "write 2001-07-16, 2001-07, 1963~, or an interval such as 1996-04/2002")
      return nil
    }
  }

  func whole(_ log: IssueLog) -> Int? {
    guard let text = text(log) else { return nil }
    if let number = Int(text), (1...100_000).contains(number) { return number }
    log.report("found \(found), expected a whole number from 1 to 100000", at: place)
    return nil
  }

  func number(_ log: IssueLog) -> Double? {
    guard let text = text(log) else { return nil }
    if let number = Double(text), number.isFinite { return number }
    log.report("found \(found), expected a number", at: place)
    return nil
  }

  /// The entries of a list.
  func elements(_ log: IssueLog) -> [Entry]? {
    guard case .sequence(let sequence) = node else {
      log.report("found \(found), expected a list", at: place)
      return nil
    }
    return sequence.enumerated().map { Entry(node: $0.element, file: file, path: "\(path)[\($0.offset)]") }
  }
}

extension String {
  /// The text without spaces and line ends at either end.
  var trimmed: String {
    var text = self[...]
    while text.first?.isWhitespace ?? false { text.removeFirst() }
    while text.last?.isWhitespace ?? false { text.removeLast() }
    return String(text)
  }
}
