import Evidence
import StateSystem
import Treaties

/// What the coded treaties and case files say of the partners up to the day asked about.
public struct PledgesAndTests: Hashable, Sendable, Codable {
  /// Coded instruments in force between the partners on the day, on paper by at least one coder.
  public let inForce: [TreatyRegistry.Entry]
  /// All coded instruments between the partners signed before the day.
  public let history: [TreatyRegistry.Entry]
  /// Coded instruments in force on the day that bind one partner and the third power.
  public let withThird: [TreatyRegistry.Entry]
  /// The case file for the triad whose period meets the window, cut to what had happened by the day.
  public let caseID: String?
  public let caseTitle: String?
  public let coder: String?
  public let declaredAt: Day?
  public let pledges: [CaseFile.Pledge]
  public let tests: [CaseFile.Test]
  public let tallies: [CaseFile.Tally]
  public let corrections: [CaseFile.Correction]
  /// Bibliography of all of these, by key.
  public let sources: [CitedSource]

  package init(_ question: Question, coded: Casework) {
    let treaties = coded.treaties
    let dyad = question.triad.partners
    let day = question.asOf
    let entries = treaties.treaties(between: dyad, on: day)
    let past = treaties.treaties(between: dyad)
      .filter { $0.signed.earliest.map { $0 <= day } ?? false }
      .map { TreatyRegistry.Entry(treaty: $0, status: $0.status(on: day)) }
    let others = [question.a, question.b].flatMap { partner -> [TreatyRegistry.Entry] in
      Dyad(partner, question.third).map { treaties.treaties(between: $0, on: day) } ?? []
    }
    var seen: Set<String> = []
    let third = others.filter { seen.insert($0.treaty.id).inserted }
    inForce = entries
    history = past
    withThird = third

    // A file that ended before the window says nothing of the partnership on the day.
    let start = Day(day.fields.year - question.windowYears, 1, 1) ?? day
    let file = coded.caseFile(of: question.triad, on: day).flatMap { file in
      (file.period.latest.map { $0 >= start } ?? true) ? file : nil
    }
    let pastPledges = file?.pledges.filter { $0.date.earliest.map { $0 < day } ?? false } ?? []
    let pastTests = file?.tests.filter { $0.date.earliest.map { $0 < day } ?? false } ?? []
    caseID = file?.id
    caseTitle = file?.title
    coder = file?.coder
    declaredAt = file?.declaredAt
    pledges = pastPledges
    tests = pastTests
    let before = file?.period.earliest.flatMap { Period(from: $0, to: max(day, $0.advanced(by: 1))) }
    tallies = file?.tallies(in: before) ?? []
    corrections = file?.corrections ?? []

    var cited: Set<String> = []
    for entry in past + third { cited.formUnion(entry.treaty.sources.map(\.source)) }
    for pledge in pastPledges { cited.formUnion(pledge.sources.map(\.source)) }
    for test in pastTests {
      cited.formUnion(test.sources.map(\.source))
      for response in test.responses { cited.formUnion(response.sources.map(\.source)) }
    }
    for correction in file?.corrections ?? [] {
      cited.insert(correction.claimedBy.source)
      cited.formUnion(correction.sources.map(\.source))
    }
    sources = coded.sources.filter { cited.contains($0.id) }
  }

  /// Tests answered by both partners in the same joint way, and tests in which at least one acted alone.
  public var answeredJointly: Int {
    tests.count { test in
      !test.responses.isEmpty && test.responses.allSatisfy { $0.conduct == .resistJointly }
    }
  }

  /// Tests with at least one coded response.
  public var answered: Int { tests.count { !$0.responses.isEmpty } }
}
