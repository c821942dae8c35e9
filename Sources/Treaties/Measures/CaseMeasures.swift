import Evidence
import StateSystem

/// Measures of a case file: pledges, tests and responses as its coder found them. Counts are of what is coded, not of all there was.
enum CaseMeasures {
  static let file = MeasureSignature.Argument("case", "id of a case file, such as china-russia-1996-2002")
  static let period = MeasureSignature.Argument(
    "period", "only items of these days, 2001-07-16/2002-09-01", default: "")
  static let theme = MeasureSignature.Argument("theme", "only items about a theme, such as missileDefence", default: "")

  static let all: [CaseworkMeasure] = [pledges, tests, held, responses, response, date]

  /// Pledges coded, in a period, of a kind, about a theme.
  static let pledges = CaseworkMeasure(
    "case.pledges", panel: .commitments, unit: .count, summary: "Pledges coded in a case file.",
    arguments: [
      file, period, theme,
      .init("kind", CaseFile.Pledge.Kind.allCases.map(\.rawValue).joined(separator: ", "), default: ""),
    ], example: "case.pledges case=china-russia-1996-2002 theme=missileDefence"
  ) { casework, arguments throws(CaseworkMeasureError) in
    let file = try arguments.file(casework)
    let period = try arguments.optionalPeriod("period")
    let theme = try arguments.optionalChoice("theme", of: Theme.self)
    let kind = try arguments.optionalChoice("kind", of: CaseFile.Pledge.Kind.self)
    let found = (period.map(file.pledges(in:)) ?? file.pledges).filter { pledge in
      (theme.map(pledge.themes.contains) ?? true) && (kind.map { $0 == pledge.kind } ?? true)
    }
    return CaseworkAnswer(
      casework.count(found.count, of: "pledges", in: file),
      items: found.map {
        Finding.Item(id: $0.id, label: $0.kind.rawValue, date: $0.date.description, detail: $0.summary)
      })
  }

  /// Acts of the third power that put pledges to the test.
  static let tests = CaseworkMeasure(
    "case.tests", panel: .conduct, unit: .count,
    summary: "Acts of the third power that put pledges to the test, as coded in a case file.",
    arguments: [file, period, theme], example: "case.tests case=china-russia-1996-2002 period=2001-07-16/2002-09-01"
  ) { casework, arguments throws(CaseworkMeasureError) in
    let file = try arguments.file(casework)
    let found = try selected(file, arguments)
    return CaseworkAnswer(casework.count(found.count, of: "tests", in: file), items: found.map(item))
  }

  /// Tests that every partner answered, at some point, by resisting jointly.
  static let held = CaseworkMeasure(
    "case.heldTogether", panel: .conduct, unit: .count,
    summary: "Tests to which every partner answered, at some point, by resisting jointly.",
    arguments: [file, period, theme], example: "case.heldTogether case=china-russia-1996-2002"
  ) { casework, arguments throws(CaseworkMeasureError) in
    let file = try arguments.file(casework)
    let ids = Set(file.heldTogether().map(\.id))
    let found = try selected(file, arguments).filter { ids.contains($0.id) }
    return CaseworkAnswer(casework.count(found.count, of: "tests", in: file), items: found.map(item))
  }

  /// Answers of one partner of one kind: tests in which it occurs.
  static let responses = CaseworkMeasure(
    "case.responses", panel: .conduct, unit: .count,
    summary: "Tests that a partner answered in a way: resistJointly, protest, acquiesce, cooperateWithThird and so on.",
    arguments: [
      file, .init("of", "the partner"),
      .init("conduct", CaseFile.Conduct.allCases.map(\.rawValue).joined(separator: ", ")), period, theme,
    ], example: "case.responses case=china-russia-1996-2002 of=RUS conduct=cooperateWithThird"
  ) { casework, arguments throws(CaseworkMeasureError) in
    let file = try arguments.file(casework)
    let state = try arguments.state("of")
    let conduct = try arguments.choice("conduct", of: CaseFile.Conduct.self)
    guard file.partners.contains(state) else {
      return .absent(.notMember, "\(State[state]?.name ?? "state \(state)") is not a partner in \(file.id)")
    }
    let found = try selected(file, arguments).filter { test in
      test.responses.contains { $0.state == state && $0.conduct == conduct }
    }
    return CaseworkAnswer(
      casework.count(found.count, of: "tests answered with \(conduct.rawValue)", in: file), items: found.map(item))
  }

