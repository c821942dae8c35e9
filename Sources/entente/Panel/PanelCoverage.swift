import Charts
import Panel

/// The coverage of a panel: printed by decade, and drawn where a file was named.
enum PanelCoverage {
  static func print(_ table: PanelTable, to path: String?) throws {
    let coverage = CoverageTable(table)
    Terminal.print(coverage.text)
    guard let path else { return }
    guard path.lowercased().hasSuffix(".svg") else {
      throw CommandFailure.usage("\(path): the picture of a coverage is an .svg")
    }
    let chart = CoverageChart(
      text: FigureText(
        title: "Coverage of the panel of \(table.request.unit.rawValue)",
        subtitle: "Share of rows with a value, by variable and year",
        source: table.vintages.map { "\($0.dataset) \($0.version)" }.joined(separator: ", "),
        notes: table.log),
      years: coverage.years,
      rows: coverage.rows.map { CoverageChart.Row(name: $0.variable.name, shares: $0.shares) })
    try Terminal.write(chart.figure.svg(prefix: "coverage", form: .file), to: path)
    Terminal.message("\(path): \(coverage.rows.count) variables")
  }
}
