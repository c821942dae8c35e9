import StateSystem

/// A known flaw of a dataset that travels with every figure made from the rows it touches.
public struct Caveat: Hashable, Sendable {
  /// Stable name, for example `china-includes-hong-kong`.
  public let id: String
  /// Catalogue name of the dataset.
  public let dataset: String
  /// States concerned; empty for every state.
  public let states: [StateID]
  /// Calendar years concerned.
  public let years: ClosedRange<Int>
  /// One sentence for a reader.
  public let text: String

  /// The caveats of a dataset that concern at least one of the states in at least one of the years.
  ///
  /// - Complexity: O(caveats × states).
  public static func applying(
    to dataset: String, states: some Sequence<StateID>, years: ClosedRange<Int>
  ) -> [Caveat] {
    let states = Set(states)
    return all.filter { caveat in
      caveat.dataset == dataset && caveat.years.overlaps(years)
        && (caveat.states.isEmpty || !states.isDisjoint(with: caveat.states))
    }
  }

  /// Every caveat known.
  public static let all: [Caveat] = [
    Caveat(
      id: "china-includes-hong-kong", dataset: "cow-trade", states: [710], years: 1999...2014,
      text:
        "China's trade includes Hong Kong's from 1999 in this source, so its series do not compare across 1998/1999, and "
        + "shares, ranks and ratios differ from Beijing's own statistics."),
    Caveat(
      id: "weekday-for-day", dataset: "un-votes", states: [], years: 1946...2002,
      text:
        "For most roll calls before 2003 the source gives the number of the weekday in place of the day of the month; only "
        + "the month can be trusted."),
    Caveat(
      id: "absence-not-coded", dataset: "un-votes", states: [], years: 1997...2019,
      text:
        "Roll calls that a later release added (sessions 52 to 74) have no rows for absent states: there a missing vote is "
        + "unknown, not an absence."),
    Caveat(
      id: "adopted-resolutions-only", dataset: "undl-votes", states: [], years: 1946...2100,
      text:
        "The source has votes on adopted resolutions only, no amendments, paragraphs or failed drafts, so agreement is higher "
        + "than in sources that have them."),
    Caveat(
      id: "currency-changes-1914", dataset: "cow-nmc", states: [], years: 1816...1914,
      text: "Military expenditure is in pounds to 1913 and in dollars from 1914."),
    Caveat(
      id: "memberships-every-fifth-year", dataset: "cow-igo", states: [], years: 1816...1964,
      text: "Memberships before 1965 were collected every fifth year and carried between."),
    Caveat(
      id: "estimates-before-independence", dataset: "sdp-gdp", states: [], years: 1816...2015,
      text: "Output and population are estimates of a model in constant 2011 dollars, not reported accounts."),
  ]
}
