import StateSystem
import Testing

@testable import Treaties

/// Small valid files in which every key appears once.
enum Sample {
  static let sources = """
    bibliography:
    - id: book-1990
      kind: book
      authors: [A. Writer, B. Writer]
      title: A Book
      publisher: A Press
      date: 1990
      url: https://example.org/book
      doi: 10.1000/1
      note: Read in part.
    - id: paper-1991
      kind: article
      title: A Paper
      publisher: A Journal
    """

  static let treaties = """
    treaties:
    - id: entente:1949-old
      title: Old Agreement
      form: agreement
      parties: [CHN, RUS]
      signed: 1949
      summary: An older paper.
      sources: [book-1990]
    - id: entente:1950-alliance
      title: Treaty of Alliance
      form: treaty
      parties:
      - CHN
      - {state: RUS, entered: 1950-02-14, left: 1980}
      other_parties: none
      place: Moscow
      signed: 1950-02-14
      in_force:
      - {date: 1950-04-11, coder: text, sources: [book-1990]}
      ended:
      - date: 1980-02-14
        coder: COW
        evidence: thirty years after signature
        confidence: high
        sources: [book-1990]
      - {date: 1980-04-11, coder: ATOP, sources: [paper-1991]}
      de_facto_end:
      - {date: 1963~, coder: miller, sources: [{source: paper-1991, at: p. 3}]}
      term_months: 360
      renewal_months: 60
      renewal: by five years
      secrecy: annex
      obligations:
      - kind: defense
        obligor: [RUS]
        beneficiary: [CHN]
        target: {states: [JPN], described: and its allies}
        conditions: an attack
        clause: Art. 1
        summary: Help by all means.
        coded: {text: present, ATOP: present}
      - kind: consultation
        summary: They consult.
        coded: {text: present, ATOP: absent}
      provisions:
      - {kind: noHostileAlliance, clause: Art. 3, summary: None., coded: {text: implied}}
      links: [ATOP:3200, COW:229]
      replaces: [entente:1949-old]
      themes: [alliance]
      summary: An alliance.
      notes: [The coders differ.]
      sources: [book-1990]
    """

  static let caseFile = """
    id: chn-rus
    title: A Case
    partners: [CHN, RUS]
    third: USA
    period: 1996/2002-09-02
    coder: Entente
    declared_at: 2026-11-23
    summary: What happened.
    pledges:
    - id: promise
      date: 1997-04-23
      kind: statement
      states: [CHN, RUS]
      obligations: [consultation]
      themes: [multipolarity]
      treaty: entente:1950-alliance
      summary: They declare.
      confidence: high
      sources: [book-1990]
    tests:
    - id: withdrawal
      date: 2001-12-13
      act: The third power withdraws
      themes: [missileDefence]
      pledges: [promise]
      summary: It had been opposed.
      confidence: high
      sources: [book-1990]
      responses:
      - state: CHN
        response: acquiesce
        date: 2001-12-13
        coder: Second
        summary: Lets it happen.
        confidence: medium
        sources: [book-1990]
      - {state: RUS, response: protest, date: 2001-12, summary: Objects., confidence: low, sources: [book-1990]}
      - {state: RUS, response: accommodate, date: 2002, summary: Adjusts., confidence: high, sources: [book-1990]}
    - id: strikes
      date: 1998-12
      act: The third power strikes
      pledges: [promise]
      summary: Without a mandate.
      confidence: medium
      sources: [book-1990]
      responses:
      - {state: CHN, response: resistJointly, date: 1998-12, summary: Votes., confidence: high, sources: [book-1990]}
      - {state: RUS, response: resistJointly, date: 1998-12, summary: Votes., confidence: high, sources: [book-1990]}
    de_facto_ends:
    - {treaty: entente:1950-alliance, date: 1963~, coder: miller, evidence: a letter, sources: [book-1990]}
    corrections:
    - id: slip
      claim: In 1999.
      claimed_by: paper-1991
      record: In 2000.
      sources: [book-1990]
    """

  static let figures = """
    figures:
    - id: rank-2001
      what: Rank
      value: 8
      unit: rank
      time: 2001
      reporter: Customs
      states: [CHN, RUS]
      role: record
      measures: [trade.rank of=RUS for=CHN year=2001]
      source: book-1990
      note: By the press.
    """

  static let knownCases = """
    declared_at: 2026-11-27
    coder: Entente
    statement: Nothing was known.
    known_cases:
    - id: first
      partners: [CHN, RUS]
      third: USA
      period: 1996/2002
      outcome: mixed
      holds_to: opposed
      fails_at: coerced
      why: They parted.
      confidence: high
      sources: [book-1990]
      case_file: chn-rus
    - id: second
      partners: [GBR, USA]
      third: RUS
      period: 1950/1960
      outcome: held
      holds_to: coerced
      why: They held.
      confidence: medium
      sources: [paper-1991]
    - {id: third, partners: [FRA, RUS], third: USA, period: 1970, outcome: parted, fails_at: economic, why: No., confidence: low, sources: [book-1990]}
    comparisons:
    - stronger: second
      weaker: first
      at: coerced
      why: The one held.
    """

  static let files = [
    CaseworkFile(.sources, name: "sources.yaml", text: sources),
    CaseworkFile(.treaties, name: "treaties.yaml", text: treaties),
    CaseworkFile(.caseFile, name: "case.yaml", text: caseFile),
    CaseworkFile(.figures, name: "figures.yaml", text: figures),
    CaseworkFile(.knownCases, name: "known.yaml", text: knownCases),
  ]

  /// The sample with the text of one file changed.
  static func files(with kind: CaseworkFile.Kind, _ text: String) -> [CaseworkFile] {
    files.map { $0.kind == kind ? CaseworkFile(kind, name: $0.name, text: text) : $0 }
  }

  static func casework() throws -> Casework { try Casework.read(files) }

  static let china: StateID = 710
  static let russia: StateID = 365
}

extension Casework {
  /// The faults of a set of files; empty when it reads.
  static func issues(in files: [CaseworkFile]) -> [CaseworkError.Issue] {
    do {
      _ = try Casework.read(files)
      return []
    } catch {
      return error.issues
    }
  }
}

extension Day {
  /// For days written in tests.
  static func on(_ text: String) throws -> Day { try #require(Day(text)) }
}
