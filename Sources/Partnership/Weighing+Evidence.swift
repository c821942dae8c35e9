import Evidence
import StateSystem

extension Weighing {
  /// Puts the discriminating questions to the panels, the ladder and the case file.
  package init(_ question: Question, panels: [PanelResult], casework: PledgesAndTests) {
    let reader = EvidenceReader(question: question, panels: panels, casework: casework)
    evidence = [
      reader.defenseObligation, reader.agreementAtStakes, reader.crossPressure, reader.armsSupply, reader.tradeRose,
      reader.joinedDisputes, reader.testsAnsweredAlone,
    ]
  }
}

/// Answers the discriminating questions from the findings of the panels.
private struct EvidenceReader {
  let question: Question
  let panels: [PanelResult]
  let casework: PledgesAndTests

  /// Least share of a recipient's arms that counts as supply by one partner; declared with the ladder's thresholds.
  static let armsShare = 0.25

  func finding(_ role: String) -> Finding? {
    panels.lazy.flatMap(\.findings).first { $0.role == role }?.finding
  }

  var third: String { State.sentenceName(question.third, on: question.asOf) }

  func percent(_ x: Double) -> String { "\((x * 1000).rounded() / 10) %" }
  func times(_ x: Double) -> String { "\((x * 10).rounded() / 10)" }

  /// An obligation that coders hold to be dead in fact does not count as in force.
  var defenseObligation: Discrimination {
    let found = finding("obligations.partners")
    let coded = found?.items.contains { $0.tags.contains("defense") } ?? false
    let dead = casework.inForce.first { entry in
      entry.treaty.obligations.contains { $0.kind == .defense }
        && entry.status.deFacto.contains { $0.standing == .ended }
    }
    let isOwed = coded && dead == nil
    let answer: Discrimination.Answer = found?.estimate == nil ? .notCovered : isOwed ? .yes : .no
    let note = dead.map { "; the \($0.treaty.title) is coded as ended in fact" } ?? ""
    return Discrimination(
      statement: "an obligation of defense between the partners is in force",
      expected: [.allianceInTheMaking: true, .rhetorical: false, .hedgedConvenience: false], answer: answer,
      observation: answer == .notCovered
        ? found?.result.reason?.detail ?? "not covered"
        : "ATOP codes \(coded ? "a" : "no") defense obligation in \(question.lastYear)" + note,
      basis: ["obligations.partners"] + (dead.map { [$0.treaty.id] } ?? []))
  }

  var agreementAtStakes: Discrimination {
    let opposed = finding("agreement.opposed.partners")
    let unopposed = finding("agreement.unopposed.partners")
    guard let high = opposed?.estimate, let low = unopposed?.estimate else {
      return missing(
        "the partners vote alike at least as often where \(third) opposes as where it does not",
        [.allianceInTheMaking: true, .rhetorical: false], opposed?.estimate == nil ? opposed : unopposed,
        ["agreement.opposed.partners"])
    }
    return Discrimination(
      statement: "the partners vote alike at least as often where \(third) opposes as where it does not",
      expected: [.allianceInTheMaking: true, .rhetorical: false],
      answer: high.value >= low.value ? .yes : .no,
      observation: "\(percent(high.value)) against \(percent(low.value))",
      basis: ["agreement.opposed.partners", "agreement.unopposed.partners"])
  }

  var crossPressure: Discrimination {
    let ofA = finding("pressure.a")
    let ofB = finding("pressure.b")
    let statement = "each partner trades at least as much with \(third) as with the other"
    guard let a = ofA?.value, let b = ofB?.value else {
      return missing(
        statement, [.allianceInTheMaking: false, .hedgedConvenience: true], ofA?.value == nil ? ofA : ofB,
        ["pressure.a"])
    }
    // Within a tenth of each other the two trades count as even.
    return Discrimination(
      statement: statement, expected: [.allianceInTheMaking: false, .hedgedConvenience: true],
      answer: min(a, b) >= 0.9 ? .yes : .no,
      observation: "\(times(a)) times for \(name(question.a)), \(times(b)) times for \(name(question.b))",
      basis: ["pressure.a", "pressure.b"])
  }

