import Foundation
import Record
import Testing

@testable import Datasets

@Suite struct SDPTests {
  static let header = "ccode,year,wbgdp2011est,wbpopest,sdpest,wbgdppc2011est\n"

  static func economies(_ rows: String) throws -> (Economies, DatasetContents) {
    let contents = try read(.sdpGDP, "state years", "cow_sdp_gdp.csv", header + rows, mode: .strict)
    return (try table(Economies.self, contents), contents)
  }

  @Test func logarithmsBecomeAmounts() throws {
    let (table, _) = try Self.economies("2,2001,30.3347998168946,19.4350599593083,30.3,10.8997583240784\n2,2016,,,,\n")
    #expect(abs(table.gdp[0] / 1.4936e13 - 1) < 1e-4)
    #expect(abs(table.population[0] / 275_762_000 - 1) < 1e-3)
    #expect(abs(table.gdp[0] / table.population[0] / table.gdpPerHead[0] - 1) < 1e-4)
    #expect(table.gdp[1].isNaN && table.population[1].isNaN)
  }

  @Test(arguments: [
    (260, 1985, 260), (260, 2001, 255), (255, 1938, 255), (678, 1980, 678), (678, 2001, 679), (340, 1900, 345),
    (345, 1980, 345), (340, 2010, 345), (970, 2005, 946), (971, 2005, 970), (972, 2005, 955), (973, 2005, 947),
    (816, 2005, 816), (2, 1900, 2), (260, 1947, 260),
  ])
  func gleditschWardNumbersAreTranslated(code: Int, year: Int, state: UInt16) {
    #expect(Reading.state(gleditschWard: code, year: year)?.state == state)
  }

  @Test func theStatesOwnNumberWins() throws {
    let (table, contents) = try Self.economies("340,1980,20,15,1,5\n345,1980,21,16,1,5\n340,1982,20,15,1,5\n")
    #expect(table.states == [345, 345])
    #expect(table.years == [1980, 1982])
    #expect(abs(log(table.gdp[0]) - 21) < 1e-9)
    #expect(contents.notes.contains { $0.hasSuffix("own in the year: 1.") })
  }

  @Test func territoriesAreCounted() throws {
    let (table, contents) = try Self.economies("2,1980,20,15,1,5\n711,1940,20,15,1,5\n")
    #expect(table.states == [2])
    #expect(contents.notes.contains { $0.contains("(Gleditsch-Ward numbers 711)") })
    #expect(contents.rowsRead == 1)
  }
}
