import Record

extension Family {
  /// National material capabilities and the composite index.
  static let nmc = Family(
    name: "nmc", summary: "National material capabilities and the composite index (CINC).", peer: "add_nmc",
    units: anyUnit, datasets: ["cow-nmc"]
  ) { context throws(PanelError) in
    let source = try context.need(context.record.capabilities, "cow-nmc")
    let table = source.table
    let states = StateCells(system: context.frame.system, years: source.years)
    let series: [(String, String, String, String, [Double])] = [
      (
        "milex", "Military expenditure", "thousand current pounds to 1913, thousand current US dollars from 1914",
        "Military expenditure of the state in the year. Not comparable across 1913/1914.", table.militaryExpenditure
      ),
      ("milper", "Military personnel", "thousands", "Military personnel.", table.militaryPersonnel),
      ("irst", "Iron and steel production", "thousand tons", "Iron and steel production.", table.ironAndSteel),
      ("pec", "Primary energy consumption", "thousand coal-ton equivalents", "Energy consumption.", table.energy),
      ("tpop", "Total population", "thousands", "Total population.", table.population),
      (
        "upop", "Urban population", "thousands", "Population of cities above 100,000 inhabitants.",
        table.urbanPopulation
      ),
      (
        "cinc", "Composite index of national capability", "share of the system, 0 to 1",
        "Mean of the state's shares of the system's six components.", table.cinc
      ),
    ]
    return context.columns(
      series.map { name, label, unit, meaning, values in
        (
          states.numbers(table.states, table.years, values),
          Variable(
            name, .number, label: label, unit: unit, meaning: meaning, dataset: "cow-nmc",
            missing: "The source's -9 is missing.")
        )
      }, source)
  }
}
