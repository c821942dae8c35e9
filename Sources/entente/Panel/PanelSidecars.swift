import Datasets
import Evidence
import Foundation
import Panel

/// The files beside a panel: its recipe, and its codebook as a Frictionless Data Package (version 2).
struct PanelSidecars {
  let request: PanelRequest
  let variables: [Variable]
  let years: [ClosedRange<Int>?]
  let log: [String]
  let vintages: [Vintage]
  let rows: Int
  let path: String
  let format: PanelOutput.Format
  let missing: MissingText

  init(_ table: PanelTable, path: String, format: PanelOutput.Format, missing: MissingText) {
    request = table.request
    variables = table.columns.map(\.variable)
    years = table.columns.map(\.years)
    log = table.log
    vintages = table.vintages
    rows = table.rowCount
    self.path = path
    self.format = format
    self.missing = missing
  }

  init(_ triads: TriadStream, rows: Int, path: String, format: PanelOutput.Format, missing: MissingText) {
    request = triads.request
    variables = triads.variables
    years = triads.variables.map { _ in nil }
    log = triads.log
    vintages = triads.vintages
    self.rows = rows
    self.path = path
    self.format = format
    self.missing = missing
  }

  func write() throws {
    let stem = PanelOutput.stem(path, format)
    let name = URL(fileURLWithPath: stem).lastPathComponent
    let recipe = RecipeFile(request, vintages: vintages, missing: missing)
    try Terminal.write(recipe.text(for: name), to: stem + ".recipe.yaml")
    let text = try OutputForm.json(package(name))
    try Terminal.write(text, to: stem + ".datapackage.json")
  }

  private func package(_ name: String) -> DataPackage {
    let fields = zip(variables, years).map { variable, years in
      DataPackage.Field(
        name: variable.name, type: type(variable), title: variable.label,
        description: [variable.meaning, variable.missingRule].joined(separator: " "),
        unit: variable.unit.isEmpty ? nil : variable.unit,
        dataset: variable.dataset.isEmpty ? nil : variable.dataset,
        coverage: years.map { "\($0.lowerBound)/\($0.upperBound)" },
        categories: variable.codes.isEmpty
          ? nil : variable.codes.sorted { $0.key < $1.key }.map { DataPackage.Category(value: $0.key, label: $0.value) }
      )
    }
    let file = URL(fileURLWithPath: path).lastPathComponent
    let isText = format == .csv || format == .gzip
    let values =
      missing == .codes && isText
      ? MissingCode.allCases.map { DataPackage.MissingValue(value: $0.text, label: $0.label) }
      : [DataPackage.MissingValue(value: "", label: "no value: outside coverage, missing or undefined")]
    return DataPackage(
      name: name.lowercased().map { $0.isASCII && ($0.isLetter || $0.isNumber) ? String($0) : "-" }.joined(),
      title: "Panel of \(request.unit.rawValue), \(request.firstYear)-\(request.lastYear)",
      sources: vintages.map { vintage in
        let entry = try? Catalogue.entry(named: vintage.dataset)
        return DataPackage.Source(
          title: "\(entry?.title ?? vintage.dataset), version \(vintage.version)", path: entry?.home,
          version: vintage.version, sha256: vintage.sha256, retrieved: vintage.retrieved,
          citation: entry?.citations.map(\.description).joined(separator: " "), terms: entry?.terms.text)
      },
      resources: [
        DataPackage.Resource(
          name: "panel", path: file, type: isText ? "table" : nil, format: format.rawValue,
          mediatype: isText ? "text/csv" : nil, encoding: isText ? "utf-8" : nil, rows: rows,
          schema: DataPackage.Schema(fields: fields, missingValues: values, primaryKey: primaryKey))
      ],
      steps: log, recipe: name + ".recipe.yaml")
  }

  private var primaryKey: [String] {
    switch request.unit {
    case .stateYear: ["ccode", "year"]
    case .dyadYear, .directedDyadYear: ["ccode1", "ccode2", "year"]
    case .triadYear: ["ccode1", "ccode2", "ccode3", "year"]
    case .leaderYear: ["obsid", "year"]
    }
  }

  private func type(_ variable: Variable) -> String {
    switch variable.kind {
    case .number: "number"
    case .text: "string"
    case .day: "date"
    case .year: "year"
    case .flag, .count, .code: "integer"
    }
  }
}

/// A Frictionless Data Package, version 2, as far as a panel needs one.
struct DataPackage: Encodable {
  struct Field: Encodable {
    let name: String
    let type: String
    let title: String
    let description: String
    let unit: String?
    let dataset: String?
    let coverage: String?
    let categories: [Category]?
  }

  struct Category: Encodable {
    let value: Int
    let label: String
  }

  struct MissingValue: Encodable {
    let value: String
    let label: String
  }

  struct Schema: Encodable {
    let schema = "https://datapackage.org/profiles/2.0/tableschema.json"
    let fields: [Field]
    let missingValues: [MissingValue]
    let primaryKey: [String]

    enum CodingKeys: String, CodingKey {
      case schema = "$schema"
      case fields, missingValues, primaryKey
    }
  }

  struct Resource: Encodable {
    let name: String
    let path: String
    let type: String?
    let format: String
    let mediatype: String?
    let encoding: String?
    let rows: Int
    let schema: Schema
  }

  struct Source: Encodable {
    let title: String
    let path: String?
    let version: String
    let sha256: String
    let retrieved: String
    let citation: String?
    let terms: String?
  }

  let schema = "https://datapackage.org/profiles/2.0/datapackage.json"
  let name: String
  let title: String
  let sources: [Source]
  let resources: [Resource]
  /// What was decided while the panel was made.
  let steps: [String]
  let recipe: String

  enum CodingKeys: String, CodingKey {
    case schema = "$schema"
    case name, title, sources, resources, steps, recipe
  }
}
