/// The ids the files define and the references they make, so that both can be checked once everything is read.
final class Register {
  enum Kind: String {
    case source
    case treaty
    case caseFile = "case"
    case figure
    case knownCase = "known case"
    /// A pledge, test or correction; its id holds within one case file.
    case item
  }

  private struct Key: Hashable {
    let kind: Kind
    let scope: String
    let id: String
  }

  /// The file whose items are being read.
  var scope = ""
  private var defined: [Key: Place?] = [:]
  private var references: [(key: Key, place: Place)] = []

  private func key(_ kind: Kind, _ id: String) -> Key { Key(kind: kind, scope: kind == .item ? scope : "", id: id) }

  /// Enters an id that was read before; it has no place in the files at hand.
  func enter(_ kind: Kind, _ id: String) { defined.updateValue(nil, forKey: key(kind, id)) }

  /// Defines an id; a second definition is a fault.
  func define(_ kind: Kind, _ id: String, at place: Place, log: IssueLog) {
    guard let earlier = defined[key(kind, id)] else {
      defined.updateValue(place, forKey: key(kind, id))
      return
    }
    let first = earlier.map { "at \($0.file):\($0.line)" } ?? "in what was read before"
    log.report("the \(kind.rawValue) id \"\(id)\" is used twice, first \(first)", at: place)
  }

  /// Notes a reference, to be checked by `resolve`.
  func refer(to kind: Kind, _ id: String, at place: Place) { references.append((key(kind, id), place)) }

  /// Logs every reference to an id that nothing defines.
  func resolve(log: IssueLog) {
    for (key, place) in references where defined[key] == nil {
      let known = defined.keys.filter { $0.kind == key.kind && $0.scope == key.scope }.map(\.id).sorted()
      let near = nearestName(to: key.id, among: known)
      log.report(
        "no \(key.kind.rawValue) has the id \"\(key.id)\"", at: place,
        suggestion: near.map { "did you mean \"\($0)\"?" } ?? "add it, or correct the reference")
    }
  }
}
