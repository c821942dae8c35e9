import Datasets
import Record
import Testing

@Suite struct CatalogueTests {
  @Test func namesAreUniqueAndInKebabCase() {
    let names = Catalogue.all.map(\.name)
    #expect(names.count == 34)
    #expect(Set(names).count == names.count)
    for name in names {
      #expect(name.utf8.allSatisfy { (97...122).contains($0) || (48...57).contains($0) || $0 == 45 }, "\(name)")
    }
  }

  @Test(arguments: Catalogue.all.map(\.name))
  func everyEntryIsComplete(name: String) throws {
    let entry = try Catalogue.entry(named: name)
    #expect(!entry.title.isEmpty && !entry.publisher.isEmpty && !entry.byHand.isEmpty)
    #expect(entry.home.hasPrefix("http"))
    #expect(!entry.terms.text.isEmpty)
    #expect(!entry.citations.isEmpty && !entry.pitfalls.isEmpty && !entry.tables.isEmpty)
    #expect(entry.releases.allSatisfy { !$0.files.isEmpty && $0.files.allSatisfy { !$0.places.isEmpty } })
    #expect(entry.byHand.hasSuffix("."))
    #expect(entry.pitfalls.allSatisfy { $0.hasSuffix(".") })
  }

  @Test func everyTableOfTheRecordHasASource() {
    let tables: Set<String> = [
      RollCalls.tableName, ResolutionMatches.tableName, Trade.tableName, NationalTrade.tableName,
      Capabilities.tableName,
      Alliances.tableName, AlliancePhases.tableName, AllianceCalls.tableName, ObligationYears.tableName,
      Disputes.tableName, Wars.tableName, Memberships.tableName, Transfers.tableName, Sanctions.tableName,
      Economies.tableName, CurrentEconomies.tableName, PolityScores.tableName, DemocracyIndices.tableName,
      Rivalries.tableName, MajorPowers.tableName, SystemMembers.tableName,
      SmoothedTrade.tableName,
      DisputeDurations.tableName, DirectContiguity.tableName, ColonialContiguity.tableName, Capitals.tableName,
      MinimumDistances.tableName, Leaders.tableName, LeaderBackgrounds.tableName, LeaderSupport.tableName,
      TradeAgreements.tableName, ArmsRaces.tableName, TerritorialClaims.tableName, ColonialHistory.tableName,
      GleditschWardStates.tableName, MaddisonIncomes.tableName, MilitarySpending.tableName,
    ]
    #expect(Set(Catalogue.all.flatMap(\.tables)) == tables)
  }

  @Test func namesAreFoundInAnyCase() throws {
    #expect(try Catalogue.entry(named: "COW-Trade").name == "cow-trade")
  }

  @Test(arguments: [
    ("cow-tarde", "cow-trade"), ("polity", "polity5"), ("trade", "cow-trade"), ("v-dem", "vdem"), ("nmc", "cow-nmc"),
  ])
  func aWrongNameGetsTheNearest(name: String, nearest: String) {
    #expect {
      try Catalogue.entry(named: name)
    } throws: { error in
      guard case DatasetError.unknownName(name, let found, _) = error else { return false }
      return found.first == nearest && "\(error)".contains("did you mean")
    }
  }

  @Test func aNameLikeNothingGetsTheList() {
    #expect {
      try Catalogue.entry(named: "zzzzzz")
    } throws: { "\($0)".contains("known are un-votes, undl-votes") }
  }

  @Test(arguments: Catalogue.all.map(\.name))
  func whatIsDownloadedIsFoundUnderItsName(name: String) throws {
    let entry = try Catalogue.entry(named: name)
    for version in Set(entry.downloads.map(\.version)) {
      let files = entry.downloads.filter { $0.version == version }
      let found = try entry.find(in: files.map { "some/folder/\($0.fileName)" }, version: version)
      #expect(found.version == version)
      let required = entry.downloads.filter { $0.version == version && $0.isRequired }.map(\.fileName)
      #expect(try entry.find(in: required, version: version).version == version)
    }
  }

  @Test func termsThatNeedAgreementSayWhatTheyForbid() {
    let asking = Catalogue.all.filter(\.terms.needAgreement)
    #expect(asking.map(\.name).contains("cow-trade"))
    #expect(asking.allSatisfy { $0.terms.address != nil })
  }
}
