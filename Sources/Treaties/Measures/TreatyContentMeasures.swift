import Evidence
import StateSystem

/// What a coded treaty holds and where it stands: flags by coder, 1 for yes and 0 for no.
enum TreatyContentMeasures {
  static let all: [CaseworkMeasure] = [obligation, provision, theme, standing, between]

  /// Whether a coder finds an obligation of a kind; implied counts as found. Without a coder our reading of the text decides, and where
  /// the file lists no obligation of the kind the answer is no.
  static let obligation = CaseworkMeasure(
    "treaty.obligation", panel: .commitments, unit: .flag,
    summary: "Whether a coded treaty holds an obligation of a kind, by coder.",
    arguments: [
      TreatyMeasures.treaty,
      .init("kind", Obligation.Kind.allCases.map(\.rawValue).joined(separator: ", ")), TreatyMeasures.coder,
    ], example: "treaty.obligation treaty=2001-sino-russian kind=defense"
  ) { casework, arguments throws(CaseworkMeasureError) in
    let treaty = try arguments.treaty(casework)
    let kind = try arguments.choice("kind", of: Obligation.Kind.self)
    let coder = arguments.optional("coder")
    let found = treaty.obligations.filter { $0.kind == kind }
    let readings = found.map { $0.presence(by: coder ?? "text") }
    let coders = Set(treaty.obligations.flatMap(\.readings).map(\.coder)).union(["text"])
    if let coder, !coders.contains(coder) {
      return .absent(
        .missing,
        "\(coder) codes no obligation of \(treaty.id); its coders are \(coders.sorted().joined(separator: ", "))")
    }
    let holds =
      coder == nil
      ? zip(found, readings).contains { $0.readings.isEmpty || ($1 ?? .present) != .absent }
      : readings.contains { $0 == .present || $0 == .implied }
    return CaseworkAnswer(
      casework.estimate(
        holds ? 1 : 0,
        method:
          "\(kind.rawValue) in the \(treaty.title), \(coder.map { "coded by \($0)" } ?? "our reading of the text")",
        sources: casework.sources(treaty.sources, of: "\(treaty.id) obligations")),
      items: found.map { item in
        Finding.Item(
          id: item.clause ?? treaty.id, label: kind.rawValue, date: treaty.signed.description, detail: item.summary,
          tags: item.readings.map { "\($0.coder): \($0.presence.rawValue)" })
      })
  }

  /// Whether the file lists a provision of a kind.
  static let provision = CaseworkMeasure(
    "treaty.provision", panel: .commitments, unit: .flag,
    summary: "Whether a coded treaty holds a provision of a kind other than the five obligations.",
    arguments: [
      TreatyMeasures.treaty, .init("kind", Provision.Kind.allCases.map(\.rawValue).joined(separator: ", ")),
    ], example: "treaty.provision treaty=2001-sino-russian kind=notAgainstThird"
  ) { casework, arguments throws(CaseworkMeasureError) in
    let treaty = try arguments.treaty(casework)
    let kind = try arguments.choice("kind", of: Provision.Kind.self)
    let found = treaty.provisions.filter { $0.kind == kind }
    return CaseworkAnswer(
      casework.estimate(
        found.isEmpty ? 0 : 1, method: "\(kind.rawValue) among the coded provisions of the \(treaty.title)",
        sources: casework.sources(treaty.sources, of: "\(treaty.id) provisions")),
      items: found.map {
        Finding.Item(
          id: $0.clause ?? treaty.id, label: kind.rawValue, date: treaty.signed.description, detail: $0.summary)
      })
  }

  /// Whether the file gives the instrument a theme.
  static let theme = CaseworkMeasure(
    "treaty.theme", panel: .commitments, unit: .flag, summary: "Whether a coded instrument is about a theme.",
    arguments: [TreatyMeasures.treaty, .init("theme", Theme.allCases.map(\.rawValue).joined(separator: ", "))],
    example: "treaty.theme treaty=1997-multipolar theme=antiHegemony"
  ) { casework, arguments throws(CaseworkMeasureError) in
    let treaty = try arguments.treaty(casework)
    let theme = try arguments.choice("theme", of: Theme.self)
    return CaseworkAnswer(
      casework.estimate(
        treaty.themes.contains(theme) ? 1 : 0, method: "themes of the \(treaty.title)",
        sources: casework.sources(treaty.sources, of: "\(treaty.id) themes")))
  }

