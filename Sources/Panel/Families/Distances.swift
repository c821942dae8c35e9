import Record
import StateSystem
import Statistics

extension Family {
  /// Distances between capitals, and between territories.
  static let distance = Family(
    name: "distance", summary: "Distance between capitals; for state-years to the nearest capital.",
    peer: "add_capital_distance", units: anyUnit, datasets: ["cow-capitals"]
  ) { context throws(PanelError) in
    let source = try context.need(context.record.capitals, "cow-capitals")
    let places = capitalPlaces(source, context.frame.system)
    return context.frame.dyads == nil
      ? nearestCapitals(context, source, places) : capitalDistances(context, source, places)
  }

  /// Smallest distances between territories.
  static let minimumDistance = Family(
    name: "minimum-distance", summary: "Smallest distance between the territories of two states.",
    peer: "add_minimum_distance", units: dyadic, datasets: ["cow-mindist"]
  ) { context throws(PanelError) in
    let source = try context.need(context.record.minimumDistances, "cow-mindist")
    let (table, frame) = (source.table, context.frame)
    var values: [Double] = frame.filled(Double.encoded(.notMember), years: source.years)
    for i in 0..<table.count {
      let value = table.kilometres[i]
      frame.forRows(of: table.firsts[i], table.seconds[i], year: Int(table.years[i])) { row, _ in
        values[row] = value.isNaN ? Double.encoded(.missing) : value
      }
    }
    return [
      context.column(
        Variable(
          "mindist", .number, label: "Smallest distance", unit: "kilometres",
          meaning: "Distance of the nearest points of the two territories; 0 is adjacent.", dataset: "cow-mindist",
          missing: "A dyad-year without a row has no value."), .numbers(values), source)
    ]
  }

  /// The capital of each state and year: the one of 1 January, or else the first of the year.
  private static func capitalPlaces(_ source: Sourced<Capitals>, _ system: SystemYears) -> [SpherePlace?] {
    let table = source.table
    var places = [SpherePlace?](repeating: nil, count: system.cellCount)
    // Latest spell first, so that the first of a year is written last.
    for row in (0..<table.count).sorted(by: { table.starts[$0] > table.starts[$1] }) {
      let first = Day(number: table.starts[row]).year.value
      let last = table.ends[row] == .max ? source.years.upperBound : Day(number: table.ends[row]).year.value
      guard first <= last else { continue }
      for year in max(first, system.years.lowerBound)...max(last, system.years.lowerBound) where year <= last {
        guard let cell = system.cell(table.states[row], year) else { continue }
        places[cell] = SpherePlace(
          latitudeDegrees: table.latitudes[row], longitudeDegrees: table.longitudes[row])
      }
    }
    return places
  }

  private static func capitalDistances(
    _ context: FamilyContext, _ source: Sourced<Capitals>, _ places: [SpherePlace?]
  ) -> [PanelColumn] {
    let frame = context.frame
    var values: [Double] = frame.filled(Double.encoded(.notMember), years: source.years)
    frame.dyads?.forEachPair { _, _, rows in
      var before: (a: SpherePlace, b: SpherePlace, km: Double)?
      for row in rows {
        guard let a = places[Int(frame.firstCells[row])], let b = places[Int(frame.secondCells[row])],
          values[row].missingCode != .outsideYears
        else { continue }
        // Capitals stay for decades: the distance is worked out again only when one moves.
        if let known = before, known.a.latitude == a.latitude, known.a.longitude == a.longitude,
          known.b.latitude == b.latitude, known.b.longitude == b.longitude
        {
          values[row] = known.km
        } else {
          values[row] = a.kilometres(to: b)
          before = (a, b, values[row])
        }
      }
    }
    return [
      context.column(
        Variable(
          "capdist", .number, label: "Distance between capitals", unit: "kilometres",
          meaning: "Great-circle distance between the capitals of 1 January, or the first of the year, on a sphere.",
          dataset: "cow-capitals", missing: "A state without a capital in the year has no value."), .numbers(values),
        source)
    ]
  }

  private static func nearestCapitals(
    _ context: FamilyContext, _ source: Sourced<Capitals>, _ places: [SpherePlace?]
  ) -> [PanelColumn] {
    let system = context.frame.system
    let width = system.years.count
    var cells: [Double] = StateCells(system: system, years: source.years).constant(Double.encoded(.notMember))
    for offset in 0..<width where source.years.contains(system.years.lowerBound + offset) {
      let members = system.states.indices.filter { system.isMember($0, offset) }
      for a in members {
        guard let place = places[a * width + offset] else { continue }
        let nearest = members.lazy.filter { $0 != a }.compactMap { places[$0 * width + offset] }
          .map { place.kilometres(to: $0) }.min()
        if let nearest { cells[a * width + offset] = nearest }
      }
    }
    return context.columns(
      .numbers(cells),
      Variable(
        "mincapdist", .number, label: "Distance to the nearest capital", unit: "kilometres",
        meaning: "Great-circle distance from the state's capital to the nearest other of a member.",
        dataset: "cow-capitals", missing: "A state without a capital in the year has no value."), source)
  }
}
