import Foundation

/// Checks a JSON document against the part of JSON Schema 2020-12 that the published schemas use.
///
/// A keyword it does not know is an issue, so a schema cannot pass by saying what is not checked.
struct JSONSchema {
  private let root: [String: Any]

  init(contentsOf path: String) throws {
    let data = try Data(contentsOf: URL(fileURLWithPath: path))
    guard let root = try JSONSerialization.jsonObject(with: data) as? [String: Any] else {
      throw CocoaError(.fileReadCorruptFile)
    }
    self.root = root
  }

  /// The places where the document breaks the schema, with the reason; empty if it keeps it.
  func issues(_ document: Any) -> [String] { check(document, root, at: "$") }

  private static let annotations: Set<String> = ["$schema", "$id", "$defs", "title", "description", "$comment"]

  private func check(_ value: Any, _ schema: [String: Any], at place: String) -> [String] {
    schema.sorted { $0.key < $1.key }.flatMap { keyword, rule -> [String] in
      Self.annotations.contains(keyword) ? [] : check(value, keyword, rule, schema, at: place)
    }
  }

  private func check(_ value: Any, _ keyword: String, _ rule: Any, _ schema: [String: Any], at place: String)
    -> [String]
  {
    func issue(_ isBroken: Bool, _ text: @autoclosure () -> String) -> [String] {
      isBroken ? ["\(place): \(text())"] : []
    }
    let object = value as? [String: Any]
    let list = value as? [Any]
    switch keyword {
    case "$ref":
      guard let name = (rule as? String)?.split(separator: "/").last,
        let target = (root["$defs"] as? [String: Any])?[String(name)] as? [String: Any]
      else { return ["\(place): unknown reference \(rule)"] }
      return check(value, target, at: place)
    case "type":
      let names = rule as? [String] ?? [rule as? String ?? ""]
      return issue(!names.contains { Self.isOf(value, $0) }, "not of type \(names.joined(separator: " or "))")
    case "enum", "const":
      let allowed = keyword == "const" ? [rule] : rule as? [Any] ?? []
      return issue(!allowed.contains { Self.equal($0, value) }, "\(value) is not one of \(allowed)")
    case "required":
      guard let object else { return [] }
      return (rule as? [String] ?? []).flatMap { issue(object[$0] == nil, "lacks \($0)") }
    case "properties":
      guard let object, let known = rule as? [String: [String: Any]] else { return [] }
      return known.flatMap { key, inner in object[key].map { check($0, inner, at: "\(place).\(key)") } ?? [] }
    case "additionalProperties":
      guard let object else { return [] }
      let known = Set((schema["properties"] as? [String: Any] ?? [:]).keys)
      let others = object.filter { !known.contains($0.key) }
      if let inner = rule as? [String: Any] { return others.flatMap { check($1, inner, at: "\(place).\($0)") } }
      return issue(rule as? Bool == false && !others.isEmpty, "has \(others.keys.sorted()), which it may not have")
    case "items":
      guard let list, let inner = rule as? [String: Any] else { return [] }
      return list.enumerated().flatMap { check($0.element, inner, at: "\(place)[\($0.offset)]") }
    case "minItems": return issue(list.map { $0.count < Self.number(rule) } ?? false, "has fewer than \(rule) items")
    case "maxItems": return issue(list.map { $0.count > Self.number(rule) } ?? false, "has more than \(rule) items")
    case "oneOf":
      let fitting = (rule as? [[String: Any]] ?? []).count { check(value, $0, at: place).isEmpty }
      return issue(fitting != 1, "fits \(fitting) of the alternatives, not one")
    case "pattern":
      guard let text = value as? String, let pattern = rule as? String else { return [] }
      return issue(text.range(of: pattern, options: .regularExpression) == nil, "\(text) does not match \(pattern)")
    case "minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum":
      guard Self.isOf(value, "number"), let number = value as? NSNumber, let bound = rule as? NSNumber else {
        return []
      }
      let (x, y) = (number.doubleValue, bound.doubleValue)
      let keeps =
        switch keyword {
        case "minimum": x >= y
        case "maximum": x <= y
        case "exclusiveMinimum": x > y
        default: x < y
        }
      return issue(!keeps, "\(x) breaks \(keyword) \(y)")
    default: return ["\(place): the checker does not know the keyword \(keyword)"]
    }
  }

  private static func number(_ rule: Any) -> Int { (rule as? NSNumber)?.intValue ?? 0 }

  private static func isOf(_ value: Any, _ type: String) -> Bool {
    switch type {
    case "object": value is [String: Any]
    case "array": value is [Any]
    case "string": value is String
    case "boolean": value is Bool && !(value is String)
    case "null": value is NSNull
    case "number": value is NSNumber && !(value is String)
    case "integer": (value as? NSNumber).map { $0.doubleValue == $0.doubleValue.rounded() } ?? false
    default: false
    }
  }

  private static func equal(_ a: Any, _ b: Any) -> Bool {
    if let a = a as? String { return a == b as? String }
    return (a as? NSNumber) == (b as? NSNumber) && a is NSNumber
  }
}
