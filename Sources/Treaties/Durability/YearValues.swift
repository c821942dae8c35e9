import Record
import StateSystem

/// Figures of states by year, as the covariates of durability need them; what the record does not cover is `nil`.
struct YearValues {
  private struct Key: Hashable {
    let state: UInt16
    let year: Int16
  }

  private var capabilities: [Key: Double] = [:]
  private var polities: [Key: Int] = [:]
  private let majorPowers: Sourced<MajorPowers>?
  private let rivalries: Sourced<Rivalries>?

  init(_ record: Record) {
    majorPowers = record.majors
    rivalries = record.rivalries
    if let table = record.capabilities?.table {
      for row in table.states.indices where !table.cinc[row].isNaN {
        capabilities[Key(state: table.states[row], year: table.years[row])] = table.cinc[row]
      }
    }
    if let table = record.polity?.table {
      for row in table.states.indices where table.polity2[row] != -128 {
        polities[Key(state: table.states[row], year: table.years[row])] = Int(table.polity2[row])
      }
    }
  }

  func capability(_ state: StateID, _ year: Int) -> Double? { capabilities[Key(state: state.cow, year: Int16(year))] }

  func polity(_ state: StateID, _ year: Int) -> Int? { polities[Key(state: state.cow, year: Int16(year))] }

  /// 1 if it holds for a state, 0 if it is known not to for all, NaN otherwise.
  func anyOf(_ states: [StateID], _ holds: (StateID) -> Bool?) -> Double {
    let answers = states.map(holds)
    if answers.contains(true) { return 1 }
    return answers.contains { $0 == nil } ? .nan : 0
  }

  /// The share of the states for which it holds; NaN unless known for all.
  func shareOf(_ states: [StateID], _ holds: (StateID) -> Bool?) -> Double {
    let answers = states.compactMap(holds)
    return answers.count == states.count ? Double(answers.count { $0 }) / Double(states.count) : .nan
  }

  /// How many of the states were a major power at the end of a year.
  func majors(_ states: [StateID], _ year: Int) -> Int? {
    guard let sourced = majorPowers, sourced.years.contains(year), let day = Day(year, 12, 31)?.number else {
      return nil
    }
    let table = sourced.table
    return states.count { state in
      table.states.indices.contains { row in
        table.states[row] == state.cow && table.starts[row] <= day && day <= table.ends[row]
      }
    }
  }

  /// Whether one of the states had a strategic rival that is none of them.
  func hasRival(_ states: [StateID], _ year: Int) -> Bool? {
    guard let sourced = rivalries, sourced.years.contains(year) else { return nil }
    let table = sourced.table
    let own = Set(states.map(\.cow))
    return table.firsts.indices.contains { row in
      guard Int(table.startYears[row]) <= year, year <= Int(table.endYears[row]) else { return false }
      return own.contains(table.firsts[row]) != own.contains(table.seconds[row])
    }
  }
}

/// Which alliances each state joined when, for new alliances outside a treaty.
struct Engagements {
  private struct Joining {
    let treaty: String
    let day: Day
    let members: Set<StateID>
  }

  private var byState: [StateID: [Joining]] = [:]

  init(_ collection: TreatyCollection) {
    for treaty in collection.treaties {
      guard let coding = treaty.coding(by: .atop) else { continue }
      let members = Set(coding.parties.map(\.state))
      for party in coding.parties {
        guard let day = party.entered?.earliest else { continue }
        byState[party.state, default: []].append(Joining(treaty: treaty.id, day: day, members: members))
      }
    }
  }

  /// Whether a state joined another alliance without its partner, after the treaty began and in the years before.
  func hasNew(besides treaty: String, states: [StateID], since begin: Day, before year: Int) -> Bool {
    let window = (year - DurabilityCovariate.outsideAllianceYears)..<year
    return states.contains { state in
      let partners = states.filter { $0 != state }
      return (byState[state] ?? []).contains { joining in
        joining.treaty != treaty && joining.day > begin && window.contains(joining.day.fields.year)
          && !partners.contains(where: joining.members.contains)
      }
    }
  }
}
