import StateSystem
import Yams

enum TreatyFileKey: String, FieldName { case bibliography, treaties }

enum TreatyKey: String, FieldName {
  case id, title, form, parties, other_parties, place, signed, in_force, ended, de_facto_end, term_months,
    renewal_months, renewal,
    secrecy, obligations, provisions, links, replaces, themes, summary, notes, sources
}

enum PartyKey: String, FieldName { case state, entered, left }

enum CodedDateKey: String, FieldName { case date, coder, evidence, confidence, sources }

extension Reader {
  func treaties(_ root: Entry) -> ([CodedTreaty], [CitedSource]) {
    guard let fields = Fields<TreatyFileKey>(root, log: log) else { return ([], []) }
    let bibliography = fields.list(.bibliography).compactMap(source)
    return (fields.nonEmptyList(.treaties).compactMap(treaty), bibliography)
  }

  private func treaty(_ entry: Entry) -> CodedTreaty? {
    guard let fields = Fields<TreatyKey>(entry, log: log) else { return nil }
    let signed = fields.date(.signed)
    let day = signed?.latest ?? signed?.earliest
    let id = self.id(fields, .id, of: .treaty, prefix: "entente:")
    let title = fields.text(.title)
    let form = fields.choice(.form, of: CodedTreaty.Form.self)
    let parties = self.parties(fields, on: day)
    let neverInForce = fields.optional(.in_force)?.node.scalar?.string == "never"
    let inForce = neverInForce ? [] : fields.list(.in_force).compactMap(codedDate)
    let ended = fields.list(.ended).compactMap(codedDate)
    let deFactoEnd = fields.list(.de_facto_end).compactMap(codedDate)
    let otherParties = fields.optionalText(.other_parties)
    let place = fields.optionalText(.place)
    let term = fields.optional(.term_months).flatMap { $0.whole(log) }
    let renewalTerm = fields.optional(.renewal_months).flatMap { $0.whole(log) }
    let renewal = fields.optionalText(.renewal)
    let secrecy = fields.optionalChoice(.secrecy, of: CodedTreaty.Secrecy.self)
    let members = parties.map(\.state)
    let obligations = fields.list(.obligations).compactMap { obligation($0, parties: members, on: day) }
    let provisions = fields.list(.provisions).compactMap(provision)
    let links = fields.list(.links).compactMap(link)
    let replaces = references(fields.list(.replaces), to: .treaty)
    let themes = fields.list(.themes).compactMap { $0.choice(of: Theme.self, log) }
    let summary = fields.text(.summary)
    let notes = fields.list(.notes).compactMap { $0.text(log) }
    let sources = citations(fields, .sources)
    checkOrder(fields, signed: signed)
    guard let id, let title, let form, let signed, let summary else { return nil }
    return CodedTreaty(
      id: id, title: title, form: form, parties: parties, otherParties: otherParties, place: place, signed: signed,
      inForce: inForce,
      neverInForce: neverInForce, ended: ended, deFactoEnd: deFactoEnd, termMonths: term, renewalMonths: renewalTerm,
      renewal: renewal,
      secrecy: secrecy ?? .open, obligations: obligations, provisions: provisions, links: links, replaces: replaces,
      themes: themes, summary: summary, notes: notes, sources: sources)
  }

  private func parties(_ fields: Fields<TreatyKey>, on day: Day?) -> [CodedTreaty.Party] {
    let entries = fields.nonEmptyList(.parties)
    if entries.count == 1 { fields.fault("found one party, expected at least two", at: .parties) }
    var parties: [CodedTreaty.Party] = []
    for entry in entries {
      guard let party = party(entry, on: day) else { continue }
      if parties.contains(where: { $0.state == party.state && $0.left == nil }) {
        log.report("the party \(party.state) is listed twice", at: entry.place)
      }
      parties.append(party)
    }
    return parties
  }

  private func party(_ entry: Entry, on day: Day?) -> CodedTreaty.Party? {
    if case .scalar = entry.node {
      return state(entry, on: day).map { CodedTreaty.Party(state: $0, entered: nil, left: nil) }
    }
    guard let fields = Fields<PartyKey>(entry, log: log) else { return nil }
    let entered = fields.optionalDate(.entered)
    let left = fields.optionalDate(.left)
    if let entered, let left, left.isCertainlyBefore(entered) {
      fields.fault("it left before it entered", at: .left)
    }
    return fields.required(.state).flatMap { self.state($0, on: entered?.latest ?? day) }
      .map { CodedTreaty.Party(state: $0, entered: entered, left: left) }
  }

  func codedDate(_ entry: Entry) -> CodedDate? {
    guard let fields = Fields<CodedDateKey>(entry, log: log) else { return nil }
    let date = fields.date(.date)
    let coder = fields.text(.coder)
    let evidence = fields.optionalText(.evidence)
    let confidence = fields.optionalChoice(.confidence, of: Confidence.self)
    let sources = citations(fields, .sources)
    guard let date, let coder else { return nil }
    return CodedDate(date: date, coder: coder, evidence: evidence, confidence: confidence, sources: sources)
  }

  /// A treaty cannot enter into force or end before it is signed.
  private func checkOrder(_ fields: Fields<TreatyKey>, signed: DateExpression?) {
    guard let signed else { return }
    for name in [TreatyKey.in_force, .ended, .de_facto_end] {
      guard let list = fields.optional(name), case .sequence = list.node else { continue }
      for entry in fields.list(name) {
        guard case .mapping(let mapping) = entry.node,
          let date = mapping.first(where: { $0.key.scalar?.string == "date" })?.value, let text = date.scalar?.string,
          let coded = DateExpression(text), coded.isCertainlyBefore(signed)
        else { continue }
        let place = Entry(node: date, file: entry.file, path: "\(entry.path).date").place
        log.report("\(text) lies before the signature, \(signed)", at: place)
      }
    }
  }

  private func link(_ entry: Entry) -> CodedTreaty.Link? {
    guard let text = entry.text(log) else { return nil }
    let parts = text.split(separator: ":", maxSplits: 1)
    if parts.count == 2, let registry = CodedTreaty.Link.Registry(rawValue: String(parts[0])) {
      return CodedTreaty.Link(registry: registry, number: String(parts[1]))
    }
    log.report(
      "found \(entry.found), expected a registry and a number", at: entry.place,
      suggestion: "write ATOP:3200, COW:229 or UN:A/52/153")
    return nil
  }

  /// Ids of things defined elsewhere; whether they exist is checked at the end.
  func references(_ entries: [Entry], to kind: Register.Kind) -> [String] {
    entries.compactMap { entry in
      guard let id = entry.text(log) else { return nil }
      register.refer(to: kind, id, at: entry.place)
      return id
    }
  }
}
