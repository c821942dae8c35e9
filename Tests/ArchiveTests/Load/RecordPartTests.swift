import Record
import Testing

@testable import Archive
@testable import Datasets

@Suite("Parts of the record")
struct RecordPartTests {
  @Test func preferredDatasetsAreOfTheCatalogueAndProvideTheTable() throws {
    // Fits of ideal points are Entente's own and in no catalogue.
    let computed: Set<String> = ["ideal-points", "ideal-points-2d"]
    for part in RecordPart.allCases {
      for name in part.preferred where !computed.contains(name) {
        #expect(try Catalogue.entry(named: name).tables.contains(part.tableName), "\(part): \(name)")
      }
    }
  }

  @Test func everyTableOfTheCatalogueIsAPart() {
    let known = Set(RecordPart.allCases.map(\.tableName))
    for entry in Catalogue.all {
      for table in entry.tables { #expect(known.contains(table), "\(entry.name): \(table)") }
    }
  }

  @Test func aTableWithSeveralProvidersHasAnOrder() {
    for part in RecordPart.allCases {
      let providers = Catalogue.all.filter { $0.tables.contains(part.tableName) }.map(\.name)
      if providers.count > 1 { #expect(!part.preferred.isEmpty, "\(part): \(providers)") }
    }
  }

  @Test func provider() {
    #expect(RecordPart.rollCalls.provider(among: ["undl-votes", "un-votes"]) == "un-votes")
    #expect(RecordPart.rollCalls.provider(among: ["zz", "undl-votes"]) == "undl-votes")
    #expect(RecordPart.rollCalls.provider(among: ["zz", "aa"]) == "aa")
    #expect(RecordPart.disputes.provider(among: ["gml-mid"]) == nil)
    #expect(RecordPart.trade.provider(among: []) == nil)
  }
}
