import Record
import Testing

@testable import Panel

@Suite struct TriadStreamTests {
  private func lines(_ only: [String], years: ClosedRange<Int> = 1990...1990, workers: Int = 2) throws -> [[Substring]]
  {
    let request = PanelRequest(
      unit: .triadYear, years: years, add: ["nmc", "majors", "contiguity", "mid-details"], only: only)
    let stream = try TriadStream(request, from: try HandMade.record(), workers: workers)
    var bytes: [UInt8] = []
    let count = try stream.writeCSV(missing: .empty, workers: workers) { bytes += $0 }
    let lines = String(decoding: bytes, as: UTF8.self).split(separator: "\n")
    #expect(lines.count == count + 1)
    return lines.map { $0.split(separator: ",", omittingEmptySubsequences: false) }
  }

  @Test func everyThreeMembersOnce() throws {
    let found = try lines(["with=USA"])
    // Partners with the United States among the three: n - 1 partners times n - 2 third powers, and pairs of others with it as the third.
    let n = SystemYears(1990...1990).memberCells.count
    let upper = (n - 1) * (n - 2) + (n - 1) * (n - 2) / 2
    #expect(found.count - 1 <= upper && found.count - 1 > upper * 9 / 10)
    var seen: Set<[Substring]> = []
    for line in found.dropFirst() {
      #expect(line.count == found[0].count)
      if !seen.insert(Array(line.prefix(4))).inserted { Issue.record("\(line.prefix(4)) twice") }
    }
  }

  @Test func cellsAreThoseOfTheThreeDyads() throws {
    let found = try lines(["third=2", "states=2,20,365"])
    #expect(found.count == 2)
    let row = Dictionary(uniqueKeysWithValues: zip(found[0].map(String.init), found[1].map(String.init)))
    #expect(row["ccode1"] == "20" && row["ccode2"] == "365" && row["ccode3"] == "2" && row["year"] == "1990")
    #expect(row["cinc1"] == "" && row["cinc2"] == "0.12" && row["cinc3"] == "0.14")
    #expect(row["conttype_12"] == "0" && row["conttype_13"] == "1" && row["conttype_23"] == "0")
    #expect(row["cowmaj1"] == "0" && row["cowmaj3"] == "1")
    // The dispute of the United States and Russia, seen from either side.
    #expect(row["cow_dispnum_23"] == "1" && row["cow_dispnum_12"] == "")
    #expect(row["cow_sidea1_23"] == "0" && row["cow_sidea1_32"] == "1")
  }

  @Test func theSameBytesOnOneWorkerAndOnTwo() throws {
    #expect(try lines(["with=USA", "contiguous"], workers: 1) == lines(["with=USA", "contiguous"], workers: 2))
  }

  @Test func comparisonsNameADyad() throws {
    let found = try lines(["conttype_13>=1"])
    let column = try #require(found[0].firstIndex(of: "conttype_13"))
    #expect(found.count > 2)
    #expect(found.dropFirst().allSatisfy { Int($0[column]) ?? 0 >= 1 })
  }
}
