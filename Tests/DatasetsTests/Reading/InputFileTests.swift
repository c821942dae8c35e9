import Datasets
import Record
import Testing

/// Files as the publishers pack them.
@Suite struct InputFileTests {
  static func read(_ entry: CatalogueEntry, _ name: String, _ bytes: [UInt8]) throws -> DatasetContents {
    let found = try entry.find(in: [name])
    let files = found.files.map { InputFile(role: $0.role, name: $0.path, bytes: bytes, members: $0.members) }
    return try Reader.read(entry, files: files, mode: .strict)
  }

  @Test func bothFilesOfAnArchiveWithAFolder() throws {
    let national = "ccode,statename,stateabb,year,imports,exports\n2,United States of America,USA,2014,450,418\n"
    let zip = StoredZip.archive([
      ("COW_Trade_4.0/readme.txt", Array("Read me".utf8)),
      ("COW_Trade_4.0/DYADIC_cow_4.0.csv", Array(COWTradeTests.official.utf8)),
      ("COW_Trade_4.0/National_COW_4.0.csv", Array(national.utf8)),
    ])
    let contents = try Self.read(.cowTrade, "COW_Trade_4.0.zip", zip)
    #expect(contents.tables.map(\.name) == ["dyadic_trade", "smoothed_trade", "national_trade"])
    #expect(contents.rowsRead == 5)
  }

  @Test func anArchiveInAnArchive() throws {
    let text = COWCapabilitiesTests.header + "USA,2,2022,1,1,1,1,1,1,0.1,7\n"
    let inner = StoredZip.archive([("NMC-70-abridged.csv", Array(text.utf8))])
    let outer = StoredZip.archive([
      ("NMCv7/NMC-v7-supplemental.zip", inner), ("NMCv7/NMC-v7-abridged.zip", inner),
    ])
    #expect(try Self.read(.cowCapabilities, "NMCv7.zip", outer).version == "7.0")
  }

  @Test func namesWithSpacesAndParentheses() throws {
    let zip = StoredZip.archive([
      ("ATOP 5.1 (.csv)/atop5_1ddyr.csv", Array(ATOPTests.dyads.utf8)),
      ("ATOP 5.1 (.csv)/atop5_1ddyr NNA.csv", Array("x\n1\n".utf8)),
      ("ATOP 5.1 (.csv)/atop5_1a.csv", Array(ATOPTests.alliances.replacing("4.0100002", with: "5.1").utf8)),
      ("ATOP 5.1 (.csv)/atop5_1m.csv", Array(ATOPTests.members.utf8)),
    ])
    let contents = try Self.read(.atop, "atop_5.1__.csv_.zip", zip)
    #expect(contents.version == "5.1")
    #expect(contents.tables.count == 3)
  }

  @Test func officialNamesOfTheDisputes() throws {
    let summary = "dispnum,stday,stmon,styear,outcome,settle,fatality,hostlev\n10,-9,7,1950,1,1,0,4\n"
    let zip = StoredZip.archive([
      ("MID 5/MIDA 5.0.csv", Array(summary.utf8)),
      ("MID 5/MIDB 5.0.csv", Array(MilitarizedDisputesTests.participants.utf8)),
    ])
    let contents = try Self.read(.cowDisputes, "MID-5-Data-and-Supporting-Materials.zip", zip)
    #expect(try table(Disputes.self, contents).count == 8)
  }

  @Test func aMissingMemberNamesTheArchive() {
    let zip = StoredZip.archive([("other.csv", Array("a\n1\n".utf8))])
    #expect {
      try Self.read(.cowWars, "Inter-StateWarData_v4.0.csv", [])
    } throws: { "\($0)".contains("Inter-StateWarData_v4.0.csv") }
    #expect {
      try Self.read(.cowTrade, "COW_Trade_4.0.zip", zip)
    } throws: { error in
      let text = "\(error)"
      return text.contains("COW_Trade_4.0.zip") && text.contains("Dyadic_COW_4.0.csv") && text.contains("other.csv")
    }
  }

  @Test func aFileThatIsNotThere() {
    #expect {
      try Reader.read(.cowWars, files: [InputFile(role: "inter-state wars", path: "/no/such/file.csv")])
    } throws: { "\($0)".hasPrefix("cow-war: /no/such/file.csv: cannot be read") }
  }

  @Test func aRoleWithoutAFile() {
    #expect {
      try Reader.read(.unVotes, files: [])
    } throws: {
      "\($0)" == "un-votes: no file with the roll calls was given; name the folder that holds all files of the dataset"
    }
  }
}
