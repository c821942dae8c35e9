import Evidence
import Record
import StateSystem

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// The agreement of a pair on roll calls at stake, placed among dyads that are like it otherwise.
///
/// Formula: exact agreement on the roll calls of `set`, and its percentile among the `matches` dyads nearest to the pair in agreement on the roll calls
/// the third power does not oppose, distance and mean of electoral democracy (V-Dem), the logarithms of the greater and the smaller
/// capability (CINC), whether the two lie in one region of the Correlates of War numbers, and whether they are direct neighbours, by land or across at
/// most 24 miles of water (left out, with a note, where contiguity is not covered); each divided by its standard deviation over all
/// dyads (neighbours: by one half), Euclidean. Dyads of the third power take no part. The notes show how well the match is, the items the ten nearest dyads.
/// Range: 0...1; higher is more alike. Missing: a dyad without a covariate or with too few common roll calls is no match; a pair
/// without one is not covered. Complexity: O(dyads log dyads) once a call.
/// Errors: `ArgumentError` for a state, span or set that is not known.
/// Source: nearest-neighbour matching as in Rubin (1973), doi:10.2307/2529684. Not for: causal effects; what is not matched on may differ.
enum MatchedAgreement {
  /// Dyads in the matched class, the pair not counted.
  static let matches = 100

  static let definition = MeasureDefinition(
    indexed: "votes.matchedAgreement", panel: .convergence, unit: .share,
    summary: "Agreement of a pair where the third power is at stake, among dyads alike in all that can be matched.",
    arguments: VoteQuestion.pairAndSpan + [
      .init("third", "the third power"),
      .init("set", "opposed|alone|flagged: the roll calls at stake", default: "opposed"),
    ],
    example: "votes.matchedAgreement a=CHN b=RUS third=USA period=1997-09-02/2002-09-01"
  ) { prepared, arguments throws(ArgumentError) in
    let (a, b) = try arguments.pair()
    let third = try arguments.state("third")
    guard third.id != a.id, third.id != b.id else {
      throw .invalid("third", value: try arguments.text("third"), expected: "a state other than the pair")
    }
    let span = try arguments.rollCallSpan()
    let set = RollCallSet(rawValue: try arguments.choice("set", ["opposed", "alone", "flagged"])) ?? .opposed
    return arguments.finding(.convergence, .share) { () throws(NotCovered) in
      guard let index = prepared.votes else { throw NotCovered(.notInstalled("un-votes")) }
      let sample = try MatchSample(prepared, index, third: third.id, span: span, set: set)
      guard let dyad = Dyad(a.id, b.id), let own = sample.dyads.firstIndex(where: { $0.dyad == dyad }) else {
        throw NotCovered(
          .missing,
          "\(a.sentenceName(in: sample.year)) and \(b.sentenceName(in: sample.year)) lack enough common roll calls in \(span), or a democracy or capability score in \(sample.year), to be matched"
        )
      }
      return sample.answer(own, set: set, span: span, index)
    }
  }
}

/// All dyads with what they are matched on and their agreement on the roll calls at stake.
private struct MatchSample {
  struct Entry {
    let dyad: Dyad
    let agreement: Double
    let n: Int
    /// Uncontested agreement, democracy distance, democracy mean, log greater and log smaller capability, same region, neighbours.
    let covariates: [Double]
  }

  static let names = [
    "agreement where the third power does not oppose", "distance in democracy", "mean democracy",
    "log of the greater capability", "log of the smaller capability", "same region", "neighbours",
  ]

  let dyads: [Entry]
  let year: Year
  private let sources: [String]
  /// Why the dyads are not matched on contiguity, where they are not.
  private let withoutNeighbours: String?

