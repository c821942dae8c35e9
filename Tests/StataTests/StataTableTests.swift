import Foundation
import Stata
import Testing

/// Files that were written are read back as they were.
@Suite struct StataTableTests {
  static let variables = [
    StataVariable("ccode1", label: "First state", storage: .int),
    StataVariable(
      "conttype", label: "Direct contiguity", storage: .byte, labels: [0: "not contiguous", 1: "land"],
      missingLabels: ["a": "outside the years the dataset covers"]),
    StataVariable("tpop1", label: "Total population, first state", storage: .double),
    StataVariable("number", label: "A number", storage: .long),
    StataVariable("name", label: "Nom de l'État", storage: .text(20)),
  ]

  static let rows: [[StataCell]] = [
    [.whole(2), .whole(1), .number(8_659.25), .whole(1_000_000), .text("États-Unis")],
    [.whole(365), .missing("a"), .missing("c"), .missing(nil), .text("")],
    [.whole(710), .whole(0), .number(-0.1), .whole(-5), .text("China, \"PRC\"")],
  ]

  private static func written() throws -> String {
    let path = FileManager.default.temporaryDirectory.appending(path: "stata-\(UUID().uuidString).dta").path
    try StataTable.write(to: path, label: "A panel", variables: variables, rowCount: rows.count) { rows[$0][$1] }
    return path
  }

  @Test func everythingComesBack() throws {
    let path = try Self.written()
    defer { try? FileManager.default.removeItem(atPath: path) }
    let table = try StataTable(reading: path)
    #expect(table.label == "A panel")
    #expect(table.rowCount == 3)
    for (column, variable) in Self.variables.enumerated() {
      #expect(table.variables[column].name == variable.name)
      #expect(table.variables[column].label == variable.label)
      #expect(table.variables[column].labels == variable.labels)
      #expect(table.variables[column].missingLabels == variable.missingLabels)
      #expect(table.columns[column] == Self.rows.map { $0[column] }, "\(variable.name)")
    }
  }

  @Test func itIsVersion118() throws {
    let path = try Self.written()
    defer { try? FileManager.default.removeItem(atPath: path) }
    let head = String(decoding: try Data(contentsOf: URL(filePath: path)).prefix(80), as: UTF8.self)
    #expect(head.contains("<release>118</release>"))
  }

  @Test func aNumberTooLargeForItsStorageIsRefused() {
    let path = FileManager.default.temporaryDirectory.appending(path: "stata-\(UUID().uuidString).dta").path
    defer { try? FileManager.default.removeItem(atPath: path) }
    #expect(throws: StataError.self) {
      try StataTable.write(
        to: path, label: "", variables: [StataVariable("x", label: "", storage: .byte)], rowCount: 1
      ) { _, _ in .whole(300) }
    }
  }

  @Test func aFileThatIsNoneIsRefused() throws {
    let path = FileManager.default.temporaryDirectory.appending(path: "stata-\(UUID().uuidString).dta").path
    defer { try? FileManager.default.removeItem(atPath: path) }
    try Data("ccode,year\n2,1816\n".utf8).write(to: URL(filePath: path))
    #expect(throws: StataError.self) { try StataTable(reading: path) }
  }
}
