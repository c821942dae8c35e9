import Datasets
import Delimited
import Record
import Testing

@Suite(.publishedData) struct OrganisationDataTests {
  /// Membership of each state-year as bits of organisations, full and associate members.
  struct Bits {
    var words: [UInt64]
    let width: Int
    var rows: [Int32: Int] = [:]

    init(_ table: Memberships) {
      let organisations = table.organisations.count
      width = (organisations + 63) / 64
      words = [UInt64](repeating: 0, count: table.count * width)
      for row in 0..<table.count {
        rows[Int32(table.states[row]) << 16 | Int32(table.years[row])] = row
        for column in 0..<organisations
        where table.codes[row * organisations + column] == 1
          || table.codes[row * organisations + column] == 2
        {
          words[row * width + column / 64] |= 1 << UInt64(column % 64)
        }
      }
    }

    func joint(_ a: Int32, _ b: Int32, _ year: Int32) -> Int? {
      guard let i = rows[a << 16 | year], let j = rows[b << 16 | year] else { return nil }
      return (0..<width).reduce(0) { $0 + (words[i * width + $1] & words[j * width + $1]).nonzeroBitCount }
    }
  }

  /// Year, then joint memberships of USA-RUS, USA-CHN, CHN-RUS.
  static let joint: [[Int]] = [
    [1990, 36, 41, 31],
    [1991, 37, 42, 33],
    [1992, 42, 46, 36],
    [1993, 44, 47, 40],
    [1994, 45, 50, 42],
    [1995, 47, 50, 43],
    [1996, 51, 51, 46],
    [1997, 53, 52, 48],
    [1998, 56, 52, 50],
    [1999, 55, 52, 51],
    [2000, 54, 52, 50],
    [2001, 55, 53, 51],
    [2002, 53, 52, 50],
    [2003, 53, 51, 51],
    [2004, 53, 51, 50],
  ]

  @Test func theTrianglesJointMemberships() throws {
    let bits = Bits(try SharedDatasets.table(Memberships.self, of: .cowOrganisations))
    for row in Self.joint {
      let year = Int32(row[0])
      #expect(
        [bits.joint(2, 365, year), bits.joint(2, 710, year), bits.joint(365, 710, year)] == Array(row.dropFirst()))
    }
  }

  /// The published joint counts, made by others from the same file, over all dyad-years.
  @Test func everyJointCountEqualsThePublishedOne() throws {
    let bits = Bits(try SharedDatasets.table(Memberships.self, of: .cowOrganisations))
    let file = try SharedDatasets.input("joint", "cow_igo_joint_dyad_year.csv.gz")
    let table = try Delimited.read(
      .file(file.name), schema: [.integer("ccode1"), .integer("ccode2"), .integer("year"), .integer("dyadigos")])
    let (ones, twos) = (try table.integers("ccode1"), try table.integers("ccode2"))
    let (years, counts) = (try table.integers("year"), try table.integers("dyadigos"))
    #expect(table.rowCount == 917_695)
    let differing = counts.indices.count { bits.joint(ones[$0], twos[$0], years[$0]) != Int(counts[$0]) }
    #expect(differing == 0)
  }

  @Test func theShapeOfTheFile() throws {
    let table = try SharedDatasets.table(Memberships.self, of: .cowOrganisations)
    #expect(table.count == 15_557)
    #expect(table.organisations.count == 534)
    let counts = [255, 0, 1, 254, 3, 2].map { (code: UInt8) in table.codes.count { $0 == code } }
    #expect(counts == [5_459_286, 2_170_313, 535_772, 138_874, 2_332, 861])
  }

  @Test func shanghaiIsCodedFrom1996() throws {
    let table = try SharedDatasets.table(Memberships.self, of: .cowOrganisations)
    let sco = try #require(table.organisations.strings.firstIndex(of: "SCO"))
    let years = (0..<table.count)
      .filter { table.states[$0] == 710 && table.codes[$0 * table.organisations.count + sco] == 1 }
      .map { table.years[$0] }
    #expect(years.min() == 1996)
  }
}
