import Evidence
import Record
import StateSystem

/// The dyads that a pair is compared with.
enum DyadMembers: Hashable, Sendable {
  case all
  /// Dyads that do not contain the third power: those that do would be compared on its own no votes.
  case without(StateID)
  /// Dyads of the third power, for a pair that contains it.
  case with(StateID)

  init(_ question: VoteQuestion) {
    guard let third = question.criteria.third else { self = .all; return }
    self = question.a.id == third || question.b.id == third ? .with(third) : .without(third)
  }

  func contains(_ a: UInt16, _ b: UInt16) -> Bool {
    switch self {
    case .all: true
    case .without(let state): a != state.cow && b != state.cow
    case .with(let state): a == state.cow || b == state.cow
    }
  }

  func words(on day: Day) -> String {
    switch self {
    case .all: "all dyads"
    case .without(let state): "all dyads without \(State.sentenceName(state, on: day))"
    case .with(let state): "all dyads of \(State.sentenceName(state, on: day))"
    }
  }
}

/// What is computed for every dyad.
enum DyadFigure: Hashable, Sendable {
  case agreement(VoteCoding)
  case similarity(SimilarityIndex, VoteDistance)
}

struct DyadClassKey: Hashable, Sendable {
  let criteria: RollCallCriteria
  let span: RollCallSpan
  let members: DyadMembers
  let figure: DyadFigure
}

/// A figure for every dyad on the same roll calls.
struct DyadClass: Sendable {
  let comparison: ComparisonClass
  /// The states of each dyad, where the figure is an agreement.
  let dyads: ClassDyads?
  let distribution: Distribution?

  /// Bins of the distribution for drawing.
  static let bins = 50
  /// Fewest common roll calls of a dyad in the class, where there are twice as many roll calls.
  static let fewestCommon = 20

  /// Fewest common roll calls of a dyad in a class over `rollCalls`: 20, or half of them where they are fewer than 40, and at least 3.
  static func fewestCommon(of rollCalls: Int) -> Int { min(fewestCommon, max(3, (rollCalls + 1) / 2)) }
}

extension VoteIndex {
  /// All dyads on the roll calls of a question.
  func dyadClass(_ question: VoteQuestion, rows: [Int32], _ figure: DyadFigure) -> DyadClass {
    let members = DyadMembers(question)
    let key = DyadClassKey(criteria: question.criteria, span: question.span, members: members, figure: figure)
    return dyadClass(key) {
      let fewest = DyadClass.fewestCommon(of: rows.count)
      let values: [Double]
      var dyads: ClassDyads?
      let low: Double
      switch figure {
      case .agreement(let coding):
        let found = agreements(rows: rows, coding: coding, members: members, fewest: fewest)
        values = found.values
        dyads = found.dyads
        low = 0
      case .similarity(let index, let distance):
        values = similarities(rows: rows, index, distance, members: members, fewest: fewest)
        low = -1
      }
      let name =
        "\(members.words(on: question.span.middle)) with at least \(fewest) common votes on the same roll calls"
      return DyadClass(
        comparison: ComparisonClass(name, values), dyads: dyads,
        distribution: Distribution(of: values, from: low, to: 1, bins: DyadClass.bins))
    }
  }

  private func agreements(
    rows: [Int32], coding: VoteCoding, members: DyadMembers, fewest: Int
  ) -> (values: [Double], dyads: ClassDyads) {
    let planes = VotePlanes(table, rows: rows, reading: coding.reading)
    let isGraded = coding == .graded
    var values: [Double] = []
    var firsts: [UInt16] = []
    var seconds: [UInt16] = []
    values.reserveCapacity(planes.states.count * planes.states.count / 2)
    planes.forEachDyad { i, j, common, same, opposite in
      guard common >= fewest, members.contains(planes.states[i], planes.states[j]) else { return }
      let halfPoints = isGraded ? common + same - opposite : 2 * same
      values.append(Double(halfPoints) / Double(2 * common))
      firsts.append(planes.states[i])
      seconds.append(planes.states[j])
    }
    return (values, ClassDyads(firsts: firsts, seconds: seconds))
  }

  private func similarities(
    rows: [Int32], _ index: SimilarityIndex, _ distance: VoteDistance, members: DyadMembers, fewest: Int
  ) -> [Double] {
    let planes = VotePlanes(table, rows: rows, reading: VoteCoding.exact.reading)
    var values: [Double] = []
    planes.forEachCrossTable { i, j, cross in
      guard cross.n >= fewest, members.contains(planes.states[i], planes.states[j]) else { return }
      let value = cross.similarity(index, distance)
      if value.isFinite { values.append(value) }
    }
    return values
  }
}
