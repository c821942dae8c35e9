import Statistics

extension ModelReport {
  /// Plain text, Markdown or LaTeX.
  public func document(_ format: Format) -> String {
    var out = ""
    if entries.count > 1 {
      out += section("Models of \(dataName)", sideBySide, format)
      for (i, entry) in entries.enumerated() { out += notes(entry, prefix: "(\(i + 1)) ", format) }
    }
    for (i, entry) in entries.enumerated() {
      let prefix = entries.count > 1 ? "(\(i + 1)) " : ""
      if entries.count == 1 {
        out += section(entry.model.caption, coefficients(entry.model), format)
        out += statistics(entry, format) + notes(entry, prefix: "", format)
      }
      if let effects = entry.effects {
        out += section(prefix + "Average marginal effects", effectsGrid(effects, entry.model), format)
      }
      if let predictions = entry.predictions {
        out += section(prefix + "Average predictions", predictionsGrid(predictions, entry.model), format)
      }
      if let test = entry.model.coxDiagnostics?.proportionality {
        out += section(prefix + "Test of proportional hazards (Kaplan-Meier time)", proportionality(test), format)
      }
    }
    return out
  }

  private func section(_ title: String, _ grid: Grid, _ format: Format) -> String {
    switch format {
    case .md: "**\(title)**\n\n\(grid.markdown)\n"
    case .tex:
      "\\begin{table}\n\\caption{\(Grid.escaped(title))}\n\(grid.latex)\\end{table}\n\n"
    case .text, .csv, .json: "\(title)\n\n\(grid.text)\n"
    }
  }

  private func statistics(_ entry: Entry, _ format: Format) -> String {
    let words = entry.statistics.map {
      "\($0.name) \($0.isCount ? NumberText.count(Int($0.value)) : NumberText.fixed($0.value, 4))"
    }
    return lines(words, format)
  }

  private func notes(_ entry: Entry, prefix: String, _ format: Format) -> String {
    let warnings = entry.model.warnings.map { "Warning: \($0)." }
    return lines((entry.notes + warnings).map { prefix + $0 }, format)
  }

  private func lines(_ lines: [String], _ format: Format) -> String {
    switch format {
    case .md: lines.map { "- \($0)\n" }.joined() + "\n"
    case .tex: lines.map { "% \($0)\n" }.joined() + "\n"
    case .text, .csv, .json: lines.map { $0 + "\n" }.joined() + "\n"
    }
  }

  private func coefficients(_ model: FittedModel) -> Grid {
    let isCox = model.kind == .cox
    var grid = Grid(
      header: ["", "estimate", "error", model.statisticName, "p", "low", "high"] + (isCox ? ["hazard ratio"] : []),
      rows: [])
    for line in model.lines {
      grid.rows.append(
        [line.name] + Self.cells(line) + (isCox ? [NumberText.coefficient(exponential(line.estimate))] : []))
    }
    return grid
  }

  private static func cells(_ line: FittedModel.Line) -> [String] {
    [
      NumberText.coefficient(line.estimate), NumberText.coefficient(line.error), NumberText.fixed(line.statistic, 3),
      NumberText.significance(line.significance), NumberText.coefficient(line.low), NumberText.coefficient(line.high),
    ]
  }

  private func effectsGrid(_ effects: MarginalEffects, _ model: FittedModel) -> Grid {
    Grid(
      header: ["variable", "effect", "error", model.statisticName, "p", "low", "high"],
      rows: effects.effects.map { effect in
        let name = effect.contrast.isEmpty ? effect.variable : "\(effect.variable): \(effect.contrast)"
        return [name] + Self.cells(effect.line)
      })
  }

  private func predictionsGrid(_ predictions: Predictions, _ model: FittedModel) -> Grid {
    Grid(
      header: ["at", "prediction", "error", "low", "high"],
      rows: predictions.predictions.map { prediction in
        let line = prediction.line
        let mark = prediction.extrapolated.isEmpty ? "" : " *"
        return [
          line.name + mark, NumberText.coefficient(line.estimate), NumberText.coefficient(line.error),
          NumberText.coefficient(line.low), NumberText.coefficient(line.high),
        ]
      })
  }

  private func proportionality(_ test: ProportionalityTest) -> Grid {
    Grid(
      header: ["", "chi squared", "df", "p"],
      rows: (test.lines + [test.global]).map { line in
        [
          line.name, NumberText.fixed(line.chiSquare, 4), String(line.freedom),
          NumberText.significance(line.significance),
        ]
      })
  }

  /// Models as columns, errors in parentheses under the estimates, as in papers.
  private var sideBySide: Grid {
    var names: [String] = []
    for entry in entries { for name in entry.model.names where !names.contains(name) { names.append(name) } }
    let header = [""] + entries.enumerated().map { "(\($0.offset + 1)) \($0.element.model.kind.rawValue)" }
    var grid = Grid(header: header, rows: [])
    let lines = entries.map { entry in
      Dictionary(entry.model.lines.map { ($0.name, $0) }, uniquingKeysWith: { first, _ in first })
    }
    for name in names {
      grid.rows.append([name] + lines.map { $0[name].map { NumberText.coefficient($0.estimate) } ?? "" })
      grid.rows.append([""] + lines.map { $0[name].map { "(\(NumberText.coefficient($0.error)))" } ?? "" })
    }
    grid.rules = [grid.rows.count]
    let statistics = entries.map(\.statistics)
    var labels: [String] = []
    for list in statistics { for item in list where !labels.contains(item.name) { labels.append(item.name) } }
    for label in labels {
      grid.rows.append(
        [label]
          + statistics.map { list in
            guard let item = list.first(where: { $0.name == label }) else { return "" }
            return item.isCount ? NumberText.count(Int(item.value)) : NumberText.fixed(item.value, 4)
          })
    }
    return grid
  }
}
