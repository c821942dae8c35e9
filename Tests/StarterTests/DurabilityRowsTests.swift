import StateSystem
import Testing

@testable import Treaties

@Suite(.enabled(if: StarterFolder.datasets != nil, "the datasets are not at ENTENTE_DATASETS"))
struct DurabilityRowsTests {
  static func rows() throws -> DurabilityRows {
    try #require(DurabilityRows(try PublishedTreaties.collection.get(), try PublishedTreaties.record.get()))
  }

  @Test func livesAreWhole() throws {
    let all = try Self.rows()
    #expect(all.treaties + all.leftOut == 745 && all.treaties > 600)
    for (treaty, rows) in Dictionary(grouping: all.rows, by: \.treaty) {
      #expect(rows.first?.start == 0, "\(treaty)")
      #expect(rows.allSatisfy { $0.start < $0.stop }, "\(treaty)")
      for (a, b) in zip(rows, rows.dropFirst()) { #expect(a.stop == b.start && b.year == a.year + 1, "\(treaty)") }
      #expect(rows.dropLast().allSatisfy { $0.ending == .inForce }, "\(treaty)")
    }
  }

  @Test func theAllianceOf1950() throws {
    let rows = try Self.rows().rows.filter { $0.treaty == "ATOP:3200" }
    #expect(rows.first?.year == 1950 && rows.last?.year == 1980 && rows.last?.ending == .scheduled)
    let due = rows.filter { $0.covariates[DurabilityCovariate.allCases.firstIndex(of: .termDue) ?? 0] == 1 }
    #expect(due.map(\.year) == [1980])
    let rival = DurabilityCovariate.allCases.firstIndex(of: .externalThreat) ?? 0
    #expect(rows.filter { (1951...1972).contains($0.year) }.allSatisfy { $0.covariates[rival] == 1 })
  }

  @Test func renewalsComeDue() throws {
    let life = try Self.rows().rows.filter { $0.treaty == "ATOP:4980" }
    #expect(life.last?.ending == .inForce && life.last?.year == 2016)
  }

  @Test func whatIsMissingIsCountedNotZero() throws {
    let all = try Self.rows()
    let complete = all.complete.count
    #expect(complete < all.rows.count && complete > all.rows.count / 2)
    #expect(all.missing[.outsideAlliance] == nil && all.missing[.institutionsChange] ?? 0 > 0)
  }
}
