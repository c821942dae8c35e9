import Datasets
import Record
import Testing

@Suite(.publishedData) struct ConflictDataTests {
  static func numbers(_ table: Disputes, _ a: UInt16, _ b: UInt16, _ years: ClosedRange<Int16>) -> [Int32] {
    let rows = table.numbers.indices.filter {
      table.firsts[$0] == a && table.seconds[$0] == b && years.contains(table.years[$0])
    }
    return Set(rows.map { table.numbers[$0] }).sorted()
  }

  /// The reference tables count one dispute a dyad and year; the file has them all (4197, 4220 and 4281 besides).
  @Test func theTrianglesDisputes() throws {
    let table = try SharedDatasets.table(Disputes.self, of: .cowDisputes)
    #expect(table.count == 11_390)
    #expect(table.summaryNumbers.count == 2_436)
    #expect(Self.numbers(table, 2, 365, 1990...2004) == [4174, 4197, 4213, 4220, 4342])
    #expect(Self.numbers(table, 2, 710, 1990...2004) == [4064, 4065, 4088, 4280, 4281, 4450])
    #expect(Self.numbers(table, 365, 710, 1990...2004) == [4052, 4104])
    let summary = try #require(table.summaryNumbers.firstIndex(of: 4280))
    #expect(table.fatalities[summary] == 1)
    #expect(table.startYears[summary] == 2001 && table.startMonths[summary] == 3)
  }

  @Test func missingCodesOfTheDisputes() throws {
    let table = try SharedDatasets.table(Disputes.self, of: .cowDisputes)
    #expect(table.fatality.count { $0 == -9 } == 1_510)
    #expect(table.onset.count { $0 == 1 } == 7_484)
    #expect(table.hostility.allSatisfy { (1...5).contains($0) })
  }

  @Test func theRecodedDisputesInBothVersions() throws {
    let table = try SharedDatasets.table(Disputes.self, of: .gmlDisputes)
    #expect(table.count == 10_276 && table.summaryNumbers.count == 2_174)
    let old = try SharedDatasets.read(.gmlDisputes, version: "2.03", mode: .collect)
    #expect(old.version == "2.03")
    #expect(old.rowsRead == 10_384 && old.rejected.total == 2)
    #expect(old.rejected.listed.allSatisfy { $0.found.hasPrefix("dispute 4273, ") })
    #expect(try #require(old.table(Disputes.self)).summaryNumbers.count == 2_214)
  }

  /// The participants of the recoded disputes, read as the official file of participants, give the published dyad-years,
  /// except three dyads of one dispute that its authors left out.
  @Test func participantsGiveThePublishedDyads() throws {
    let file = try SharedDatasets.input("participants", "gml_part.csv")
    let lines = try String(contentsOfFile: file.name, encoding: .utf8).split(separator: "\n").enumerated().map {
      i, line in
      i == 0 ? "\(line),fatality,hostlev" : "\(line),-9,-9"
    }
    let summary = try SharedDatasets.input("disputes", "gml_mid_disps.csv")
    let participants = InputFile(
      role: "participants", name: "MIDB.csv", bytes: Array(lines.joined(separator: "\n").utf8))
    let made = try #require(
      try Reader.read(.cowDisputes, files: [participants, summary], mode: .strict).table(Disputes.self))
    let published = try SharedDatasets.table(Disputes.self, of: .gmlDisputes)
    func keys(_ table: Disputes) -> Set<[Int]> {
      Set(
        table.numbers.indices.map {
          [Int(table.numbers[$0]), Int(table.firsts[$0]), Int(table.seconds[$0]), Int(table.years[$0])]
        })
    }
    #expect(keys(published).subtracting(keys(made)).isEmpty)
    let extra = keys(made).subtracting(keys(published))
    #expect(extra.count == 6 && extra.allSatisfy { $0[0] == 258 && $0[3] == 1944 })
  }

  @Test func wars() throws {
    let table = try SharedDatasets.table(Wars.self, of: .cowWars)
    #expect(table.count == 356)
    #expect(Set(table.numbers).count == 95)
    #expect(table.spells.count { $0 == 2 } == 19)
    let france = table.numbers.indices.filter { table.numbers[$0] == 139 && table.states[$0] == 220 }
    #expect(france.map { table.startYears[$0] }.sorted() == [1939, 1940, 1944])
    #expect(Set(france.map { table.sides[$0] }) == [1, 2])
    #expect(table.battleDeaths.count { $0.isNaN } == 1)
  }

  @Test func sanctionsOnChina() throws {
    let table = try SharedDatasets.table(Sanctions.self, of: .gsdb)
    #expect(table.count == 1_547)
    let cases = table.cases.indices.filter { i in
      table.targetNames[i] == "China" && table.beginYears[i] <= 2004 && table.endYears[i] >= 1990
    }
    let described = cases.map {
      "\(table.senderNames[$0]) \(table.beginYears[$0])-\(table.endYears[$0]) \(table.kinds[$0]) \(table.tradeDetail[$0])"
    }
    #expect(
      Set(described) == [
        "United States 1989-2023 6 ", "EU 1992-2023 6 ", "United States 1993-1994 1 exp_part", "EEC 1989-1992 22 ",
        "Japan 1989-1990 8 ", "Japan 1995-1997 8 ",
      ])
    let european = try #require(cases.first { table.senderNames[$0] == "EU" })
    let senders = table.parties.indices.filter {
      table.partyCases[$0] == table.cases[european] && table.partyIsSender[$0] == 1
    }
    #expect(senders.count == 12)
    #expect(table.ongoing.count { $0 == 1 } == 601)
  }

  @Test func namesWithoutStatesAreTheKnownOnes() throws {
    let notes = try SharedDatasets.contents(of: .gsdb).notes
    #expect(notes.count == 1)
    let note = try #require(notes.first)
    #expect(note.contains("Hong Kong (7 cases)") && note.contains("Palestine (17 cases)"))
    for name in ["Ceylon", "Rhodesia", "EU", "UN,", "Korea", "Egypt", "FRY", "Transjordan"] {
      #expect(!note.contains(name), "\(name)")
    }
  }
}
