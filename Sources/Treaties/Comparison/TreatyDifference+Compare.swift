import StateSystem

extension TreatyDifference {
  /// Compares two treaties, the earlier or first named on the left.
  ///
  /// Complexity: O(codings × items).
  public init(from first: RegisteredTreaty, to second: RegisteredTreaty) {
    before = first.id
    after = second.id
    titleBefore = first.title
    titleAfter = second.title
    yearBefore = first.begin.map { String($0.fields.year) } ?? ""
    yearAfter = second.begin.map { String($0.fields.year) } ?? ""
    var lines: [Line] = []
    for kind in Obligation.Kind.allCases { lines.append(Self.obligation(kind, first, second)) }
    lines.append(Self.threat(first, second))
    for kind in Feature.Kind.allCases {
      if let line = Self.feature(kind, first, second) { lines.append(line) }
    }
    lines.append(Self.term(first, second))
    lines.append(Self.secrecy(first, second))
    self.lines = lines
    warnings = first.disagreements + second.disagreements
  }

  // MARK: Obligations

  private static func obligation(
    _ kind: Obligation.Kind, _ first: RegisteredTreaty, _ second: RegisteredTreaty
  ) -> Line {
    func findings(_ treaty: RegisteredTreaty) -> [Finding] {
      treaty.codings.map { coding in
        let duties = coding.duties(kind)
        let presence: Presence =
          duties.isEmpty ? .absent : duties.allSatisfy { $0.presence == .implied } ? .implied : .present
        return Finding(
          coder: coding.coder, presence: presence,
          detail: duties.map { $0.described(in: coding, on: treaty.begin) }.joined(separator: "; "),
          clause: duties.compactMap(\.clause).first)
      }
    }
    func verdict(_ a: TreatyCoding, _ b: TreatyCoding) -> (Change, String) {
      compared(a.duties(kind), in: a, b.duties(kind), in: b)
    }
    let (change, coder, explanation, otherwise) = settle(first, second, verdict)
    return Line(
      group: "Obligations", item: kind.words, obligation: kind, change: change, coder: coder, before: findings(first),
      after: findings(second), explanation: explanation, otherwise: otherwise)
  }

  /// Compares the duties of one kind by one coder: fewer obligors or more conditions are less.
  static func compared(
    _ a: [Duty], in first: TreatyCoding, _ b: [Duty], in second: TreatyCoding
  ) -> (Change, String) {
    switch (a.isEmpty, b.isEmpty) {
    case (true, true): return (.absent, "")
    case (true, false): return (.added, "")
    case (false, true): return (.dropped, "")
    case (false, false): break
    }
    var less: [String] = []
    var more: [String] = []
    func note(_ isLess: Bool, _ isMore: Bool, _ lessWords: String, _ moreWords: String) {
      if isLess { less.append(lessWords) }
      if isMore { more.append(moreWords) }
    }
    let (mutualA, mutualB) = (a.contains { $0.obligors.isEmpty }, b.contains { $0.obligors.isEmpty })
    note(mutualA && !mutualB, !mutualA && mutualB, "no longer owed by every party", "now owed by every party")
    let (freeA, freeB) = (a.contains { !$0.isConditional }, b.contains { !$0.isConditional })
    note(freeA && !freeB, !freeA && freeB, "now conditional", "no longer conditional")
    if !freeA, !freeB, first.coder == .atop {
      let (wasA, isB) = (Set(a.flatMap(\.triggers)), Set(b.flatMap(\.triggers)))
      note(
        isB.isStrictSuperset(of: wasA), isB.isStrictSubset(of: wasA), "under more conditions", "under fewer conditions")
    }
    let (impliedA, impliedB) = (a.allSatisfy { $0.presence == .implied }, b.allSatisfy { $0.presence == .implied })
    note(!impliedA && impliedB, impliedA && !impliedB, "now only implied", "implied before, now stated")
    switch (less.isEmpty, more.isEmpty) {
    case (true, true): return (.kept, "")
    case (false, true): return (.weakened, less.joined(separator: ", "))
    case (true, false): return (.strengthened, more.joined(separator: ", "))
    case (false, false): return (.changed, (less + more).joined(separator: ", "))
    }
  }

  private static func threat(_ first: RegisteredTreaty, _ second: RegisteredTreaty) -> Line {
    func words(_ treaty: RegisteredTreaty, _ coding: TreatyCoding) -> String {
      coding.targetWords(on: treaty.begin)
    }
    func findings(_ treaty: RegisteredTreaty) -> [Finding] {
      treaty.codings.map { coding in
        let text = words(treaty, coding)
        return Finding(coder: coding.coder, presence: text.isEmpty ? .absent : .present, detail: text, clause: nil)
      }
    }
    let (change, coder, explanation, otherwise) = settle(first, second) { a, b in
      let (x, y) = (words(first, a), words(second, b))
      if x.isEmpty, y.isEmpty { return (.absent, "") }
      if x.isEmpty { return (.added, "") }
      if y.isEmpty { return (.dropped, "") }
      return x == y ? (.kept, "") : (.changed, "")
    }
    return Line(
      group: "Obligations", item: "named adversary", obligation: nil, change: change, coder: coder,
      before: findings(first), after: findings(second), explanation: explanation, otherwise: otherwise)
  }

  // MARK: Provisions

