import Evidence
import StateSystem

extension Reason {
  /// The dataset that would hold the answer is not in the archive.
  static func notInstalled(_ dataset: String) -> Reason {
    Reason(.notInstalled, "the dataset \(dataset) is not installed; `entente data add \(dataset)` installs it")
  }

  /// The reason to give when one of the states is not a member of the system in the year; `nil` when all are.
  static func notMember(_ states: [State], in year: Year) -> Reason? {
    guard let absent = states.first(where: { !$0.isMember(in: year) }) else { return nil }
    return Reason(.notMember, "\(absent.name) was not a member of the state system in \(year)")
  }

  /// The years of a request that a dataset covers, or why there are none.
  static func overlap(_ asked: ClosedRange<Int>, _ covered: ClosedRange<Int>, _ dataset: String)
    -> Covered<ClosedRange<Int>>
  {
    guard asked.overlaps(covered) else {
      return .notCovered(
        Reason(
          .outsideYears,
          "\(dataset) covers \(covered.lowerBound)-\(covered.upperBound), not \(asked.lowerBound)-\(asked.upperBound)"))
    }
    return .covered(asked.clamped(to: covered))
  }
}

extension State {
  /// The name of a state on a day; its number if it is unknown.
  static func name(of id: StateID, on day: Day) -> String { State[id]?.name(on: day) ?? "state \(id)" }
}