  /// Whether a partner answered one test in one way. A test without any coded answer of the partner is not covered, not 0.
  static let response = CaseworkMeasure(
    "case.response", panel: .conduct, unit: .flag,
    summary: "Whether a partner answered a test of a case file in a way.",
    arguments: [
      file, .init("test", "id of the test, such as abm-withdrawal"), .init("of", "the partner"),
      .init("conduct", CaseFile.Conduct.allCases.map(\.rawValue).joined(separator: ", ")),
    ], example: "case.response case=china-russia-1996-2002 test=abm-withdrawal of=RUS conduct=accommodate"
  ) { casework, arguments throws(CaseworkMeasureError) in
    let file = try arguments.file(casework)
    let id = try arguments.text("test")
    let state = try arguments.state("of")
    let conduct = try arguments.choice("conduct", of: CaseFile.Conduct.self)
    guard let test = file.tests.first(where: { $0.id == id }) else {
      let near = nearestName(to: id, among: file.tests.map(\.id)).map { "; did you mean \($0)?" } ?? ""
      throw .invalid("test", value: id, expected: "the id of a test in \(file.id)\(near)")
    }
    let answers = test.responses.filter { $0.state == state }
    guard !answers.isEmpty else {
      return .absent(.missing, "no answer of \(State[state]?.name ?? "state \(state)") to \(id) is coded")
    }
    let found = answers.filter { $0.conduct == conduct }
    return CaseworkAnswer(
      casework.estimate(
        found.isEmpty ? 0 : 1, n: answers.count,
        method: "answers coded by \(file.coder), rules fixed on \(file.declaredAt)",
        sources: casework.sources((found.isEmpty ? answers : found).flatMap(\.sources), of: "\(file.id) \(id)")),
      items: answers.map {
        Finding.Item(
          id: id, label: State[$0.state]?.name ?? "state \($0.state)", date: $0.date.description, detail: $0.summary,
          tags: [$0.conduct.rawValue])
      })
  }

  /// The day of a pledge or test.
  static let date = CaseworkMeasure(
    "case.date", panel: .conduct, unit: .day, summary: "The day of a pledge or test of a case file.",
    arguments: [file, .init("item", "id of the pledge or test, such as nato-russia-council")],
    example: "case.date case=china-russia-1996-2002 item=nato-russia-council"
  ) { casework, arguments throws(CaseworkMeasureError) in
    let file = try arguments.file(casework)
    let id = try arguments.text("item")
    let dated =
      file.pledges.first { $0.id == id }.map { ($0.date, $0.sources, $0.summary) }
      ?? file.tests.first { $0.id == id }.map { ($0.date, $0.sources, $0.act) }
    guard let (date, sources, what) = dated else {
      let names = file.pledges.map(\.id) + file.tests.map(\.id)
      let near = nearestName(to: id, among: names).map { "; did you mean \($0)?" } ?? ""
      throw .invalid("item", value: id, expected: "the id of a pledge or test in \(file.id)\(near)")
    }
    return CaseworkAnswer(
      casework.estimate(date, method: what, sources: casework.sources(sources, of: "\(file.id) \(id)")))
  }

  private static func selected(_ file: CaseFile, _ arguments: CaseworkArguments) throws(CaseworkMeasureError)
    -> [CaseFile.Test]
  {
    let period = try arguments.optionalPeriod("period")
    let theme = try arguments.optionalChoice("theme", of: Theme.self)
    return (period.map(file.tests(in:)) ?? file.tests).filter { test in theme.map(test.themes.contains) ?? true }
  }

  private static func item(_ test: CaseFile.Test) -> Finding.Item {
    let answers = test.responses.map { "\(State[$0.state]?.abbreviation ?? "\($0.state)") \($0.conduct.rawValue)" }
    return Finding.Item(
      id: test.id, label: test.act, date: test.date.description,
      detail: answers.isEmpty ? "no answer coded" : answers.joined(separator: ", "), tags: answers)
  }
}

extension Casework {
  fileprivate func count(_ number: Int, of what: String, in file: CaseFile) -> Covered<Estimate> {
    estimate(
      Double(number), n: number, method: "\(what) coded by \(file.coder), rules fixed on \(file.declaredAt)",
      sources: [Source(dataset: file.id, version: "declared \(file.declaredAt)", rows: what, rowCount: number)])
  }
}

/// Figures as their sources report them.
enum CitedMeasure {
  /// A number as a source reports it; the reporter is in the method. Range: as the unit of the figure.
  static let figure = CaseworkMeasure(
    "cited.figure", panel: .exchange, unit: .count,
    summary: "A number as a source reports it, with the reporter; never mixed with what Entente computes.",
    arguments: [.init("figure", "id of the cited figure, such as trade-ratio-2001-full")],
    example: "cited.figure figure=trade-ratio-2001-full"
  ) { casework, arguments throws(CaseworkMeasureError) in
    let id = try arguments.text("figure")
    guard let figure = casework.figure(id) else {
      let near = nearestName(to: id, among: casework.figures.map(\.id)).map { "; did you mean \($0)?" } ?? ""
      throw .invalid("figure", value: id, expected: "the id of a cited figure\(near)")
    }
    return CaseworkAnswer(
      casework.estimate(
        figure.value, method: "\(figure.what), \(figure.time); reporter: \(figure.reporter)",
        sources: casework.sources([figure.source], of: figure.id)),
      notes: figure.note.map { [$0] } ?? [], unit: figure.unit)
  }
}
