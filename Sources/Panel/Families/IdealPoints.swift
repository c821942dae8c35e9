import Record

extension Family {
  /// Ideal points as Entente fitted them.
  static let idealPoints = Family(
    name: "ideal-points",
    summary: "Ideal points in the UN General Assembly with their uncertainty, as fitted; for dyads their distance.",
    peer: "", units: anyUnit, datasets: ["ideal-points"]
  ) { context throws(PanelError) in
    let source = try context.need(context.record.positions, "ideal-points")
    let table = source.table
    let system = context.frame.system
    let rows = table.states.indices.filter { table.dimensions[$0] == 1 }
    let (states, years) = (rows.map { table.states[$0] }, rows.map { table.sessions[$0] + 1945 })
    let cells = StateCells(system: system, years: source.years)
    func numbers(_ values: [Double]) -> Cells { cells.numbers(states, years, rows.map { values[$0] }) }
    func variable(_ name: String, _ label: String, _ meaning: String, _ kind: Variable.Kind = .number) -> Variable {
      Variable(
        name, kind, label: label, unit: kind == .count ? "votes" : "standard deviations of all positions",
        meaning: meaning + " A session counts in the year in which it opens; higher is closer to the United States.",
        dataset: "ideal-points",
        missing: "A state that cast no vote in the session has no position; outside the sessions fitted never a value.")
    }
    let counts: [Int32] = cells.cells(states, years) { table.votes[rows[$0]] }
    let items: [(Cells, Variable)] = [
      (numbers(table.means), variable("idealpoint", "Ideal point", "Posterior mean of the dynamic ordinal probit.")),
      (numbers(table.deviations), variable("idealpoint_sd", "Ideal point: error", "Posterior standard deviation.")),
      (numbers(table.q5), variable("idealpoint_lower", "Ideal point: 5 %", "5 % quantile of the posterior.")),
      (numbers(table.q95), variable("idealpoint_upper", "Ideal point: 95 %", "95 % quantile of the posterior.")),
      (.integers(counts), variable("idealpoint_votes", "Ideal point: votes", "Votes the position rests on.", .count)),
    ]
    let own = context.columns(items, source)
    guard context.frame.dyads != nil else { return own }
    return own + distances(context, source, means: items[0].0, deviations: items[1].0)
  }

  private static func distances(
    _ context: FamilyContext, _ source: Sourced<Positions>, means: Cells, deviations: Cells
  ) -> [PanelColumn] {
    guard case .numbers(let means) = means, case .numbers(let deviations) = deviations else { return [] }
    let frame = context.frame
    var gaps = [Double](repeating: 0, count: frame.count)
    var errors = gaps
    for row in 0..<frame.count {
      let (a, b) = (Int(frame.firstCells[row]), Int(frame.secondCells[row]))
      if let code = means[a].missingCode ?? means[b].missingCode {
        gaps[row] = Double.encoded(code)
        errors[row] = Double.encoded(code)
      } else {
        gaps[row] = abs(means[a] - means[b])
        let variance: Double = deviations[a] * deviations[a] + deviations[b] * deviations[b]
        errors[row] = variance.squareRoot()
      }
    }
    func column(_ name: String, _ label: String, _ meaning: String, _ values: [Double]) -> PanelColumn {
      context.column(
        Variable(
          name, .number, label: label, unit: "standard deviations of all positions", meaning: meaning,
          dataset: "ideal-points", missing: "Unless both states cast a vote in the session that opens in the year."),
        .numbers(values), source)
    }
    return [
      column(
        "idealpoint_distance", "Distance of ideal points",
        "Absolute difference of the two posterior means; like-mindedness, not coordination.", gaps),
      column(
        "idealpoint_distance_sd", "Distance of ideal points: error",
        "Standard deviation of the difference, the two posteriors taken as independent.", errors),
    ]
  }
}