  var armsSupply: Discrimination {
    let shares = ["arms.share.b-to-a", "arms.share.a-to-b"].compactMap { finding($0)?.value }
    let statement = "one partner delivers at least a quarter of the other's imported arms"
    let expected: [Hypothesis: Bool] = [.allianceInTheMaking: true, .rhetorical: false, .hedgedConvenience: true]
    guard let most = shares.max() else {
      return missing(statement, expected, finding("arms.share.b-to-a"), ["arms.share.b-to-a"])
    }
    return Discrimination(
      statement: statement, expected: expected, answer: most >= Self.armsShare ? .yes : .no,
      observation: "the larger share is \(percent(most))", basis: ["arms.share.b-to-a", "arms.share.a-to-b"])
  }

  var tradeRose: Discrimination {
    let statement = "trade between the partners rose over the window"
    let expected: [Hypothesis: Bool] = [.allianceInTheMaking: true, .rhetorical: false, .hedgedConvenience: true]
    let points = panels.lazy.flatMap(\.series).first { $0.id == "trade.partners" }?.points ?? []
    let window = points.filter { question.windowRange.contains($0.year) }.compactMap { $0.result.value?.value }
    guard window.count >= 2, let first = window.first, let last = window.last, first > 0 else {
      return missing(statement, expected, finding("trade.partners"), ["trade.partners"])
    }
    return Discrimination(
      statement: statement, expected: expected,
      answer: last > first ? .yes : .no,
      observation: "\(times(last / first)) times the value at its start, in current dollars", basis: ["trade.partners"])
  }

  /// Only disputes that touch the window count: what was joined long before says nothing of the partnership on the day.
  var joinedDisputes: Discrimination {
    let found = finding("disputes.joined")
    let statement = "one joined a militarised dispute of the other with \(third) in the window"
    let expected: [Hypothesis: Bool] = [.allianceInTheMaking: true, .rhetorical: false, .hedgedConvenience: false]
    guard found?.estimate != nil else { return missing(statement, expected, found, ["disputes.joined"]) }
    let window = question.windowRange
    let recent = (found?.items ?? []).filter { item in
      !item.tags.contains("beside") && (Int(item.date.suffix(4)) ?? 0) >= window.lowerBound
    }
    let span = "\(window.lowerBound)-\(window.upperBound)"
    guard !recent.isEmpty else {
      return Discrimination(
        statement: statement, expected: expected, answer: .notCovered,
        observation: "neither had a militarised dispute with \(third) in \(span)", basis: ["disputes.joined"])
    }
    let joined = recent.count { $0.tags.contains("joined") }
    return Discrimination(
      statement: statement, expected: expected, answer: joined > 0 ? .yes : .no,
      observation: "\(joined) of \(recent.count) in \(span)", basis: ["disputes.joined"])
  }

  var testsAnsweredAlone: Discrimination {
    let statement = "put to the test, the partners answered alone more often than jointly"
    let expected: [Hypothesis: Bool] = [.allianceInTheMaking: false, .rhetorical: true, .hedgedConvenience: true]
    guard casework.answered > 0 else {
      return Discrimination(
        statement: statement, expected: expected, answer: .notCovered,
        observation: "no case file covers these partners and this third power", basis: [])
    }
    let joint = casework.answeredJointly
    return Discrimination(
      statement: statement, expected: expected, answer: 2 * joint < casework.answered ? .yes : .no,
      observation: "\(joint) of \(casework.answered) coded tests were answered jointly", basis: ["casework"])
  }

  func name(_ state: StateID) -> String { State.sentenceName(state, on: question.asOf) }

  func missing(
    _ statement: String, _ expected: [Hypothesis: Bool], _ finding: Finding?, _ basis: [String]
  ) -> Discrimination {
    Discrimination(
      statement: statement, expected: expected, answer: .notCovered,
      observation: finding?.result.reason?.detail ?? "not covered", basis: basis)
  }
}
