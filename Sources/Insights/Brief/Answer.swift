import Evidence
import Partnership
import StateSystem
import Treaties

/// The one-paragraph answer, written from the results by rules: each sentence has a condition on covered figures, and says no more
/// than they carry.
struct Answer {
  let assessment: Assessment
  let names: Names

  init(_ assessment: Assessment) {
    self.assessment = assessment
    names = Names(assessment.question)
  }

  var statements: [Statement] {
    [pledged, agreement, pressure, arms, conduct, tests, limit, reading].compactMap { $0 }
  }

  private var question: Question { assessment.question }

  /// What is in force between the partners on paper, and what kind of obligation it holds.
  private var pledged: Statement? {
    let obligations = assessment.finding("obligations.partners")
    let kinds = Set(obligations?.items.flatMap(\.tags) ?? [])
    let bilateral = assessment.casework.inForce.filter {
      $0.treaty.parties.count == 2 && $0.treaty.form.isBinding && !$0.treaty.obligations.isEmpty
    }
    if let entry = bilateral.last {
      let treaty = entry.treaty
      let owed = treaty.obligations.filter { $0.readings.isEmpty || $0.presence(by: "text") != .absent }.map(\.kind)
      let words = Set(owed).sorted { $0.rawValue < $1.rawValue }.map(\.rawValue)
      let without = words.contains("defense") ? "" : ", and no obligation of mutual defense"
      let dead = entry.status.deFacto.first { $0.standing == .ended }
      let fact = dead.flatMap { coded in
        coded.date.map { "; in fact it is coded as ended \(Wording.date($0.date.description)) (\(coded.coder))" }
      }
      return Statement(
        "On \(Wording.day(question.asOf)) \(names.a) and \(names.b) were bound"
          + (dead == nil ? "" : ", on paper,")
          + " by the \(treaty.title) of \(Wording.date(treaty.signed.description)), which holds \(Wording.list(words))"
          + without + (fact ?? "") + ".",
        basis: [treaty.id, "obligations.partners"])
    }
    guard obligations?.estimate != nil else { return nil }
    let year = question.lastYear
    return Statement(
      kinds.isEmpty
        ? "In \(year) no alliance obligation was in force between \(names.a) and \(names.b) (ATOP)."
        : "In \(year) \(names.a) and \(names.b) owed each other \(Wording.list(kinds.sorted())) (ATOP)"
          + (kinds.contains("defense") ? "." : ", and no mutual defense."),
      basis: ["obligations.partners"])
  }

  /// How often they vote alike, where that stands, and what changes when the third power opposes.
  private var agreement: Statement? {
    guard let finding = assessment.finding("agreement.window.partners"), let estimate = finding.estimate,
      let n = estimate.n
    else { return nil }
    var text =
      "In \(n) General Assembly roll calls of the \(question.windowYears) years before, they cast identical votes in \(Wording.percent(estimate.value))"
    if let place = finding.percentiles.first { text += ", \(percentileWords(place))" }
    if let opposed = assessment.ladder.rungs.first(where: { $0.rung == .opposed })?.rate,
      let at = opposed.estimate, let count = at.n, count >= Ladder.Thresholds().fewestRollCalls
    {
      text += "; where \(names.third) voted no (\(count) roll calls), in \(Wording.percent(at.value))"
      if let place = opposed.percentiles.first { text += ", \(percentileWords(place))" }
    }
    return Statement(text + ".", basis: ["agreement.window.partners", "rung.2"])
  }

  private func percentileWords(_ place: Percentile) -> String {
    let low = Int((place.low * 100).rounded())
    let high = Int((place.high * 100).rounded())
    // The middle is read as on the ladder, before rounding.
    let side =
      place.low > 0.5 ? "above" : place.high < 0.5 ? "below" : "not to be told from"
    return "\(side) the median dyad (percentile \(low)\u{2013}\(high))"
  }

  /// What each has at stake with the third power against what it has at stake with the partner.
  private var pressure: Statement? {
    let year = question.lastYear
    let sides = [("a", names.a, names.b), ("b", names.b, names.a)].compactMap { role, own, other -> String? in
      guard let ratio = assessment.finding("pressure.\(role)")?.value else { return nil }
      if ratio == 0 { return "no trade of \(own) with \(names.third) was recorded, and some with \(other)" }
      let times = ratio < 0.01 ? "less than a hundredth of" : "\(Wording.value(ratio, .ratio)) times"
      return "\(own.possessive) trade with \(names.third) was \(times) its trade with \(other)"
    }
    guard !sides.isEmpty else { return nil }
    return Statement(
      "In \(year), on the importers' records, \(Wording.list(sides)).", basis: ["pressure.a", "pressure.b"])
  }

