import Delimited
import Foundation
import Testing

@testable import Models

/// The simulated panel of Benchmarks/peers/models.R (sandwich 3.0-2, survival 3.5-3, R 4.2.2) and what R makes of it.
struct Panel {
  let formulas: [(formula: String, names: [String], values: [Double], rows: Int)]
  private let values: [String: [Double]]

  init() throws {
    let lines = try String(contentsOf: Self.file("models.txt"), encoding: .utf8).split(separator: "\n")
    let cells = lines.map { $0.split(separator: "\t").map { String($0).trimmingCharacters(in: .whitespaces) } }
    func line(_ kind: String, _ i: String) -> [String] {
      cells.first { $0[0] == kind && $0[1] == i }.map { $0.dropFirst(2).filter { !$0.isEmpty } } ?? []
    }
    formulas = cells.filter { $0[0] == "formula" }.map { cell in
      (
        cell[2], line("names", cell[1]), line("values", cell[1]).compactMap(Double.init),
        Int(line("rows", cell[1]).first ?? "") ?? 0
      )
    }
    var values: [String: [Double]] = [:]
    for cell in cells where cell[0] == "value" { values[cell[1]] = cell.dropFirst(2).compactMap(Double.init) }
    self.values = values
  }

  subscript(_ name: String) -> [Double] { values[name] ?? [] }

  static func file(_ name: String) -> URL {
    URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Fixtures/" + name)
  }

  static func table(_ request: ModelRequest) throws -> DataTable {
    try DataTable(
      reading: .file(file("panel.csv").path), format: .csv, columns: request.columns, asText: request.identifiers)
  }

  static func fit(_ kind: ModelKind, _ formula: String, errors: ErrorRequest = .classic) throws -> FittedModel {
    let request = ModelRequest(kind, try Formula(formula), errors: errors)
    return try FittedModel(request, data: try table(request))
  }
}

/// Whether numbers agree to a tolerance relative to their size above 1.
func agree(_ a: [Double], _ b: [Double], _ tolerance: Double) -> Bool {
  a.count == b.count && !a.isEmpty && zip(a, b).allSatisfy { abs($0 - $1) <= tolerance * max(1, abs($1)) }
}
