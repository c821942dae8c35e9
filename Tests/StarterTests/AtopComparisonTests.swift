import Foundation
import StateSystem
import Testing
import Treaties

/// What the coded treaties say that ATOP says is what the ATOP alliance file says.
@Suite(.enabled(if: StarterFolder.datasets != nil, "ATOP 4.01 is not at ENTENTE_DATASETS"))
struct AtopComparisonTests {
  private static func alliances() throws -> [String: [String: String]] {
    let folder = try #require(StarterFolder.datasets)
    let text = try String(contentsOfFile: "\(folder)/11_atop/atop4_01a.csv", encoding: .isoLatin1)
    let lines = text.split(whereSeparator: \.isNewline).map { line in
      line.split(separator: ",", omittingEmptySubsequences: false).map {
        $0.trimmingCharacters(in: .init(charactersIn: "\""))
      }
    }
    let header = try #require(lines.first)
    return Dictionary(
      lines.dropFirst().map { fields in
        let row = Dictionary(zip(header, fields)) { first, _ in first }
        return (row["atopid"] ?? "", row)
      }
    ) { first, _ in first }
  }

  private func date(_ row: [String: String], _ prefix: String) -> String? {
    let fields = ["yr", "mo", "day"].map { Int(row[prefix + $0] ?? "") ?? 0 }
    return Day(fields[0], fields[1], fields[2])?.description
  }

  @Test func obligationsDatesAndNumbers() throws {
    let alliances = try Self.alliances()
    #expect(alliances.count == 745)
    let columns: [Obligation.Kind: String] = [
      .defense: "defense", .offense: "offense", .neutrality: "neutral", .nonaggression: "nonagg",
      .consultation: "consul",
    ]
    var compared = 0
    for treaty in try StarterFolder.load().treaties.treaties {
      for number in treaty.numbers(in: .atop) {
        let row = try #require(alliances[number], "\(treaty.id)")
        let coded = Set(columns.filter { row[$0.value] == "1" }.keys)
        #expect(treaty.kinds(by: "ATOP") == coded, "\(treaty.id)")
        #expect(treaty.numbers(in: .cow) == [row["cow4id"] ?? ""].filter { !["", "0"].contains($0) }, "\(treaty.id)")
        #expect(treaty.ended.first { $0.coder == "ATOP" }?.date.description == date(row, "end"), "\(treaty.id)")
        let length = Int(row["length"] ?? "") ?? 0
        // The text of 1960 gives ten years before notice may be given; ATOP counts it as unlimited.
        if treaty.id != "entente:1960-us-japan" {
          #expect(treaty.termMonths == (length == 0 ? nil : length), "\(treaty.id)")
        }
        // ATOP begins with the agreement of July 1941, and with the exchange of notes of December 1893.
        if !["entente:1942-anglo-soviet", "entente:1892-franco-russian"].contains(treaty.id) {
          #expect(treaty.signed.description == date(row, "beg"), "\(treaty.id)")
        }
        compared += 1
      }
    }
    #expect(compared >= 55)
  }
}
