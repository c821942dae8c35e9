import StateSystem
import Yams

enum CaseKey: String, FieldName {
  case bibliography, id, title, partners, third, period, coder, declared_at, summary, pledges, tests, de_facto_ends,
    corrections
}

enum PledgeKey: String, FieldName {
  case id, date, kind, states, obligations, themes, treaty, summary, confidence, sources
}

enum TestKey: String, FieldName {
  case id, date, act, themes, pledges, summary, confidence, sources, responses
}

enum ResponseKey: String, FieldName { case state, response, date, coder, summary, confidence, sources }

enum DeFactoEndKey: String, FieldName { case treaty, date, coder, evidence, confidence, sources }

enum CorrectionKey: String, FieldName { case id, claim, claimed_by, record, sources }

extension Reader {
  func caseFile(_ root: Entry) -> (CaseFile?, [CitedSource]) {
    guard let fields = Fields<CaseKey>(root, log: log) else { return (nil, []) }
    let bibliography = fields.list(.bibliography).compactMap(source)
    let id = self.id(fields, .id, of: .caseFile)
    let title = fields.text(.title)
    let period = fields.date(.period)
    let day = period?.latest ?? period?.earliest
    let partners = states(fields.nonEmptyList(.partners), on: day)
    let third = fields.required(.third).flatMap { self.state($0, on: day) }
    let coder = fields.text(.coder)
    let declaredAt = fields.required(.declared_at).flatMap(day(_:))
    let summary = fields.text(.summary)
    register.scope = root.file
    let pledges = fields.nonEmptyList(.pledges).compactMap(pledge)
    let tests = fields.nonEmptyList(.tests).compactMap { test($0, partners: partners) }
    let deFactoEnds = fields.list(.de_facto_ends).compactMap(deFactoEnd)
    let corrections = fields.list(.corrections).compactMap(correction)
    if fields.optional(.partners) != nil, partners.count != 2 {
      fields.fault("found \(partners.count) known partners, expected two", at: .partners)
    }
    if let third, partners.contains(third) { fields.fault("the third power is also a partner", at: .third) }
    guard let id, let title, let third, let period, let coder, let declaredAt, let summary else {
      return (nil, bibliography)
    }
    let file = CaseFile(
      id: id, title: title, partners: partners, third: third, period: period, coder: coder, declaredAt: declaredAt,
      summary: summary, pledges: pledges, tests: tests, deFactoEnds: deFactoEnds, corrections: corrections)
    return (file, bibliography)
  }

  /// A day in full.
  func day(_ entry: Entry) -> Day? {
    guard let text = entry.text(log) else { return nil }
    if let day = Day(text) { return day }
    log.report("found \(entry.found), expected a day as YYYY-MM-DD", at: entry.place)
    return nil
  }

  private func pledge(_ entry: Entry) -> CaseFile.Pledge? {
    guard let fields = Fields<PledgeKey>(entry, log: log) else { return nil }
    let date = fields.date(.date)
    let id = self.id(fields, .id, of: .item)
    let kind = fields.choice(.kind, of: CaseFile.Pledge.Kind.self)
    let states = self.states(fields.nonEmptyList(.states), on: date?.latest ?? date?.earliest)
    let obligations = fields.list(.obligations).compactMap { $0.choice(of: Obligation.Kind.self, log) }
    let themes = fields.list(.themes).compactMap { $0.choice(of: Theme.self, log) }
    let treaty = fields.optional(.treaty).flatMap { references([$0], to: .treaty).first }
    let summary = fields.text(.summary)
    let confidence = fields.choice(.confidence, of: Confidence.self)
    let sources = citations(fields, .sources)
    guard let id, let date, let kind, let summary, let confidence else { return nil }
    return CaseFile.Pledge(
      id: id, date: date, kind: kind, states: states, obligations: obligations, themes: themes, treaty: treaty,
      summary: summary, confidence: confidence, sources: sources)
  }

  private func test(_ entry: Entry, partners: [StateID]) -> CaseFile.Test? {
    guard let fields = Fields<TestKey>(entry, log: log) else { return nil }
    let date = fields.date(.date)
    let id = self.id(fields, .id, of: .item)
    let act = fields.text(.act)
    let themes = fields.list(.themes).compactMap { $0.choice(of: Theme.self, log) }
    let pledges = references(fields.nonEmptyList(.pledges), to: .item)
    let summary = fields.text(.summary)
    let confidence = fields.choice(.confidence, of: Confidence.self)
    let sources = citations(fields, .sources)
    let responses = fields.nonEmptyList(.responses).compactMap { response($0, to: date, partners: partners) }
    guard let id, let date, let act, let summary, let confidence else { return nil }
    return CaseFile.Test(
      id: id, date: date, act: act, themes: themes, pledges: pledges, summary: summary, confidence: confidence,
      sources: sources, responses: responses)
  }

  private func response(_ entry: Entry, to test: DateExpression?, partners: [StateID]) -> CaseFile.Response? {
    guard let fields = Fields<ResponseKey>(entry, log: log) else { return nil }
    let date = fields.date(.date)
    let state = fields.required(.state).flatMap { self.state($0, on: date?.latest ?? date?.earliest) }
    let conduct = fields.choice(.response, of: CaseFile.Conduct.self)
    let coder = fields.optionalText(.coder)
    let summary = fields.text(.summary)
    let confidence = fields.choice(.confidence, of: Confidence.self)
    let sources = citations(fields, .sources)
    if let state, !partners.contains(state) {
      fields.fault("found a state that is not a partner of this case", at: .state)
    }
    if let test, let date, date.isCertainlyBefore(test) {
      fields.fault("the response of \(date) lies before the test of \(test)", at: .date)
    }
    guard let state, let conduct, let date, let summary, let confidence else { return nil }
    return CaseFile.Response(
      state: state, conduct: conduct, date: date, coder: coder, summary: summary, confidence: confidence,
      sources: sources)
  }

  private func deFactoEnd(_ entry: Entry) -> CaseFile.DeFactoEnd? {
    guard let fields = Fields<DeFactoEndKey>(entry, log: log) else { return nil }
    let treaty = fields.required(.treaty).flatMap { references([$0], to: .treaty).first }
    let date = fields.date(.date)
    let coder = fields.text(.coder)
    let evidence = fields.text(.evidence)
    let confidence = fields.optionalChoice(.confidence, of: Confidence.self)
    let sources = citations(fields, .sources)
    guard let treaty, let date, let coder else { return nil }
    let coded = CodedDate(date: date, coder: coder, evidence: evidence, confidence: confidence, sources: sources)
    return CaseFile.DeFactoEnd(treaty: treaty, coded: coded)
  }

  private func correction(_ entry: Entry) -> CaseFile.Correction? {
    guard let fields = Fields<CorrectionKey>(entry, log: log) else { return nil }
    let id = self.id(fields, .id, of: .item)
    let claim = fields.text(.claim)
    let claimedBy = fields.required(.claimed_by).flatMap(citation)
    let record = fields.text(.record)
    let sources = citations(fields, .sources)
    guard let id, let claim, let claimedBy, let record else { return nil }
    return CaseFile.Correction(id: id, claim: claim, claimedBy: claimedBy, record: record, sources: sources)
  }
}
