import Evidence
import StateSystem

/// Measures of single coded treaties. Dates are days, codings are flags; the coder is an argument wherever coders can differ.
enum TreatyMeasures {
  static let treaty = MeasureSignature.Argument(
    "treaty", "id of a coded treaty, such as 2001-sino-russian or ATOP:3200")
  static let coder = MeasureSignature.Argument(
    "coder", "text (our reading), ATOP, COW or another coder named in the file", default: "")

  static let all: [CaseworkMeasure] =
    [signed, entered, ended, deFactoEnd, term, parties, party, binding] + TreatyContentMeasures.all

  /// The day of signature. Missing: never; a treaty is not coded without it.
  static let signed = CaseworkMeasure(
    "treaty.signed", panel: .commitments, unit: .day, summary: "The day on which a coded treaty was signed.",
    arguments: [treaty], example: "treaty.signed treaty=2001-sino-russian"
  ) { casework, arguments throws(CaseworkMeasureError) in
    let treaty = try arguments.treaty(casework)
    return CaseworkAnswer(
      casework.estimate(
        treaty.signed, method: "day of signature of the \(treaty.title)",
        sources: casework.sources(treaty.sources, of: "\(treaty.id) signed")))
  }

  /// The day on which it came into force, by one coder or by the first named in the file.
  static let entered = ending(
    "treaty.entered", summary: "The day on which a coded treaty came into force, by coder.",
    example: "treaty.entered treaty=2001-wto-accession", what: "entry into force", dates: \.inForce)

  /// The day on which it ended on paper, by one coder or by the first named in the file.
  static let ended = ending(
    "treaty.ended", summary: "The day on which a coded treaty ended on paper, by coder.",
    example: "treaty.ended treaty=1950-sino-soviet coder=ATOP", what: "end on paper", dates: \.ended)

  /// The day on which it stopped being acted upon, by one coder or by the first named in the file.
  static let deFactoEnd = ending(
    "treaty.deFactoEnd", summary: "The day on which a coded treaty stopped being acted upon, by coder.",
    example: "treaty.deFactoEnd treaty=1950-sino-soviet coder=Entente", what: "end in fact", dates: \.deFactoEnd)

  private static func ending(
    _ name: String, summary: String, example: String, what: String,
    dates: @escaping @Sendable (CodedTreaty) -> [CodedDate]
  ) -> CaseworkMeasure {
    CaseworkMeasure(
      name, panel: .commitments, unit: .day, summary: summary, arguments: [treaty, coder], example: example
    ) { casework, arguments throws(CaseworkMeasureError) in
      let treaty = try arguments.treaty(casework)
      let coded = dates(treaty)
      let items = coded.map {
        Finding.Item(
          id: $0.coder, label: what, date: $0.date.description, detail: $0.evidence ?? "no evidence given",
          tags: [$0.coder])
      }
      let wanted = arguments.optional("coder")
      guard let chosen = coded.first(where: { wanted == nil || $0.coder == wanted }) else {
        let who = wanted.map { "by \($0)" } ?? "by any coder"
        return .absent(.missing, "no \(what) of \(treaty.id) is coded \(who)")
      }
      return CaseworkAnswer(
        casework.estimate(
          chosen.date, method: "\(what) of the \(treaty.title), coded by \(chosen.coder)",
          sources: casework.sources(chosen.sources, of: "\(treaty.id), \(chosen.coder)")), items: items)
    }
  }

  /// Length of the first term in years. Missing when the text states none.
  static let term = CaseworkMeasure(
    "treaty.term", panel: .commitments, unit: .years, summary: "Years of the first term of a coded treaty.",
    arguments: [treaty], example: "treaty.term treaty=1950-sino-soviet"
  ) { casework, arguments throws(CaseworkMeasureError) in
    let treaty = try arguments.treaty(casework)
    guard let months = treaty.termMonths else { return .absent(.missing, "\(treaty.id) states no term") }
    return CaseworkAnswer(
      casework.estimate(
        Double(months) / 12, method: "first term of the \(treaty.title)",
        sources: casework.sources(treaty.sources, of: "\(treaty.id) term")))
  }

  /// Number of listed parties on any day.
  static let parties = CaseworkMeasure(
    "treaty.parties", panel: .commitments, unit: .count, summary: "States listed as parties of a coded treaty.",
    arguments: [treaty], example: "treaty.parties treaty=2001-sco-declaration"
  ) { casework, arguments throws(CaseworkMeasureError) in
    let treaty = try arguments.treaty(casework)
    return CaseworkAnswer(
      casework.estimate(
        Double(treaty.parties.count), method: "parties listed",
        sources: casework.sources(treaty.sources, of: "\(treaty.id) parties")),
      items: treaty.parties.map { party in
        Finding.Item(
          id: party.state.description, label: State[party.state]?.name ?? "state \(party.state)",
          date: (party.entered ?? treaty.signed).description, detail: party.left.map { "left \($0)" } ?? "party")
      }, notes: treaty.otherParties.map { ["further parties: \($0)"] } ?? [])
  }

  /// The day from which a state is a party: its own entry, otherwise signature.
  static let party = CaseworkMeasure(
    "treaty.party", panel: .commitments, unit: .day,
    summary: "The day from which a state is a party of a coded treaty: its own entry, or signature.",
    arguments: [treaty, .init("of", "a state")], example: "treaty.party treaty=2001-wto-accession of=RUS"
  ) { casework, arguments throws(CaseworkMeasureError) in
    let treaty = try arguments.treaty(casework)
    let state = try arguments.state("of")
    guard let party = treaty.parties.first(where: { $0.state == state }) else {
      return .absent(.notMember, "\(State[state]?.name ?? "state \(state)") is not a listed party of \(treaty.id)")
    }
    return CaseworkAnswer(
      casework.estimate(
        party.entered ?? treaty.signed, method: party.entered == nil ? "signature" : "entry of the state",
        sources: casework.sources(treaty.sources, of: "\(treaty.id) parties")))
  }

  /// 1 when the instrument binds in law, 0 when it is a political commitment.
  static let binding = CaseworkMeasure(
    "treaty.binding", panel: .commitments, unit: .flag,
    summary: "Whether a coded instrument binds in law rather than politically.", arguments: [treaty],
    example: "treaty.binding treaty=1997-multipolar"
  ) { casework, arguments throws(CaseworkMeasureError) in
    let treaty = try arguments.treaty(casework)
    return CaseworkAnswer(
      casework.estimate(
        treaty.form.isBinding ? 1 : 0, method: "form of the instrument: \(treaty.form.rawValue)",
        sources: casework.sources(treaty.sources, of: "\(treaty.id) form")))
  }
}
