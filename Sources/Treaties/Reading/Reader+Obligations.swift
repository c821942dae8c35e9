import StateSystem
import Yams

enum ObligationKey: String, FieldName {
  case kind, obligor, beneficiary, target, conditions, clause, summary, coded
}

enum TargetKey: String, FieldName { case states, described }

enum ProvisionKey: String, FieldName { case kind, clause, summary, coded }

extension Reader {
  func obligation(_ entry: Entry, parties: [StateID], on day: Day?) -> Obligation? {
    guard let fields = Fields<ObligationKey>(entry, log: log) else { return nil }
    let kind = fields.choice(.kind, of: Obligation.Kind.self)
    let obligor = side(fields.optional(.obligor), parties: parties, on: day)
    let beneficiary = side(fields.optional(.beneficiary), parties: parties, on: day)
    let target = fields.optional(.target).flatMap { self.target($0, on: day) }
    let conditions = fields.optionalText(.conditions)
    let clause = fields.optionalText(.clause)
    let summary = fields.text(.summary)
    let readings = self.readings(fields.optional(.coded))
    guard let kind, let summary else { return nil }
    return Obligation(
      kind: kind, obligor: obligor, beneficiary: beneficiary, target: target, conditions: conditions, clause: clause,
      summary: summary, readings: readings)
  }

  func provision(_ entry: Entry) -> Provision? {
    guard let fields = Fields<ProvisionKey>(entry, log: log) else { return nil }
    let kind = fields.choice(.kind, of: Provision.Kind.self)
    let clause = fields.optionalText(.clause)
    let summary = fields.text(.summary)
    let readings = self.readings(fields.optional(.coded))
    guard let kind, let summary else { return nil }
    return Provision(kind: kind, clause: clause, summary: summary, readings: readings)
  }

  /// A list of parties; an absent key means every party.
  private func side(_ entry: Entry?, parties: [StateID], on day: Day?) -> Obligation.Side {
    guard let entry, let elements = entry.elements(log) else { return .everyParty }
    let states = self.states(elements, on: day)
    for (element, state) in zip(elements, states) where !parties.contains(state) {
      log.report("found \(element.found), expected a party to the treaty", at: element.place)
    }
    return .states(states)
  }

  private func target(_ entry: Entry, on day: Day?) -> Obligation.Target? {
    guard let fields = Fields<TargetKey>(entry, log: log) else { return nil }
    let states = self.states(fields.list(.states), on: day)
    let described = fields.optionalText(.described)
    if states.isEmpty, described == nil {
      log.report("found no target, expected states or a description", at: entry.place)
    }
    return Obligation.Target(states: states, described: described)
  }

  /// A mapping from coder to what it finds; without one, our reading finds it present.
  private func readings(_ entry: Entry?) -> [Reading] {
    guard let entry else { return [Reading(coder: "text", presence: .present)] }
    guard case .mapping(let mapping) = entry.node else {
      log.report("found \(entry.found), expected a mapping from coder to present, absent or implied", at: entry.place)
      return []
    }
    return mapping.compactMap { key, value in
      guard let coder = Entry(node: key, file: entry.file, path: entry.path).text(log) else { return nil }
      return Entry(node: value, file: entry.file, path: "\(entry.path).\(coder)").choice(of: Presence.self, log)
        .map { Reading(coder: coder, presence: $0) }
    }
  }
}