  private static func feature(
    _ kind: Feature.Kind, _ first: RegisteredTreaty, _ second: RegisteredTreaty
  ) -> Line? {
    let treaties = [first, second]
    guard treaties.contains(where: { $0.codings.contains { $0.feature(kind) != nil } }) else { return nil }
    func findings(_ treaty: RegisteredTreaty) -> [Finding] {
      treaty.codings.compactMap { coding in
        guard let feature = coding.feature(kind) else {
          // Our coder lists what the text has; only ATOP's silence is a finding.
          return coding.coder == .atop && kind.isCodedByATOP
            ? Finding(coder: .atop, presence: .absent, detail: "", clause: nil) : nil
        }
        return Finding(
          coder: coding.coder, presence: .present, detail: feature.detail, clause: feature.clause)
      }
    }
    func verdict(_ a: TreatyCoding, _ b: TreatyCoding) -> (Change, String) {
      if a.coder == .atop || b.coder == .atop, !kind.isCodedByATOP { return (.unknown, "") }
      let (change, words) = compared(a.feature(kind), b.feature(kind), ordered: kind.isOrdered && a.coder == .atop)
      if a.coder == .text, change == .absent { return (.unknown, "") }
      // Our coder lists what a text has; that it lists a thing on one side only is weaker than a code of absence.
      let isListed = a.coder == .text && [.dropped, .added].contains(change)
      return (change, isListed ? "by what our coder lists" : words)
    }
    let (change, coder, explanation, otherwise) = settle(first, second, verdict)
    return Line(
      group: kind.group, item: kind.words, obligation: nil, change: change, coder: coder, before: findings(first),
      after: findings(second), explanation: explanation, otherwise: otherwise)
  }

  private static func compared(_ a: Feature?, _ b: Feature?, ordered: Bool) -> (Change, String) {
    switch (a, b) {
    case (nil, nil): return (.absent, "")
    case (nil, _?): return (.added, "")
    case (_?, nil): return (.dropped, "")
    case (let a?, let b?):
      if a.code == b.code { return (.kept, "") }
      let change: Change = ordered ? (a.code > b.code ? .weakened : .strengthened) : .changed
      return (change, "from \(a.label) to \(b.label)")
    }
  }

  // MARK: Term and secrecy

  private static func term(_ first: RegisteredTreaty, _ second: RegisteredTreaty) -> Line {
    func findings(_ treaty: RegisteredTreaty) -> [Finding] {
      treaty.codings.compactMap { coding in
        coding.term.map { Finding(coder: coding.coder, presence: .present, detail: $0.words, clause: nil) }
      }
    }
    let (change, coder, explanation, otherwise) = settle(first, second) { a, b in
      guard let x = a.term, let y = b.term else { return (.unknown, "") }
      switch (x.months, y.months) {
      case (let from?, let to?) where from != to:
        let words = "\(from > to ? "shorter" : "longer") by \(TreatyCoding.Term.length(abs(from - to)))"
        return (from > to ? .weakened : .strengthened, words)
      case (_?, nil): return (.changed, "no length is fixed any more")
      case (nil, _?): return (.changed, "a length is fixed now")
      default:
        return x.renewalMonths == y.renewalMonths && x.renewsByItself == y.renewsByItself
          ? (.kept, "") : (.changed, "the renewal differs")
      }
    }
    return Line(
      group: "Term", item: "term and renewal", obligation: nil, change: change, coder: coder, before: findings(first),
      after: findings(second), explanation: explanation, otherwise: otherwise)
  }

  private static func secrecy(_ first: RegisteredTreaty, _ second: RegisteredTreaty) -> Line {
    func findings(_ treaty: RegisteredTreaty) -> [Finding] {
      treaty.codings.compactMap { coding in
        coding.secrecy.map { Finding(coder: coding.coder, presence: .present, detail: $0.words, clause: nil) }
      }
    }
    let (change, coder, explanation, otherwise) = settle(first, second) { a, b in
      guard let x = a.secrecy, let y = b.secrecy else { return (.unknown, "") }
      return x == y ? (.kept, "") : (.changed, "from \(x.words) to \(y.words)")
    }
    return Line(
      group: "Term", item: "secrecy", obligation: nil, change: change, coder: coder, before: findings(first),
      after: findings(second), explanation: explanation, otherwise: otherwise)
  }

  // MARK: Whose coding counts

  /// The change by the first coder that codes both treaties and can tell, and what the others would say.
  private static func settle(
    _ first: RegisteredTreaty, _ second: RegisteredTreaty, _ verdict: (TreatyCoding, TreatyCoding) -> (Change, String)
  ) -> (Change, TreatyCoding.Coder?, String, [Otherwise]) {
    var found: [(coder: TreatyCoding.Coder, change: Change, words: String)] = []
    for coder in TreatyCoding.Coder.allCases {
      guard let a = first.coding(by: coder), let b = second.coding(by: coder) else { continue }
      let (change, words) = verdict(a, b)
      if change != .unknown { found.append((coder, change, words)) }
    }
    // A text that lists a provision on one side only does not say that the other side lacks it.
    if found.isEmpty, let a = first.principal, let b = second.principal, a.coder != b.coder {
      let (change, words) = verdict(a, b)
      let note = "coded by \(a.coder.words) before and by \(b.coder.words) after"
      return (change, nil, words.isEmpty ? note : "\(words); \(note)", [])
    }
    guard let main = found.first(where: { $0.change != .absent }) ?? found.first else { return (.unknown, nil, "", []) }
    let others = found.filter { $0.coder != main.coder && $0.change != main.change }
      .map { Otherwise(coder: $0.coder, change: $0.change) }
    return (main.change, main.coder, main.words, others)
  }
}
