import Testing

@testable import StateSystem

@Suite("Blocs")
struct BlocTests {
  @Test("Every record of the table is understood")
  func everyRecordParses() {
    #expect(BlocTable.shared.problems == [])
    #expect(Bloc.all.count == 26)
    #expect(Bloc.all.allSatisfy { !$0.memberships.isEmpty && Bloc.find($0.id) == $0 && Bloc.find($0.name) == $0 })
  }

  @Test("The named blocs are records of the table")
  func named() {
    let named: [Bloc] = [
      .europeanUnion, .eu15, .asean, .asean10, .nato, .warsawPact, .comecon, .commonwealthOfIndependentStates,
      .shanghaiCooperationOrganisation, .arabLeague, .oas, .africanUnion, .ecowas, .g7, .unitedNations,
    ]
    #expect(named.allSatisfy { Bloc.all.contains($0) && !$0.memberships.isEmpty })
  }

  @Test("A malformed record is reported")
  func malformedRecords() {
    let table = BlocTable(reading: ["ONE\n  1990-01-01/.. USA XYZ\n  1990-13-01/.. USA\n\nTWO The Two\n  fixed USA"])
    #expect(table.problems.count == 3)
    #expect(table.find("the two")?.memberships.map(\.state) == [2])
  }

  @Test("Memberships of a state in a bloc do not overlap")
  func noOverlaps() {
    for bloc in Bloc.all {
      for (state, memberships) in Dictionary(grouping: bloc.memberships, by: \.state) {
        let periods = memberships.map(\.period).sorted { $0.start < $1.start }
        for (a, b) in zip(periods, periods.dropFirst()) { #expect(!a.overlaps(b), "\(bloc) \(state)") }
      }
    }
  }

  @Test(
    "European Union by date",
    arguments: [
      ("1957-12-31", 0), ("1958-01-01", 6), ("1973-01-01", 9), ("1981-01-01", 10), ("1986-01-01", 12),
      ("1995-01-01", 15), ("2004-04-30", 15), ("2004-05-01", 25), ("2007-01-01", 27), ("2013-07-01", 28),
      ("2020-01-31", 28), ("2020-02-01", 27),
    ])
  func europeanUnion(date: String, count: Int) {
    #expect(Bloc.europeanUnion.members(on: day(date)).count == count)
  }

  @Test("The fifteen are the members of 1995, and before them West Germany for Germany")
  func eu15() {
    #expect(Bloc.eu15.members(on: day("1995-01-01")) == Bloc.europeanUnion.members(on: day("1995-01-01")))
    #expect(
      Bloc.eu15.members(on: day("2002-01-01")).map { Int($0.id.cow) }
        == [200, 205, 210, 211, 212, 220, 230, 235, 255, 305, 325, 350, 375, 380, 390])
    #expect(Bloc.eu15.contains(260, on: day("1980-01-01")) && !Bloc.eu15.contains(255, on: day("1980-01-01")))
    #expect(Bloc.eu15.members(on: day("2024-01-01")).count == 15)
  }

  @Test(
    "ASEAN by date",
    arguments: [("1967-08-08", 5), ("1984-01-07", 6), ("1995-07-28", 7), ("1997-07-23", 9), ("1999-04-30", 10)])
  func asean(date: String, count: Int) {
    #expect(Bloc.asean.members(on: day(date)).count == count)
    #expect(Bloc.asean.members(on: day(date).advanced(by: -1)).count < count)
    #expect(Bloc.asean10.members(on: day("1990-01-01")).count == 10)
  }