  /// Whether a treaty is in force on a day, on paper or in fact. Coders who differ make it not covered without a coder.
  static let standing = CaseworkMeasure(
    "treaty.inForce", panel: .commitments, unit: .flag,
    summary: "Whether a coded treaty is in force on a day, on paper or in fact, by coder.",
    arguments: [
      TreatyMeasures.treaty, .init("on", "a day, 2002-09-02"), .init("as", "paper or fact", default: "paper"),
      TreatyMeasures.coder,
    ], example: "treaty.inForce treaty=1950-sino-soviet on=1965-01-01 as=fact"
  ) { casework, arguments throws(CaseworkMeasureError) in
    let treaty = try arguments.treaty(casework)
    let day = try arguments.day("on")
    let kind = try arguments.text("as")
    guard ["paper", "fact"].contains(kind) else { throw .invalid("as", value: kind, expected: "paper or fact") }
    let status = treaty.status(on: day, coder: arguments.optional("coder"))
    let standing = kind == "paper" ? status.standingDeJure : status.standingDeFacto
    let coded = (kind == "paper" ? status.deJure : status.deFacto).map { "\($0.coder): \($0.standing.rawValue)" }
    guard standing != .disputed, standing != .uncertain else {
      return .absent(.undefined, "the coders differ on \(treaty.id) on \(day): \(coded.joined(separator: ", "))")
    }
    return CaseworkAnswer(
      casework.estimate(
        standing == .inForce ? 1 : 0, method: "standing \(kind == "paper" ? "on paper" : "in fact") on \(day)",
        sources: casework.sources(treaty.sources, of: "\(treaty.id) dates")), notes: coded)
  }

  /// Coded instruments to which both states are parties, by the day they were signed.
  static let between = CaseworkMeasure(
    "treaty.between", panel: .commitments, unit: .count,
    summary: "Coded instruments to which two states are parties, signed in a period.",
    arguments: [
      .init("a", "a state"), .init("b", "another state"),
      .init("period", "when signed, 1996-04-01/2002-09-01", default: ""),
      .init("form", "binding, political or all", default: "all"),
      .init("members", "bilateral or all", default: "bilateral"),
      .init("theme", "only those about a theme", default: ""),
    ], example: "treaty.between a=CHN b=RUS period=1997-01-01/2001-12-31 form=political"
  ) { casework, arguments throws(CaseworkMeasureError) in
    let a = try arguments.state("a")
    let b = try arguments.state("b")
    guard let dyad = Dyad(a, b) else {
      throw .invalid("b", value: try arguments.text("b"), expected: "a state other than a")
    }
    let period = try arguments.optionalPeriod("period")
    let theme = try arguments.optionalChoice("theme", of: Theme.self)
    let form = try arguments.text("form")
    guard ["binding", "political", "all"].contains(form) else {
      throw .invalid("form", value: form, expected: "binding, political or all")
    }
    let members = try arguments.text("members")
    guard ["bilateral", "all"].contains(members) else {
      throw .invalid("members", value: members, expected: "bilateral or all")
    }
    let found = casework.treaties.treaties(between: dyad).filter { treaty in
      (form == "all" || treaty.form.isBinding == (form == "binding"))
        && (members == "all" || (treaty.parties.count == 2 && treaty.otherParties == nil))
        && (theme.map(treaty.themes.contains) ?? true)
        && (period.map { span in treaty.signed.earliest.map(span.contains) ?? false } ?? true)
    }
    return CaseworkAnswer(
      casework.estimate(
        Double(found.count), n: found.count, method: "instruments in the coded registry, which is a selection",
        sources: [
          Source(dataset: "entente-treaties", version: "starter", rows: "coded registry", rowCount: found.count)
        ]),
      items: found.map {
        Finding.Item(id: $0.id, label: $0.title, date: $0.signed.description, detail: $0.summary)
      }, notes: ["the registry is a selection of instruments, not a census"])
  }
}
