import Evidence
import StateSystem
import Statistics

/// The same rungs where nothing special is to be expected: other third powers, random dyads, random earlier days.
///
/// For each rung the pair's rate is placed among the rates of the placebos. A limit that also shows for any third power, any dyad
/// or any day says nothing of this partnership and this third power. Missing: a placebo without enough cases for the rung is left out; a class of
/// fewer than five is not given. Complexity: about 200 + 50 ladders. Seeded: equal input gives equal bytes.
public struct Placebos: Hashable, Sendable, Codable {
  public struct Places: Hashable, Sendable, Codable {
    public let rung: Rung
    /// Among the rates under every other third power with enough cases.
    public let thirds: Percentile?
    /// Among the rates of random dyads against the same third power.
    public let dyads: Percentile?
    /// Among the pair's own rates on random earlier days.
    public let days: Percentile?
  }

  public let places: [Places]
  public let randomDyads: Int
  public let randomDays: Int
  public let seed: UInt64

  public static let dyads = 200
  public static let days = 50
  /// Fewest placebos of a class.
  static let fewest = 5

  package init(
    _ question: Question, ladder: Ladder, evaluator: any Evaluator, dyads: Int = Self.dyads, days: Int = Self.days,
    seed: UInt64 = LimitDistribution.seed
  ) {
    let maker = PlaceboMaker(question: question, evaluator: evaluator)
    let ofDyads = maker.dyads(dyads, seed: seed)
    let ofDays = maker.days(days, seed: seed)
    places = ladder.rungs.filter(\.status.isTold).map { result in
      func place(_ rates: [Double], _ words: String) -> Percentile? {
        guard rates.count >= Self.fewest, let estimate = result.rate.estimate else { return nil }
        return Percentile(of: estimate, inSorted: rates.sorted(), comparison: words)
      }
      return Places(
        rung: result.rung, thirds: maker.thirds(result, fewest: Self.fewest),
        dyads: place(ofDyads[result.rung] ?? [], "random dyads against the same third power"),
        days: place(ofDays[result.rung] ?? [], "the pair on random earlier days"))
    }
    randomDyads = dyads
    randomDays = days
    self.seed = seed
  }
}

/// Asks the rungs of placebos.
private struct PlaceboMaker {
  let question: Question
  let evaluator: any Evaluator

  private var members: [StateID] {
    State.all.filter { $0.isMember(on: question.asOf) }.map(\.id)
  }

  private func rates(_ question: Question) -> [(Rung, Double)] {
    Ladder(Requests(question), evaluator, detail: .rates).rungs.compactMap { result in
      result.status.isTold ? result.rate.value.map { (result.rung, $0) } : nil
    }
  }

  private func collect(_ questions: [Question]) -> [Rung: [Double]] {
    var found: [Rung: [Double]] = [:]
    for (rung, rate) in questions.flatMap(rates) { found[rung, default: []].append(rate) }
    return found
  }

  /// Random dyads of members on the day, without the third power and the pair itself.
  func dyads(_ count: Int, seed: UInt64) -> [Rung: [Double]] {
    let states = members.filter { $0 != question.third }
    guard states.count > 3 else { return [:] }
    var generator = Xoshiro256(seed: seed, stream: 1)
    var seen: Set<[StateID]> = [question.partners.sorted()]
    var questions: [Question] = []
    while questions.count < min(count, states.count * (states.count - 1) / 2 - 1) {
      let pair = [states[generator.index(below: states.count)], states[generator.index(below: states.count)]].sorted()
      guard pair[0] != pair[1], seen.insert(pair).inserted,
        let drawn = try? Question(
          pair[0], pair[1], third: question.third, asOf: question.asOf, windowYears: question.windowYears,
          seriesYears: question.seriesYears)
      else { continue }
      questions.append(drawn)
    }
    return collect(questions)
  }

  /// Random days of the half century before, on which all three were members.
  func days(_ count: Int, seed: UInt64) -> [Rung: [Double]] {
    var generator = Xoshiro256(seed: seed, stream: 2)
    let span = 50 * 365
    let states = (question.partners + [question.third]).compactMap { State[$0] }
    let questions = (0..<count).compactMap { _ -> Question? in
      let day = question.asOf.advanced(by: -(365 + generator.index(below: span)))
      guard states.count == 3, states.allSatisfy({ $0.isMember(on: day) }) else { return nil }
      return try? Question(
        question.a, question.b, third: question.third, asOf: day, windowYears: question.windowYears,
        seriesYears: question.seriesYears)
    }
    return collect(questions)
  }

  /// The pair's place among all third powers.
  func thirds(_ result: RungResult, fewest: Int) -> Percentile? {
    let requests = Requests(question)
    switch result.rung {
    case .uncontested: return evaluator.finding(for: requests.thirdRank(set: .unopposed)).percentiles.first
    case .opposed: return evaluator.finding(for: requests.thirdRank(set: .opposed)).percentiles.first
    case .flagged:
      return question.thirdFlagsVotes
        ? nil : evaluator.finding(for: requests.thirdRank(set: .alone)).percentiles.first
    case .economic, .coerced, .war:
      let rates = members.filter { !question.partners.contains($0) && $0 != question.third }.compactMap { third in
        (try? Question(
          question.a, question.b, third: third, asOf: question.asOf, windowYears: question.windowYears,
          seriesYears: question.seriesYears)).flatMap { other -> Double? in
            let requests = Requests(other)
            let request =
              switch result.rung {
              case .economic: requests.sanctionsExchange
              case .coerced: requests.disputesJoined()
              default: requests.warsJoined
              }
            let finding = evaluator.finding(for: request)
            return (finding.estimate?.n ?? 0) >= Ladder.Thresholds().fewestCases ? finding.value : nil
          }
      }
      guard rates.count >= fewest, let estimate = result.rate.estimate else { return nil }
      return Percentile(of: estimate, inSorted: rates.sorted(), comparison: "the pair's rates with other third powers")
    }
  }
}
