import Record

extension Family {
  /// Measures of democracy.
  static let democracy = Family(
    name: "democracy", summary: "Polity scores and V-Dem indices.", peer: "add_democracy", units: anyUnit,
    datasets: ["polity5", "vdem"]
  ) { context throws(PanelError) in
    let polity = try context.need(context.record.polity, "polity5")
    let vdem = try context.need(context.record.democracy, "vdem")
    let system = context.frame.system
    let scores = StateCells(system: system, years: polity.years)
    let indices = StateCells(system: system, years: vdem.years)
    let polity2 = context.columns(
      scores.shorts(polity.table.states, polity.table.years, polity.table.polity2, missing: -128),
      Variable(
        "polity2", .number, label: "Polity score", unit: "-10 to 10",
        meaning:
          "Democracy minus autocracy, with the special codes of interruption and transition resolved by the source.",
        dataset: "polity5", missing: "A state without a row, and a year the source does not resolve, have no value."),
      polity)
    let series = [
      ("v2x_polyarchy", "Electoral democracy", vdem.table.polyarchy),
      ("v2x_libdem", "Liberal democracy", vdem.table.liberal),
    ]
    let columns = series.map { name, label, values in
      context.columns(
        indices.numbers(vdem.table.states, vdem.table.years, values),
        Variable(
          name, .number, label: label, unit: "0 to 1", meaning: "\(label) index of V-Dem.", dataset: "vdem",
          missing: "A state without a row has no value."), vdem)
    }
    return (0..<polity2.count).flatMap { side in [polity2[side]] + columns.map { $0[side] } }
  }

  /// Changes of the source of leader support.
  static let leaderSupport = Family(
    name: "leader-support", summary: "Changes of leaders and of the groups behind them (CHISOLS).", peer: "",
    units: anyUnit, datasets: ["chisols"]
  ) { context throws(PanelError) in
    let source = try context.need(context.record.leaderSupport, "chisols")
    let table = source.table
    let states = StateCells(system: context.frame.system, years: source.years)
    let series: [(String, String, String, [Int16])] = [
      ("leadertrans", "Leader transition", "1 if there was a transition of leaders in the year.", table.leaderChange),
      ("solschdum", "Change of leader support", "1 if the source of leader support changed.", table.supportChange),
      (
        "solsminchdum", "Minor change of leader support", "1 if it changed in a minor way, as the source defines it.",
        table.minorSupportChange
      ),
    ]
    return context.columns(
      series.map { name, label, meaning, values in
        (
          states.shorts(table.states, table.years, values, missing: -9),
          Variable(
            name, .flag, label: label, meaning: meaning, dataset: "chisols",
            missing: "A state without a row in the year has no value.")
        )
      }, source)
  }
}
