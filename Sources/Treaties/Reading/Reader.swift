import StateSystem
import Yams

/// Reads the documents of one `Casework.read`. It gathers faults and ids as it goes and lives no longer than that call.
final class Reader {
  let log = IssueLog()
  let register = Register()
  /// States already found, by what was written and the day it was asked for: a lookup costs more than a look here.
  var known: [StateName: StateID] = [:]

  struct StateName: Hashable {
    let text: String
    let day: Day?
  }

  init(base: Casework) {
    for source in base.sources { register.enter(.source, source.id) }
    for treaty in base.treaties.treaties { register.enter(.treaty, treaty.id) }
    for caseFile in base.cases { register.enter(.caseFile, caseFile.id) }
    for figure in base.figures { register.enter(.figure, figure.id) }
    for known in base.knownCases?.cases ?? [] { register.enter(.knownCase, known.id) }
  }

  /// Checks the references and throws every fault, by file in the order given, then by place.
  func finish(order: [String]) throws(CaseworkError) {
    register.resolve(log: log)
    guard !log.issues.isEmpty else { return }
    let rank = Dictionary(order.enumerated().map { ($0.element, $0.offset) }) { first, _ in first }
    throw .invalid(
      log.issues.sorted { a, b in
        (rank[a.file] ?? .max, a.line, a.column, a.problem) < (rank[b.file] ?? .max, b.line, b.column, b.problem)
      })
  }

  /// The id of an item: lower-case letters, digits and hyphens after an optional prefix. Defines it.
  func id<Name: FieldName>(_ fields: Fields<Name>, _ name: Name, of kind: Register.Kind, prefix: String = "") -> String?
  {
    guard let id = fields.text(name) else { return nil }
    let body = id.dropFirst(prefix.count)
    let allowed = body.utf8.allSatisfy { (97...122).contains($0) || (48...57).contains($0) || $0 == 45 || $0 == 46 }
    guard id.hasPrefix(prefix), !body.isEmpty, allowed else {
      let example = prefix.isEmpty ? "miller-2002" : "\(prefix)1950-sino-soviet"
      fields.fault(
        "found \"\(id)\", expected an id", at: name,
        suggestion: "write lower-case letters, digits and hyphens, such as \(example)")
      return nil
    }
    register.define(kind, id, at: (fields.optional(name) ?? fields.entry).place, log: log)
    return id
  }

  /// At least one citation under a key; none is a fault.
  func citations<Name: FieldName>(_ fields: Fields<Name>, _ name: Name) -> [Citation] {
    fields.nonEmptyList(name).compactMap(citation)
  }
}