  init(_ prepared: PreparedRecord, _ index: VoteIndex, third: StateID, span: RollCallSpan, set: RollCallSet)
    throws(NotCovered)
  {
    guard let democracy = prepared.record.democracy, let democracyIndex = prepared.democracy else {
      throw NotCovered(.notInstalled("vdem"))
    }
    guard let capabilities = prepared.record.capabilities, let capabilityIndex = prepared.capabilities else {
      throw NotCovered(.notInstalled("cow-nmc"))
    }
    let year =
      switch span {
      case .sessions(let range): range.upperBound + 1945
      case .days(let range): Day(number: range.upperBound + 1).year.value - 1
      }
    let base = Self.agreements(index, RollCallCriteria(set: .unopposed, third: third), span)
    let stake = Self.agreements(
      index, RollCallCriteria(set: set, third: set.needsThird ? third : nil), span)
    func score(_ state: StateID) -> (democracy: Double, capability: Double)? {
      guard let x = democracyIndex.row(of: state, in: year), let y = capabilityIndex.row(of: state, in: year) else {
        return nil
      }
      let polyarchy = democracy.table.polyarchy[x]
      let cinc = capabilities.table.cinc[y]
      return polyarchy.isFinite && cinc.isFinite && cinc > 0 ? (polyarchy, cinc) : nil
    }
    let neighbours = Self.neighbours(prepared.record, year)
    var entries: [Entry] = []
    for (dyad, at) in stake where dyad.first != third && dyad.second != third {
      guard let below = base[dyad], let x = score(dyad.first), let y = score(dyad.second) else { continue }
      entries.append(
        Entry(
          dyad: dyad, agreement: at.value, n: at.n,
          covariates: [
            below.value, (x.democracy - y.democracy).magnitude, (x.democracy + y.democracy) / 2,
            log(max(x.capability, y.capability)), log(min(x.capability, y.capability)),
            Self.region(dyad.first) == Self.region(dyad.second) ? 1 : 0,
          ] + (neighbours.value.map { [$0.contains(dyad) ? 1 : 0] } ?? [])))
    }
    dyads = entries.sorted { ($0.dyad.first, $0.dyad.second) < ($1.dyad.first, $1.dyad.second) }
    self.year = Year(year)
    sources =
      [
        "\(democracy.vintage.dataset) \(democracy.vintage.version)",
        "\(capabilities.vintage.dataset) \(capabilities.vintage.version)",
      ]
      + (neighbours.value == nil
        ? [] : [prepared.record.directContiguity?.vintage].compactMap { $0 }.map { "\($0.dataset) \($0.version)" })
    withoutNeighbours = neighbours.reason.map { "not matched on contiguity: \($0.detail)" }
  }

  /// The direct neighbours of a year.
  private static func neighbours(_ record: Record, _ year: Int) -> Covered<Set<Dyad>> {
    guard let sourced = record.directContiguity else { return .notCovered(.notInstalled("cow-contiguity")) }
    if let reason = sourced.reasonNotCovered(year) { return .notCovered(reason) }
    let table = sourced.table
    let rows = (0..<table.count).filter {
      table.kinds[$0] <= farthestNeighbours && Int(table.beginYears[$0]) <= year && Int(table.endYears[$0]) >= year
    }
    return .covered(
      Set(
        rows.compactMap { row in
          StateID(Int(table.firsts[row])).flatMap { a in
            StateID(Int(table.seconds[row])).flatMap { Dyad(a, $0) }
          }
        }))
  }

  /// Kinds 1 to 3 of the source: by land, or across at most 12 or 24 miles of water.
  private static let farthestNeighbours: UInt8 = 3

  /// The continent in the numbering of the Correlates of War.
  private static func region(_ state: StateID) -> Int {
    switch state.cow {
    case ..<200: 1
    case ..<400: 2
    case ..<600: 3
    case ..<700: 4
    default: 5
    }
  }

