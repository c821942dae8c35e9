import Foundation
import Testing

@testable import Panel

/// The rows of docs/from-peacesciencer.md that show where Entente differs, read from the page.
@Suite(.publishedPanel) struct DocumentedDifferencesTests {
  private struct Row {
    let variable: String
    let states: [UInt16]
    let year: Int
    let expected: String
  }

  private func rows() throws -> [Row] {
    let page = try String(
      contentsOf: PublishedPanel.root.appending(path: "docs/from-peacesciencer.md"), encoding: .utf8)
    return page.split(separator: "\n").compactMap { line in
      let cells = line.split(separator: "|").map { $0.trimmingCharacters(in: .whitespaces) }
      guard cells.count == 5, cells[0].hasPrefix("`") else { return nil }
      let words = cells[1].split(separator: " ")
      guard words.count == 2, let year = Int(words[1]) else { return nil }
      let states = words[0].split(separator: "-").compactMap { UInt16($0) }
      return Row(
        variable: cells[0].replacing("`", with: ""), states: states, year: year, expected: cells[3])
    }
  }

  @Test func everyRowOfThePage() throws {
    let rows = try rows()
    #expect(rows.count >= 7)
    let record = try PublishedPanel.record.get()
    let years = 1948...2021
    let families = ["atop", "contiguity", "majors", "rivalries", "igos"]
    let dyadic = try PanelTable.assembled(
      PanelRequest(unit: .directedDyadYear, years: years, add: families), from: record)
    let states = try PanelTable.assembled(
      PanelRequest(unit: .stateYear, years: years, add: ["contiguity"]), from: record)
    let system = SystemYears(years)
    let dyads = DyadYears(system, directed: true)
    for row in rows {
      let (table, position): (PanelTable, Int?) =
        row.states.count == 2
        ? (dyadic, dyads.row(row.states[0], row.states[1], year: row.year))
        : (states, system.cell(row.states[0], row.year).flatMap { system.memberCells.firstIndex(of: Int32($0)) })
      let column = try #require(table.column(row.variable), "\(row.variable)")
      let place = try #require(position, "\(row.states) \(row.year)")
      let found = column.written(at: place).value ?? column.missingCode(at: place)?.text
      #expect(found == row.expected, "\(row.variable) \(row.states) \(row.year)")
    }
  }

  /// Austria-Hungary's last rivalry passes to Austria, as in peacesciencer.
  @Test func theRivalryOfAustriaAndSerbia() throws {
    let table = try PanelTable.assembled(
      PanelRequest(unit: .directedDyadYear, years: 1917...1922, add: ["rivalries"]),
      from: try PublishedPanel.record.get())
    let dyads = DyadYears(SystemYears(1917...1922), directed: true)
    let numbers = try #require(table.column("tssr_id"))
    for (first, second, year, expected) in [
      (300, 345, 1918, 76.0), (305, 345, 1919, 76), (345, 305, 1920, 76), (305, 345, 1921, nil),
    ] as [(UInt16, UInt16, Int, Double?)] {
      let row = try #require(dyads.row(first, second, year: year))
      #expect(numbers.number(at: row).value == expected, "\(first)-\(second) \(year)")
    }
  }
}
