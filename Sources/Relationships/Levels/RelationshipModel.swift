import Record
import StateSystem

/// The relationship model on the record: fits it and gives the levels as a table.
public enum RelationshipModel {
  /// Stands in the version of what is stored; a change of a rule changes it. Declared 2026-11-27.
  public static let methodology = "2026.5"

  /// Fits the model to all pairs of states. Deterministic; the same bytes on any number of cores.
  public static func fit(
    _ data: RelationshipData, options: FactorModel.Options = .init(), workers: Int = 2,
    progress: (_ iteration: Int, _ promised: Double) -> Void = { _, _ in }
  ) throws(RecordError) -> (levels: RelationshipLevels, fit: FactorModel.Fit) {
    let fit = FactorModel.fit(data.model, options: options, workers: workers, progress: progress)
    return (try levels(data, fit), fit)
  }

  /// The fitted levels of the years in which both states were members.
  static func levels(_ data: RelationshipData, _ fit: FactorModel.Fit) throws(RecordError) -> RelationshipLevels {
    var rows = LevelRows()
    let layout = data.cells.layout
    for (chain, dyad) in data.cells.dyads.enumerated() {
      var before: Int?
      // Correlations of neighbours multiply along a chain; over a gap they are those of the years between.
      var link = 1.0
      for cell in layout.starts[chain]..<layout.starts[chain + 1] {
        if cell > layout.starts[chain] {
          let spread: Double = fit.posterior.variances[cell] * fit.posterior.variances[cell - 1]
          link *= fit.posterior.links[cell] / spread.squareRoot()
        }
        guard data.cells.isShared[cell] else { continue }
        var observed: UInt16 = 0
        for (k, indicator) in data.model.indicators.enumerated() where !indicator.values[cell].isNaN {
          observed |= 1 << UInt16(k)
        }
        let year = data.years.lowerBound + layout.firstTimes[chain] + cell - layout.starts[chain]
        rows.append(dyad, year, fit, cell, link: before == nil ? 0 : link, observed)
        before = cell
        link = 1
      }
    }
    let parameters = fit.parameters
    return try RelationshipLevels(
      columns: ColumnSet(
        rows.columns + [
          ("indicator", .text(TextColumn(data.indicators.map(\.rawValue)))),
          ("loading", .float64(parameters.indicators.map(\.loading))),
          ("persistence", .float64(parameters.indicators.map(\.persistence))),
          (
            "dynamics",
            .float64([parameters.memory, parameters.minorVariance, Double(fit.iterations), fit.isConverged ? 1 : 0])
          ),
        ]))
  }
}

/// Rows of the table on their way.
private struct LevelRows {
  private var firsts: [UInt16] = []
  private var seconds: [UInt16] = []
  private var years: [Int16] = []
  private var means: [Int16] = []
  private var deviations: [UInt16] = []
  private var links: [Int16] = []
  private var filteredMeans: [Int16] = []
  private var filteredDeviations: [UInt16] = []
  private var observed: [UInt16] = []

  mutating func append(
    _ dyad: Dyad, _ year: Int, _ fit: FactorModel.Fit, _ cell: Int, link: Double, _ seen: UInt16
  ) {
    func level(_ x: Double) -> Int16 {
      Int16(min(max((x * RelationshipLevels.scale).rounded(), -32_000), 32_000))
    }
    func spread(_ variance: Double) -> UInt16 {
      UInt16(min(max((variance.squareRoot() * RelationshipLevels.scale).rounded(), 0), 65_000))
    }
    firsts.append(dyad.first.cow)
    seconds.append(dyad.second.cow)
    years.append(Int16(year))
    means.append(level(fit.posterior.means[cell]))
    deviations.append(spread(fit.posterior.variances[cell]))
    links.append(Int16(min(max((link * RelationshipLevels.linkScale).rounded(), -32_000), 32_000)))
    filteredMeans.append(level(fit.filteredMeans[cell]))
    filteredDeviations.append(spread(fit.filteredVariances[cell]))
    observed.append(seen)
  }

  var columns: [(String, Column)] {
    [
      ("first", .uint16(firsts)), ("second", .uint16(seconds)), ("year", .int16(years)), ("mean", .int16(means)),
      ("sd", .uint16(deviations)), ("link", .int16(links)), ("filtered_mean", .int16(filteredMeans)),
      ("filtered_sd", .uint16(filteredDeviations)), ("observed", .uint16(observed)),
    ]
  }
}
