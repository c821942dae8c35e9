import Archive
import Datasets
import Evidence
import Foundation
import Panel
import Record

/// What `entente panel --explain` prints: the families, or every variable of some of them.
struct PanelExplanation {
  let archive: String
  let families: [String]

  func print() throws {
    guard !families.isEmpty else { return Terminal.print(overview()) }
    for name in families.flatMap({ $0.split(separator: ",").map(String.init) }) {
      guard let family = FamilySummary.all.first(where: { $0.name == name }) else {
        _ = try FamilySummary.datasets(for: PanelRequest(unit: .stateYear, years: 2000...2000, add: [name]))
        continue
      }
      try print(family)
    }
  }

  private func overview() -> String {
    let installed = Set(((try? Archive(at: archive).datasets()) ?? []).map(\.vintage.dataset))
    let width = FamilySummary.all.map(\.name.count).max() ?? 0
    var text = ""
    for family in FamilySummary.all {
      let absent = family.datasets.filter { !installed.contains($0) }
      text += family.name + String(repeating: " ", count: width - family.name.count + 2) + family.summary + "\n"
      let indent = String(repeating: " ", count: width + 2)
      text += indent + family.units.map(\.rawValue).joined(separator: ", ")
      if !family.datasets.isEmpty { text += "; from \(family.datasets.joined(separator: ", "))" }
      if !absent.isEmpty { text += " (not installed: \(absent.joined(separator: ", ")))" }
      if !family.peer.isEmpty { text += "; \(family.peer)() of peacesciencer" }
      text += "\n"
    }
    return text + "\nentente panel --explain FAMILY lists its variables.\n"
  }

  /// The variables of a family for each unit, from a panel of one year.
  private func print(_ family: FamilySummary) throws {
    Terminal.print("\(family.name): \(family.summary)\n")
    var seen: Set<String> = []
    for unit in family.units where unit != .triadYear {
      // Derived columns need those they are made from.
      let base = family.datasets.isEmpty ? ["mids", "gml-mids"] : []
      // A dyad has its rungs against a third power that is named.
      let name = family.name == "ladder" ? "ladder:USA" : family.name
      let request = PanelRequest(unit: unit, years: 2000...2000, add: base + [name])
      let record = try PanelSource.record(for: request, archive: archive)
      let table = try PanelTable.assembled(request, from: record, workers: 1)
      let plain = try PanelTable.assembled(
        PanelRequest(unit: unit, years: 2000...2000, add: base), from: record, workers: 1)
      for column in table.columns where plain.column(column.variable.name) == nil {
        guard seen.insert("\(column.variable.name) \(column.variable.meaning)").inserted else { continue }
        Terminal.print(lines(column, unit))
      }
    }
    for dataset in family.datasets {
      if let entry = try? Catalogue.entry(named: dataset), let citation = entry.citations.first {
        Terminal.print("  cite: \(citation)\n")
      }
    }
  }

  private func lines(_ column: PanelColumn, _ unit: PanelUnit) -> String {
    let variable = column.variable
    var text = "  \(variable.name)  (\(unit.rawValue))  \(variable.label)\n    \(variable.meaning)\n"
    if !variable.unit.isEmpty { text += "    unit: \(variable.unit)\n" }
    if !variable.codes.isEmpty {
      let codes = variable.codes.sorted { $0.key < $1.key }.map { "\($0.key) \($0.value)" }
      text += "    codes: \(codes.joined(separator: ", "))\n"
    }
    if !variable.dataset.isEmpty {
      text += "    source: \(variable.dataset) \(column.version)"
      text += column.years.map { ", \($0.lowerBound)-\($0.upperBound)" } ?? ""
      text += "\n"
    }
    return text + "    no value: \(variable.missingRule)\n"
  }
}
