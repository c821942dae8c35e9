import Record
import StateSystem
import Testing

@testable import Treaties

/// The registry against the published counts, and the two treaties of the essay.
@Suite(.enabled(if: StarterFolder.datasets != nil, "ATOP 4.01 is not at ENTENTE_DATASETS"))
struct TreatyCollectionTests {
  private func collection() throws -> TreatyCollection { try PublishedTreaties.collection.get() }
  private func treaty(_ key: String) throws -> RegisteredTreaty { try collection().treaty(key) }
  private func day(_ text: String) throws -> Day { try #require(Day(text)) }

  @Test func countsOfATOP() throws {
    let collection = try collection()
    #expect(collection.treaties.count { $0.coding(by: .atop) != nil } == 745)
    #expect(
      collection.counts(by: .atop) == [
        .defense: 275, .offense: 81, .neutrality: 122, .nonaggression: 399, .consultation: 377,
      ])
    #expect(Set(collection.treaties.map(\.id)).count == collection.treaties.count)
    let endings = Dictionary(grouping: collection.treaties.compactMap { $0.coding(by: .atop)?.ending }) { $0 }
      .mapValues(\.count)
    #expect(endings == [.inForce: 334, .violation: 160, .renegotiation: 118, .scheduled: 84, .stateDeath: 49])
  }

  @Test func codingsStandSideBySide() throws {
    let treaty = try treaty("ATOP:3200")
    #expect(treaty.id == "ATOP:3200" && treaty.coded?.id == "entente:1950-sino-soviet")
    for key in ["COW:229", "entente:1950-sino-soviet", "1950-sino-soviet", "3200", "atop:3200"] {
      #expect(try self.treaty(key).id == "ATOP:3200", "\(key)")
    }
    #expect(treaty.kinds(by: .atop) == [.defense, .nonaggression])
    #expect(treaty.kinds(by: .text) == [.defense, .consultation, .nonaggression])
    let ends = Dictionary(uniqueKeysWithValues: treaty.dates.ended.map { ($0.coder, $0.date.description) })
    #expect(ends["ATOP"] == "1980-04-11" && ends["COW"] == "1980-02-14")
    let defence = try #require(treaty.coding(by: .atop)?.duties(.defense).first)
    #expect(defence.triggers == [.adversary] && defence.targets == [740] && defence.obligors.isEmpty)
    #expect(treaty.coding(by: .atop)?.term?.months == 360 && treaty.coding(by: .atop)?.term?.renewalMonths == 60)
  }

  @Test func obligationsAreDirected() throws {
    let asymmetric = try collection().treaties.filter { $0.coding(by: .atop)?.isAsymmetric == true }
    #expect(asymmetric.count == 89)
    // In 1951 the United States alone promised to defend Japan's territory.
    let withObligors = try collection().treaties.count { treaty in
      treaty.coding(by: .atop)?.duties.contains { !$0.obligors.isEmpty } ?? false
    }
    #expect(withObligors > 60)
  }

  @Test func theDifferenceReadsAsTheTextsDo() throws {
    let difference = TreatyDifference(from: try treaty("ATOP:3200"), to: try treaty("ATOP:4980"))
    func line(_ item: String) throws -> TreatyDifference.Line {
      try #require(difference.lines.first { $0.item == item }, "\(item)")
    }
    let expected: [(String, TreatyDifference.Change)] = [
      ("defence", .dropped), ("offence", .absent), ("neutrality", .absent), ("non-aggression", .kept),
      ("consultation", .added), ("named adversary", .dropped), ("no alliance against the other", .kept),
      ("no interference in internal affairs", .kept), ("economic aid", .dropped), ("non-military cooperation", .kept),
      ("confidence building", .added), ("reduction of arms", .added), ("one China", .added),
      ("not directed against a third state", .added), ("term and renewal", .weakened),
    ]
    for (item, change) in expected { #expect(try line(item).change == change, "\(item)") }
    #expect(try line("term and renewal").explanation == "shorter by 10 years")
    #expect(try line("consultation").otherwise == [.init(coder: .text, change: .weakened)])
    let defence = try line("defence").before.first { $0.coder == .atop }
    #expect(defence?.detail == "each owes the other; if the adversary is the one named; against Japan")
    #expect(difference.warnings.contains { $0.contains("codes no consultation") && $0.contains("Art. 4") })
  }

  @Test func aTreatyDiffersFromItselfInNothingAndBackwardsIsTheReverse() throws {
    let (a, b) = (try treaty("ATOP:3200"), try treaty("ATOP:4980"))
    for line in TreatyDifference(from: a, to: a).lines {
      #expect([.kept, .absent].contains(line.change), "\(line.item): \(line.change)")
    }
    let back = Dictionary(uniqueKeysWithValues: TreatyDifference(from: b, to: a).lines.map { ($0.item, $0.change) })
    let reverse: [TreatyDifference.Change: TreatyDifference.Change] = [
      .dropped: .added, .added: .dropped, .weakened: .strengthened, .strengthened: .weakened,
    ]
    for line in TreatyDifference(from: a, to: b).lines {
      #expect(back[line.item] == reverse[line.change] ?? line.change, "\(line.item)")
    }
  }

  @Test func statusOnPaperAndInFact() throws {
    let status = try treaty("ATOP:3200").status(on: try day("1970-01-01"))
    #expect(status.isDeadLetter && status.standingDeJure == .inForce && status.standingDeFacto == .ended)
    let open = try treaty("ATOP:4980").status(on: try day("2010-01-01"))
    #expect(open.standingDeJure == .inForce)
    let unknown = try collection().treaties.first { $0.coded == nil && !$0.dates.open.isEmpty }
    let later = try #require(unknown).status(on: try day("2020-01-01"))
    #expect(later.standingDeJure == .notCovered, "after coding closed an open treaty is not covered")
  }

  @Test func searches() throws {
    let collection = try collection()
    let both = collection.search(TreatySearch(states: [365, 710])).compactMap { $0.coding(by: .atop)?.id }
    #expect(
      both.sorted() == [1395, 2415, 2550, 3030, 3200, 3460, 3755, 4385, 4810, 4980, 6020].map { "ATOP:\($0)" }.sorted())
    #expect(
      collection.search(TreatySearch(kinds: [.offense])).count { $0.kinds(by: .atop)?.contains(.offense) == true } == 81
    )
    #expect(collection.search(TreatySearch(text: "one china")).contains { $0.id == "ATOP:4980" })
    let in2002 = collection.search(TreatySearch(states: [365, 710], day: try day("2002-09-02"), bilateralOnly: true))
    #expect(in2002.contains { $0.id == "ATOP:4980" } && !in2002.contains { $0.id == "ATOP:3200" })
  }

  @Test func anUnknownKeyGetsTheNearest() throws {
    #expect {
      try treaty("ATOP:32000")
    } throws: { "\($0)".contains("did you mean atop:3200?") }
  }
}