  @Test("Other blocs by date")
  func others() {
    #expect(Bloc.nato.members(on: day("1949-08-24")).count == 12)
    #expect(Bloc.nato.members(on: day("2002-01-01")).count == 19)
    #expect(Bloc.nato.members(on: day("2024-03-07")).count == 32)
    #expect(Bloc.warsawPact.members(on: day("1960-01-01")).count == 8)
    #expect(Bloc.warsawPact.members(on: day("1991-07-02")).isEmpty)
    #expect(
      Bloc.shanghaiCooperationOrganisation.members(on: day("2001-06-15")).map(\.abbreviation)
        == ["RUS", "TAJ", "KYR", "UZB", "KZK", "CHN"])
    #expect(Bloc.unitedNations.members(on: day("1971-10-25")).contains { $0.id == 710 })
    #expect(
      Bloc.g7.members(on: day("2002-01-01")).map(\.abbreviation) == ["USA", "CAN", "UKG", "FRN", "GMY", "ITA", "JPN"])
    #expect(Bloc.africanUnion.members(on: day("1963-05-25")).count == 32)
    #expect(Bloc.oas.members(on: day("1991-12-31")).count == 34)
    #expect(Bloc.ecowas.members(in: 1999).count == 16)
    #expect(Bloc.arabLeague.members(in: 1990).count == 22)
    #expect(Bloc.comecon.members(in: 1980).count == 10)
    #expect(Bloc.commonwealthOfIndependentStates.members(in: 1994).count == 12)
  }

  @Test(
    "Names of blocs in datasets",
    arguments: [
      ("EEC", "EU"), ("EU", "EU"), ("European Community", "EU"), ("League of Arab States", "ArabLeague"),
      ("Organisation of African Unity", "AU"), ("African Union", "AU"), ("Organization of American States", "OAS"),
      ("ECOWAS", "ECOWAS"), ("Commonwealth", "Commonwealth"), ("Comecon", "Comecon"), ("CoCom", "CoCom"),
      ("ChinCom", "CoCom"), ("G7", "G7"), ("g-8", "G8"), ("UN", "UN"), ("EEU", "EAEU"), ("Warsaw Pact", "WarsawPact"),
    ])
  func find(name: String, id: String) {
    #expect(Bloc.find(name)?.id == id)
  }

  @Test("Unknown names are no bloc")
  func unknown() {
    #expect(Bloc.find("") == nil && Bloc.find("Russia") == nil && Bloc.find("Western countries") == nil)
  }
}

/// The table against the published memberships of intergovernmental organisations.
@Suite("Blocs against the published memberships", .enabled(if: Datasets.present, "needs the public datasets"))
struct BlocDataTests {
  @Test("Correlates of War IGO 3: the same years for every state but these")
  func igo() throws {
    let names = [
      "NATO": "NATO", "EU": "EU", "EEC": "EU", "ASEAN": "ASEAN", "LOAS": "ArabLeague", "GCC": "GCC", "ECOWAS": "ECOWAS",
      "WPact": "WarsawPact", "CIS": "CIS", "OAU": "AU", "AU": "AU",
    ]
    let pattern = "^(" + names.keys.joined(separator: "|") + "),.*,1$"
    var published: Set<String> = []
    for line in try Datasets.shell(
      "gzip -dc 08_cow_igo/igo_membership_long.csv.gz | tr -d '\"\\r' | grep -E '\(pattern)'")
    {
      let fields = line.split(separator: ",").map(String.init)
      if let id = names[fields[0]] { published.insert("\(id) \(fields[1]) \(fields[2])") }
    }
    var ours: Set<String> = []
    for bloc in Bloc.all where names.values.contains(bloc.id) {
      for year in 1945...2014 {
        for state in bloc.members(in: Year(year)) { ours.insert("\(bloc.id) \(state.id) \(year)") }
      }
    }
    #expect(published.count > 6_000)
    let differing = Set(
      published.symmetricDifference(ours).map { $0.split(separator: " ").prefix(2).joined(separator: " ") })
    #expect(
      differing == [
        // The file leaves out the year in which a state ended.
        "NATO 260", "EU 260", "WarsawPact 265", "ArabLeague 678",
        // Members before they were members of the system, or not in the file at all.
        "ArabLeague 660", "ArabLeague 663", "ArabLeague 652", "ArabLeague 680",
        // Accession a year apart, gaps in the file, or signature against ratification.
        "AU 404", "AU 411", "AU 490", "AU 510", "AU 540", "AU 600", "ECOWAS 402", "ECOWAS 435", "CIS 369", "CIS 372",
        "CIS 373", "CIS 701",
        // Allies of the Warsaw Pact by error.
        "WarsawPact 452",
      ])
  }
}