  /// Exact agreement of every dyad with enough common roll calls.
  private static func agreements(_ index: VoteIndex, _ criteria: RollCallCriteria, _ span: RollCallSpan)
    -> [Dyad: (value: Double, n: Int)]
  {
    let rows = index.rows(meeting: criteria, in: span)
    guard !rows.isEmpty else { return [:] }
    let fewest = DyadClass.fewestCommon(of: rows.count)
    let planes = VotePlanes(index.table, rows: rows, reading: VoteCoding.exact.reading)
    let states = planes.states.map { StateID(Int($0)) }
    var found: [Dyad: (value: Double, n: Int)] = [:]
    planes.forEachDyad { i, j, common, same, _ in
      guard common >= fewest, let a = states[i], let b = states[j], let dyad = Dyad(a, b) else { return }
      found[dyad] = (Double(same) / Double(common), common)
    }
    return found
  }

  func answer(_ own: Int, set: RollCallSet, span: RollCallSpan, _ index: VoteIndex) -> Answer {
    let pair = dyads[own]
    let deviations = pair.covariates.indices.map { deviation(of: $0) }
    func distance(_ other: Entry) -> Double {
      var sum = 0.0
      for k in deviations.indices where deviations[k] > 0 {
        let step: Double = (other.covariates[k] - pair.covariates[k]) / deviations[k]
        sum += step * step
      }
      return sum
    }
    let ranked = dyads.indices.filter { $0 != own }.map { (index: $0, distance: distance(dyads[$0])) }
      .sorted { ($0.distance, $0.index) < ($1.distance, $1.index) }
    let nearest = ranked.prefix(MatchedAgreement.matches).map { dyads[$0.index] }
    let day = year.middle
    let estimate = Estimate(
      pair.agreement, interval: .wilson(mean: pair.agreement, n: pair.n), n: pair.n,
      method:
        "share of identical votes on the roll calls of the set \(set.rawValue), \(span), against the \(nearest.count) nearest dyads; Wilson interval",
      sources: [
        index.sourced.source(
          "rcid with date in \(span.edtf), set \(set.rawValue), ccode in {\(pair.dyad.first), \(pair.dyad.second)}",
          count: 2 * pair.n)
      ])
    let balance = pair.covariates.indices.map { k in
      let mean: Double = nearest.reduce(0) { $0 + $1.covariates[k] } / Double(max(1, nearest.count))
      return "\(Self.names[k]) \(rounded(pair.covariates[k], decimals: 2)) against \(rounded(mean, decimals: 2))"
    }
    return Answer(
      estimate: estimate,
      classes: [
        ComparisonClass(
          "the \(nearest.count) dyads nearest in regime, capability, region\(withoutNeighbours == nil ? ", contiguity" : "") and uncontested agreement",
          nearest.map(\.agreement) + [pair.agreement]
        ).among(
          ClassDyads(
            firsts: (nearest + [pair]).map(\.dyad.first.cow), seconds: (nearest + [pair]).map(\.dyad.second.cow)),
          placing: pair.dyad.first.cow, pair.dyad.second.cow)
      ],
      items: nearest.prefix(10).map { entry in
        Finding.Item(
          id: "\(entry.dyad.first)-\(entry.dyad.second)",
          label:
            "\(State.sentenceName(entry.dyad.first, on: day)) and \(State.sentenceName(entry.dyad.second, on: day))",
          date: year.description, detail: "\(rounded(entry.agreement * 100, decimals: 1)) % of \(entry.n)")
      },
      notes: [
        "match, the pair against the mean of the matched dyads: \(balance.joined(separator: "; ")) (\(sources.joined(separator: ", ")), \(year))"
      ] + [withoutNeighbours].compactMap { $0 })
  }

  /// That of a fair coin for neighbours: they are so few that their own deviation would match on nothing else.
  private static let deviationOfNeighbours = 0.5

  private func deviation(of k: Int) -> Double {
    if Self.names[k] == "neighbours" { return Self.deviationOfNeighbours }
    let n = Double(dyads.count)
    let mean: Double = dyads.reduce(0) { $0 + $1.covariates[k] } / n
    let square: Double = dyads.reduce(0) { $0 + ($1.covariates[k] - mean) * ($1.covariates[k] - mean) } / n
    return square.squareRoot()
  }
}
