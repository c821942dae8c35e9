import Evidence
import Foundation
import Record
import Testing

@testable import Panel

@Suite struct PanelCSVTests {
  static let request = PanelRequest(
    unit: .directedDyadYear, years: 1988...1992,
    add: ["mids", "mid-details", "nmc", "majors", "contiguity", "peace-years"])

  private func csv(_ table: PanelTable, _ missing: MissingText = .empty, workers: Int = 2) throws -> String {
    var bytes: [UInt8] = []
    try PanelCSV.write(table, missing: missing, workers: workers) { bytes += $0 }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// Every field is the cell, in rows enough for several blocks.
  @Test(arguments: MissingText.allCases)
  func everyFieldIsItsCell(missing: MissingText) throws {
    let table = try PanelTable.assembled(Self.request, from: try HandMade.record())
    let lines = try csv(table, missing).split(separator: "\n", omittingEmptySubsequences: false)
    #expect(lines.count == table.rowCount + 2)
    #expect(lines[0] == table.columns.map(\.variable.name).joined(separator: ",")[...])
    for row in stride(from: 0, to: table.rowCount, by: 37) {
      let fields = lines[row + 1].split(separator: ",", omittingEmptySubsequences: false)
      #expect(fields.count == table.columns.count)
      for (field, column) in zip(fields, table.columns) {
        let expected =
          column.written(at: row).value
          ?? (missing == .empty ? "" : column.missingCode(at: row).map(\.text) ?? "?")
        if field != expected[...] { Issue.record("row \(row), \(column.variable.name): \(field), not \(expected)") }
      }
    }
  }

  @Test func theSameBytesOnOneWorkerAndOnTwo() throws {
    let table = try PanelTable.assembled(Self.request, from: try HandMade.record())
    #expect(try csv(table, workers: 1) == csv(table, workers: 2))
  }

  @Test(arguments: [
    0.0, -0.0, 1, -1, 9, 10, 99, 100, 12_345_678, 0.1, 1.0 / 3, 1e300, 5e-324, 9_007_199_254_740_991, 1e15, 1e16,
    -123.456, 2_538_205,
  ])
  func numbersReadBack(number: Double) throws {
    var bytes = [UInt8](repeating: 0, count: 40)
    let count = bytes.withUnsafeMutableBytes { buffer in
      buffer.baseAddress.map { NumberBytes.write(number, to: $0) } ?? 0
    }
    let text = String(decoding: bytes.prefix(count), as: UTF8.self)
    #expect(Double(text) == number)
    #expect(text == PanelColumn.written(number))
  }

  @Test func jsonHasTheReasons() throws {
    let table = try PanelTable.assembled(Self.request, from: try HandMade.record())
    var bytes: [UInt8] = []
    try PanelJSON.write(table, asArray: true) { bytes += $0 }
    let rows = try #require(try JSONSerialization.jsonObject(with: Data(bytes)) as? [[String: Any]])
    #expect(rows.count == table.rowCount)
    let row = try #require(
      rows.first { $0["ccode1"] as? Int == 2 && $0["ccode2"] as? Int == 365 && $0["year"] as? Int == 1992 })
    #expect(row["cowmaj1"] is NSNull)
    let reasons = try #require(row["_missing"] as? [String: String])
    #expect(reasons["cowmaj1"] == "outsideYears")
    #expect(reasons["ccode1"] == nil)
  }
}
