import Evidence
import Relationships
import StateSystem
import Treaties

/// The level beside a treaty in words.
extension PledgeInConduct {
  public var verdictWords: String {
    switch comparison {
    case .covered(let found):
      switch found.verdict {
      case .below: "below what such a pledge implies"
      case .notBelow: "not below what such a pledge implies"
      case .undecided: "not to be told from what such a pledge implies"
      }
    case .notCovered, .suppressed: "not compared"
    }
  }

  /// `below for good since 1963 (95 % interval 1955 to 1967)`; what lies after the year asked about is said to.
  public var departureWords: String {
    switch departure {
    case .covered(let found): found.words(in: year)
    case .notCovered(let reason), .suppressed(let reason): reason.detail
    }
  }

  /// Level, peers and probability with their sources.
  public var evidence: String {
    let interval = level.interval.map { " (\(Wording.fixed($0.low, 2)) to \(Wording.fixed($0.high, 2)))" } ?? ""
    var parts = ["level \(Wording.fixed(level.value, 2))\(interval) in \(year)"]
    switch comparison {
    case .covered(let found):
      let peers = found.implied
      parts.append(
        "pairs with such a pledge (\(pledge)) \(Wording.fixed(peers.mean, 2)) (10 to 90 % of \(Wording.grouped(peers.count)) pair-years: \(Wording.fixed(peers.low, 2)) to \(Wording.fixed(peers.high, 2)))"
      )
      parts.append("below their mean with probability \(Wording.fixed(found.below, 2))")
    case .notCovered(let reason), .suppressed(let reason): parts.append("no comparison: \(reason.detail)")
    }
    return parts.joined(separator: "; ")
  }

  /// The fit and the obligations with their versions.
  public var sourceWords: String {
    sources.map { "\($0.dataset) (\($0.version))" }.joined(separator: ", ")
  }

  /// What a drawn departure means; `nil` where there is none.
  var departureNote: String? {
    departure.value?.median.map { _ in
      "In conduct: the level of the relationship is \(departureWords), read against pairs with such a pledge (\(pledge)). It stands beside the codings and changes none."
    }
  }
}

extension RelationshipHistory.Departure {
  /// When the level fell below for good, in words; asked in a year before that, it says so.
  public func words(in year: Int) -> String {
    guard let median, let low, let high else {
      return "not below for good by \(last) (\(Wording.percent(never, decimals: 0)) of draws end above)"
    }
    let interval = "95 % interval \(low) to \(high)"
    guard always <= 0.5 else {
      return "below for good from the first year, \(first) (\(Wording.percent(always, decimals: 0)) of draws)"
    }
    return year < median
      ? "below for good only from \(median) on (\(interval))" : "below for good since \(median) (\(interval))"
  }
}

extension TreatyChapter.Entry {
  /// What the level says of the treaty on the day: its verdict while the treaty holds, and when it fell below for good once it is over, so that no later year
  /// is used for a treaty in force.
  func conductWords(on day: Day) -> String? {
    guard let conduct else { return nil }
    switch conduct {
    case .covered(let found):
      if case .covered(let comparison) = found.comparison {
        return
          "in conduct, in hindsight, \(found.verdictWords) in \(found.year) (probability of lying below \(Wording.fixed(comparison.below, 2)))"
      }
      if let departure = found.departure.value, departure.last < day.fields.year {
        return "in conduct \(departure.words(in: day.fields.year))"
      }
      return "in conduct not covered: \(found.comparison.reason?.detail ?? "no comparison")"
    case .notCovered(let reason), .suppressed(let reason): return "in conduct not covered: \(reason.detail)"
    }
  }
}
