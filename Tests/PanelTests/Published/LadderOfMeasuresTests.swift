import Evidence
import Measures
import Record
import Testing

@testable import Panel

/// Rungs and similarity on the published data, against the measures of the catalogue.
@Suite(.publishedPanel) struct LadderOfMeasuresTests {
  private static let evaluator = Result { RecordEvaluator(try PublishedPanel.recordWithVotes.get()) }

  /// The lines of a triad panel as texts by column.
  private func triads(_ years: ClosedRange<Int>, _ only: [String]) throws -> [[String: String]] {
    let request = PanelRequest(unit: .triadYear, years: years, add: ["ladder"], only: only)
    let stream = try TriadStream(request, from: try PublishedPanel.recordWithVotes.get())
    var bytes: [UInt8] = []
    _ = try stream.writeCSV(missing: .codes) { bytes += $0 }
    let lines = String(decoding: bytes, as: UTF8.self).split(separator: "\n").map {
      $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
    }
    return lines.dropFirst().map { Dictionary(uniqueKeysWithValues: zip(lines[0], $0)) }
  }

  private func finding(_ text: String) throws -> Finding {
    try Self.evaluator.get().evaluate(try #require(MeasureRequest(text)))
  }

  /// Every rung of triads of powers in single years is what the measures say of that year.
  @Test(arguments: [
    (1895, "states=200,220,255,365,710,740"), (1914, "states=200,220,255,300,365,345"),
    (1950, "states=2,200,220,365,710,731,732"), (1972, "states=2,200,365,710,750,770"),
    (2001, "states=2,200,220,365,630,710"), (2014, "states=2,200,365,369,710"),
  ])
  func theRungsAreThoseOfTheMeasures(year: Int, states: String) throws {
    let rows = try triads(year...year, [states])
    #expect(rows.count > 20)
    for row in rows {
      let (a, b, h) = (row["ccode1"] ?? "", row["ccode2"] ?? "", row["ccode3"] ?? "")
      let pair = "a=\(a) b=\(b) third=\(h)"
      for (measure, all, joined, tag) in [
        ("disputes.joined", "ladder_disputes", "ladder_disputes_joined", "joined"),
        ("wars.joined", "ladder_wars", "ladder_wars_joined", "joined"),
        ("sanctions.joined", "ladder_sanctions", "ladder_sanctions_joined", "joined-third"),
      ] {
        let own = try finding("\(measure) \(pair) years=\(year)")
        if own.result.reason?.kind == .outsideYears {
          #expect(row[all] == ".a" && row[joined] == ".a", "\(measure) \(pair) \(year)")
          continue
        }
        let occasions = own.items.filter { !$0.tags.contains("beside") }
        #expect(row[all] == "\(occasions.count)", "\(measure) \(pair) \(year)")
        #expect(row[joined] == "\(occasions.count { $0.tags.contains(tag) })", "\(measure) \(pair) \(year)")
        if measure != "sanctions.joined" {
          #expect(
            row[all + "_joined_third"] == "\(occasions.count { $0.tags.contains("joined-third") })", "\(pair) \(year)")
        }
      }
      for (set, all) in [
        ("unopposed", "ladder_uncontested"), ("opposed", "ladder_opposed"), ("alone", "ladder_alone"),
        ("flagged", "ladder_flagged"),
      ] where set != "flagged" || h == "2" {
        let period = "period=\(year)-01-01/\(year)-12-31 set=\(set)"
        let own = try finding("votes.agreement a=\(a) b=\(b) \(period)" + (set == "flagged" ? "" : " third=\(h)"))
        guard let estimate = own.estimate, let n = estimate.n else {
          #expect([".a", ".b", ".c", "0"].contains(row[all] ?? ""), "\(set) \(pair) \(year)")
          continue
        }
        #expect(row[all] == "\(n)", "\(set) \(pair) \(year)")
        #expect(row[all + "_alike"] == "\(Int((estimate.value * Double(n)).rounded()))", "\(set) \(pair) \(year)")
      }
      if h != "2", year >= 1946 { #expect([".b", ".d"].contains(row["ladder_flagged"] ?? "")) }
    }
  }

  @Test func dyadsAgainstAThirdPowerAreTheTriadsWithIt() throws {
    let record = try PublishedPanel.recordWithVotes.get()
    let only = "states=2,200,220,365,710"
    let panel = try PanelTable.assembled(
      PanelRequest(unit: .dyadYear, years: 2000...2001, add: ["ladder:USA"], only: [only]), from: record)
    let rows = try triads(2000...2001, ["third=USA", only])
    let keys = try ["ccode1", "ccode2", "year"].map { try #require(panel.column($0)) }
    #expect(rows.count == 12)
    for i in 0..<panel.rowCount {
      let values = keys.map { $0.written(at: i).value ?? "" }
      let row = rows.first { [$0["ccode1"], $0["ccode2"], $0["year"]] == values }
      for variable in LadderVariable.allCases {
        let column = try #require(panel.column(variable.name + "_usa"))
        let text = column.written(at: i).value ?? column.missingCode(at: i)?.text ?? ""
        // A dyad of which the third power is one has no rungs.
        #expect(text == row?[variable.name] ?? ".d", "\(variable) \(values)")
      }
    }
  }

  /// Own columns filter as those of dyads do, and the rows are the same on one worker and two.
  @Test func filtersOnRungs() throws {
    let request = PanelRequest(
      unit: .triadYear, years: 1950...1953, add: ["ladder", "majors"],
      only: ["ladder_disputes_joined>=1", "cowmaj3=1"])
    let stream = try TriadStream(request, from: try PublishedPanel.recordWithVotes.get())
    func bytes(_ workers: Int) throws -> [UInt8] {
      var bytes: [UInt8] = []
      _ = try stream.writeCSV(missing: .empty, workers: workers) { bytes += $0 }
      return bytes
    }
    let one = try bytes(1)
    #expect(one == (try bytes(2)))
    let lines = String(decoding: one, as: UTF8.self).split(separator: "\n")
    #expect(lines.count > 5)
    let place = try #require(lines[0].split(separator: ",").firstIndex(of: "ladder_disputes_joined"))
    for line in lines.dropFirst() {
      #expect(Int(line.split(separator: ",", omittingEmptySubsequences: false)[place]) ?? 0 >= 1)
    }
  }

  /// Columns of the similarity family are the measures of votes and alliances of the dyad and year.
  @Test func similarityIsThatOfTheMeasures() throws {
    let record = try PublishedPanel.recordWithVotes.get()
    let panel = try PanelTable.assembled(
      PanelRequest(unit: .directedDyadYear, years: 2001...2001, add: ["similarity"]), from: record)
    let dyads = DyadYears(SystemYears(2001...2001), directed: true)
    for (a, b) in [(365, 710), (2, 200), (2, 710), (220, 255), (40, 2), (345, 365), (2, 740)] as [(UInt16, UInt16)] {
      let row = try #require(dyads.row(a, b, year: 2001))
      let mirrored = try #require(dyads.row(b, a, year: 2001))
      for index in ["s", "kappa", "pi"] {
        for distance in ["absolute", "squared"] {
          let pair = "a=\(a) b=\(b) index=\(index) distance=\(distance)"
          for (name, text) in [
            ("un", "votes.similarity \(pair) period=2001-01-01/2001-12-31"),
            ("atop", "alliances.similarity \(pair) year=2001"),
          ] {
            let column = try #require(panel.column("\(name)_\(index)_\(distance)"))
            let expected = try finding(text).estimate?.value
            let found = column.number(at: row).value
            #expect(
              expected.map { abs($0 - (found ?? .nan)) < 1e-12 } ?? (found == nil),
              "\(text): \(String(describing: found))")
            #expect(column.number(at: mirrored).value == found)
          }
        }
      }
      let weighted = try #require(panel.column("atop_s_weighted_absolute")?.number(at: row).value)
      #expect(weighted >= -1 && weighted <= 1)
    }
    let table = try #require(record.rollCalls).table
    let all = DyadSimilarities(table, by: .year, in: 2001...2001)
    #expect(all.count > 15_000)
    #expect(panel.column("un_s_absolute")?.tally().last == 2 * all.count)
  }
}