  /// Arms supply, when one of the two supplies the other.
  private var arms: Statement? {
    let ways = [("arms.share.b-to-a", names.b, names.a), ("arms.share.a-to-b", names.a, names.b)]
    let found = ways.compactMap { role, from, to -> (String, Double, String, String)? in
      assessment.finding(role)?.value.map { (role, $0, from, to) }
    }
    guard let most = found.max(by: { $0.1 < $1.1 }), most.1 >= 0.05 else { return nil }
    let years = question.windowRange
    return Statement(
      "\(most.2.leadingCapital) delivered \(Wording.percent(most.1)) of the major arms \(most.3) imported in \(years.lowerBound)\u{2013}\(years.upperBound) (SIPRI volumes).",
      basis: [most.0])
  }

  /// Whether they stood beside each other in disputes with the third power.
  private var conduct: Statement? {
    guard let finding = assessment.finding("disputes.joined"), let estimate = finding.estimate, let n = estimate.n
    else { return nil }
    let joined = Int((estimate.value * Double(n)).rounded())
    let beside = finding.items.filter { $0.tags.contains("beside") }
    let years = question.seriesRange
    let span = "\(years.lowerBound)\u{2013}\(years.upperBound)"
    let covered = finding.notes.contains { $0.contains(" covers ") } ? "the years of \(span) that are coded" : span
    var text =
      n == 1
      ? "In the one militarised dispute that one of them had with \(names.third) in \(covered), the other "
        + (joined == 0 ? "did not join" : "joined")
      : "Of the \(n) militarised disputes that one of them had with \(names.third) in \(covered), the other joined "
        + (joined == 0 ? "none" : "\(joined)")
    let lastJoined = finding.items.filter { $0.tags.contains("joined") }.compactMap { Int($0.date.prefix(4)) }.max()
    if joined > 1, let lastJoined { text += ", the last begun in \(lastJoined)" }
    if !beside.isEmpty {
      text +=
        "; in \(beside.count) other\(beside.count == 1 ? "" : "s") one of them stood on the side of \(names.third)"
    }
    return Statement(text + ".", basis: ["disputes.joined"])
  }

  /// What the coded tests show.
  private var tests: Statement? {
    let casework = assessment.casework
    guard casework.answered > 0, let id = casework.caseID else { return nil }
    let joint = casework.answeredJointly
    let years = casework.tests.filter { !$0.responses.isEmpty }.compactMap { $0.date.earliest?.fields.year }
    let first = years.min() ?? question.asOf.fields.year
    let last = years.max() ?? first
    let span = first == last ? "in \(first)" : "in \(first)\u{2013}\(last)"
    if casework.answered == 1 {
      return Statement(
        "One coded act of \(names.third) \(span) put the partnership to the test; the two "
          + (joint == 0 ? "did not resist" : "resisted") + " jointly.", basis: [id])
    }
    return Statement(
      "Of \(casework.answered) coded acts of \(names.third) \(span) that put the partnership to the test, the two answered "
        + (joint == 0 ? "none" : "\(joint)") + " by resisting jointly.", basis: [id])
  }

  /// The limit, in the words of its rule.
  private var limit: Statement? { LimitWords(assessment, names: names).statement }

  /// The hypothesis that the evidence fits best, when one does.
  private var reading: Statement? {
    guard let preferred = assessment.weighing.preferred else { return nil }
    let weighing = assessment.weighing
    let fits = weighing.fits(preferred)
    let asked = fits + weighing.misfits(preferred)
    return Statement(
      "Of three readings, \(Wording.list(Hypothesis.allCases.map(\.name), "or")), the evidence fits \(preferred.name) best (\(fits) of \(asked) answers fit).",
      basis: weighing.evidence.flatMap(\.basis))
  }
}

/// The sentence that states the limit.
struct LimitWords {
  let assessment: Assessment
  let names: Names

  init(_ assessment: Assessment, names: Names) {
    self.assessment = assessment
    self.names = names
  }

