/// A system of codes for states.
public enum CodeSystem: String, CaseIterable, Codable, Sendable {
  /// Correlates of War number.
  case cow
  /// Correlates of War abbreviation.
  case cowAbbreviation
  /// Gleditsch-Ward number.
  case gleditschWard
  /// Gleditsch-Ward abbreviation.
  case gleditschWardAbbreviation
  /// ISO 3166-1 alpha-2, current and withdrawn.
  case iso3166Alpha2
  /// ISO 3166-1 alpha-3, current and withdrawn.
  case iso3166Alpha3
  /// ISO 3166-3 alpha-4 of a withdrawn entry; valid for the days its entry was.
  case iso3166Former
}

extension State {
  /// A code and the days it is valid.
  ///
  /// ISO 3166 dates from 1974; the first code of a state is carried back to the beginning of the state. Where only the
  /// year of a change is published, the old and the new code are both valid in it. Gleditsch-Ward: list of 2017 with
  /// microstates; Gleditsch, K. S. and M. D. Ward (1999), International Interactions 25(4): 393-413,
  /// doi:10.1080/03050629908434958.
  public struct Code: Hashable, Sendable {
    public let system: CodeSystem
    public let text: String
    public let period: Period
  }

  /// The state's code on the day; `nil` if it had none. Of two valid codes the newer.
  public func code(_ system: CodeSystem, on day: Day) -> String? {
    codes.last { $0.system == system && $0.period.contains(day) }?.text
  }

  /// The state's Gleditsch-Ward number on the day; `nil` if it was not independent by that list.
  public func gleditschWard(on day: Day) -> Int? { code(.gleditschWard, on: day).flatMap { Int($0) } }

  /// The state a code denotes on a day; `nil` if none does.
  ///
  /// Strict: the code must be valid on the day. `State.find` is lenient.
  ///
  /// - Complexity: O(1).
  public static func coded(_ code: String, in system: CodeSystem, on day: Day) -> State? {
    StateIndex.shared.entries(code, system).last { $0.period.contains(day) }
      .map { StateTable.shared.states[$0.state] }
  }

  /// The states a code has denoted at any time, by number.
  public static func coded(_ code: String, in system: CodeSystem) -> [State] {
    Set(StateIndex.shared.entries(code, system).map(\.state)).sorted().map { StateTable.shared.states[$0] }
  }
}
