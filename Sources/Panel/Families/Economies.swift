import Record

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

extension Family {
  /// Output and population as estimated by a model.
  static let gdp = Family(
    name: "gdp", summary: "Output and population, estimates in constant 2011 US dollars, as natural logarithms.",
    peer: "add_sdp_gdp", units: anyUnit, datasets: ["sdp-gdp"]
  ) { context throws(PanelError) in
    let source = try context.need(context.record.economies, "sdp-gdp")
    let table = source.table
    let series = [
      ("wbgdp2011est", "Gross domestic product", "constant 2011 US dollars", table.gdp),
      ("wbpopest", "Population", "persons", table.population),
      ("wbgdppc2011est", "Gross domestic product per head", "constant 2011 US dollars", table.gdpPerHead),
    ]
    return stateNumbers(
      context, source, "sdp-gdp", table.states, table.years,
      series.map { name, label, unit, values in
        (
          name, "\(label), logarithm", "natural logarithm of \(unit)",
          "\(label), estimated by a model. Constant dollars: never a divisor of trade in current ones.",
          values.map { $0 > 0 ? log($0) : .nan }
        )
      })
  }

  /// Income per head of the Maddison Project.
  static let maddison = Family(
    name: "maddison", summary: "Income per head and population (Maddison Project).", peer: "", units: anyUnit,
    datasets: ["maddison"]
  ) { context throws(PanelError) in
    let source = try context.need(context.record.maddisonIncomes, "maddison")
    let table = source.table
    return stateNumbers(
      context, source, "maddison", table.states, table.years,
      [
        ("cgdppc", "Income per head, levels", "2011 US dollars", "For comparing states.", table.incomePerHead),
        (
          "rgdpnapc", "Income per head, growth", "2011 US dollars", "For growth within a state.",
          table.realIncomePerHead
        ),
        ("mpd_pop", "Population", "persons", "Population.", table.population),
      ])
  }

  /// Income per head of the World Bank.
  static let wdi = Family(
    name: "wdi", summary: "GDP per head in current US dollars (World Bank).", peer: "", units: anyUnit,
    datasets: ["wdi-gdp"]
  ) { context throws(PanelError) in
    let source = try context.need(context.record.currentEconomies, "wdi-gdp")
    let table = source.table
    return stateNumbers(
      context, source, "wdi-gdp", table.states, table.years,
      [("wdi_gdppc", "GDP per head", "current US dollars", "Comparable within a year only.", table.gdpPerHead)])
  }

  /// Military expenditure of SIPRI.
  static let milex = Family(
    name: "sipri-milex", summary: "Military expenditure in constant US dollars (SIPRI).", peer: "", units: anyUnit,
    datasets: ["sipri-milex"]
  ) { context throws(PanelError) in
    let source = try context.need(context.record.militarySpending, "sipri-milex")
    let table = source.table
    return stateNumbers(
      context, source, "sipri-milex", table.states, table.years,
      [
        (
          "sipri_milex", "Military expenditure", "million constant US dollars",
          "Military expenditure in prices of the edition's base year.", table.spending
        )
      ])
  }

  /// Columns of numbers of states in years.
  private static func stateNumbers<T>(
    _ context: FamilyContext, _ source: Sourced<T>, _ dataset: String, _ states: [UInt16], _ years: [Int16],
    _ series: [(String, String, String, String, [Double])]
  ) -> [PanelColumn] {
    let cells = StateCells(system: context.frame.system, years: source.years)
    return context.columns(
      series.map { name, label, unit, meaning, values in
        (
          cells.numbers(states, years, values),
          Variable(
            name, .number, label: label, unit: unit, meaning: meaning, dataset: dataset,
            missing: "A state without a row, or without a value in it, has none.")
        )
      }, source)
  }
}