  var statement: Statement? {
    let limit = assessment.limit
    let basis = assessment.ladder.rungs.map { "rung.\($0.rung.rawValue)" }
    guard let rung = limit.rung else { return nil }
    let silent = limit.withoutData.map { "\($0.rawValue) (\($0.name))" }
    let missing =
      silent.isEmpty ? "" : "; no verdict is possible on rung\(silent.count == 1 ? "" : "s") \(Wording.list(silent))"
    let meaning = names.meaning(of: rung)
    let holding = assessment.ladder.rungs.filter { $0.status == .holds }.map(\.rung)
    switch limit.outcome {
    case .at where holding.isEmpty && !isPledged:
      return Statement(
        "On no rung with evidence do they hold together more than the comparison class, and nothing is pledged: there is no partnership against \(names.third) here whose limit could be found\(missing).",
        basis: basis)
    case .at:
      let result = assessment.ladder.rungs.first { $0.rung == rung }
      let isBelow = result?.status == .below
      let words =
        result?.coordination == nil
        ? "\(isBelow ? "rarer than in" : "not to be told from") the comparison class"
        : "\(isBelow ? "rarer than" : "no more frequent than") their ideal points predict"
      return Statement(
        "The partnership stops at rung \(rung.rawValue) of six, \(rung.name): that they \(meaning) is \(words)\(missing).",
        basis: basis)
    case .above:
      return Statement(
        "Every rung with evidence holds, up to rung \(rung.rawValue) of six, \(rung.name); where the partnership stops the record does not say\(missing).",
        basis: basis)
    case .contradicted:
      let highest = holding.max() ?? rung
      return Statement(
        "The ladder does not order this pair: they hold together at rung \(highest.rawValue), \(highest.name), and not at rung \(rung.rawValue), \(rung.name); the limit, if there is one, lies above rung \(highest.rawValue)\(missing).",
        basis: basis)
    case .unknown: return nil
    }
  }

  /// Whether anything at all is pledged between the partners: an obligation, or a coded instrument or statement.
  private var isPledged: Bool {
    (assessment.finding("obligations.partners")?.value ?? 0) > 0 || !assessment.casework.history.isEmpty
      || !assessment.casework.pledges.isEmpty
  }

  /// Where the limit falls over the draws, in a sentence.
  static func spread(_ distribution: LimitDistribution) -> String {
    let places = distribution.rungs.filter { $0.isLimit >= 0.005 }.sorted { $0.isLimit > $1.isLimit }.map {
      "at rung \($0.rung.rawValue), \($0.rung.name), in \(Wording.percent($0.isLimit, decimals: 0))"
    }
    var all = places
    if distribution.above >= 0.005 {
      all.append("above every rung with evidence in \(Wording.percent(distribution.above, decimals: 0))")
    }
    if distribution.unordered >= 0.005 {
      all.append(
        "nowhere, because a rung fails and only higher ones hold, in \(Wording.percent(distribution.unordered, decimals: 0))"
      )
    }
    return
      "With each rung as uncertain as its cases leave it, the limit lies \(Wording.list(all)) of \(Wording.grouped(distribution.draws)) draws. \(drawn(distribution))"
      + (distribution.mode.isStated
        ? ""
        : " The most frequent place is not the limit stated, because \(Self.divergence(distribution)).")
  }

  /// What is drawn on which rungs, in a sentence.
  private static func drawn(_ distribution: LimitDistribution) -> String {
    func rungs(_ kind: RungSpread.Kind, where isWanted: (Rung) -> Bool = { _ in true }) -> String? {
      let found = distribution.rungs.filter { $0.drawn == kind && isWanted($0.rung) }.map { "\($0.rung.rawValue)" }
      return found.isEmpty ? nil : "rung\(found.count == 1 ? "" : "s") \(Wording.list(found))"
    }
    let parts = [
      rungs(.coordination).map { "coordination on \($0)" },
      rungs(.share) { $0 < .economic }.map { "observed agreement, because coordination is not covered, on \($0)" },
      rungs(.share) { $0 >= .economic }.map { "the share of cases on \($0)" },
      rungs(.figure).map { "the figure with its interval on \($0)" },
    ].compactMap { $0 }
    return "Drawn: \(Wording.list(parts)); each draw is read by the rule of the status."
  }

  /// Why the most frequent place and the limit stated differ.
  private static func divergence(_ distribution: LimitDistribution) -> String {
    let close = distribution.rungs.filter { (0.25...0.75).contains($0.holds) }.map { "\($0.rung.rawValue)" }
    return close.isEmpty
      ? "the stated limit reads each rung by itself and the draws all rungs together"
      : "rung\(close.count == 1 ? " " : "s ")\(Wording.list(close)) could as well be read the other way"
  }

  /// What a mover says, in a sentence.
  static func mover(_ mover: LimitMover) -> String {
    let now =
      "rung \(mover.rung.rawValue), \(mover.rung.name): held together in \(mover.needed) of \(Wording.grouped(mover.n)) cases in place of \(mover.held)"
    let place =
      switch mover.outcome {
      case .at: mover.limit.map { "the limit would be at rung \($0.rawValue), \($0.name)" } ?? ""
      case .above: mover.limit.map { "every rung with evidence would hold, up to rung \($0.rawValue)" } ?? ""
      case .contradicted: "the ladder would not order the pair"
      case .unknown: "no limit could be stated"
      }
    return "\(now), and \(place)"
  }
}
