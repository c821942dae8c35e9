import Measures
import Partnership
import Statistics

/// One logit of stopping at a rung, over all windows, with clustered errors.
struct LimitFit {
  enum Form {
    case alone, controlled
    /// The controls, and a further slope of pressure on the rungs of sanctions, disputes and wars.
    case byStakes
  }

  static let intercept = "(Intercept)"
  static let pressure = "pressure"
  static let square = "pressure squared"

  /// The indicator of a rung; the lowest has none.
  static func rungName(_ rung: Rung) -> String? {
    rung == .uncontested ? nil : RungRows.rungNames[min(rung.rawValue, 5) - 2]
  }

  let fit: RegressionFit
  let errors: CoefficientCovariance

  init?(_ data: RungRows, _ rows: [Int], _ form: Form) {
    let sample = data.sample
    var names = [Self.intercept]
    var columns = [[Double](repeating: 1, count: rows.count)]
    func values(_ quantity: ProfileQuantity) -> [Double] {
      let column = sample.column(quantity)
      return rows.map { Double(column[$0]) }
    }
    func add(_ name: String, _ column: [Double]) {
      names.append(name)
      columns.append(column)
    }
    for name in RungRows.rungNames {
      let indicator = sample.extra[name] ?? []
      add(name, rows.map { Double(indicator[$0]) })
    }
    let pressures = values(.pressure)
    add(Self.pressure, pressures)
    add(Self.square, pressures.map { $0 * $0 })
    if form != .alone {
      add("partners apart", values(.partnerPressure))
      let words: [(ProfileQuantity, String)] = [
        (.defense, "defense owed"), (.consultation, "consultation owed"), (.otherPledge, "another pledge"),
        (.similarity, "similarity S"), (.neighbours, "neighbours"),
        (.neighboursOfThird, "neighbour of the third power"),
      ]
      for (quantity, name) in words { add(name, values(quantity)) }
      for (quantity, unknown, name) in [
        (ProfileQuantity.agreement, ProfileQuantity.votesUnknown, "agreement before"),
        (.power, .powerUnknown, "log capabilities of the weaker"),
      ] {
        let isUnknown = values(unknown)
        let own = values(quantity)
        let known = own.indices.filter { isUnknown[$0] == 0 }
        let mean: Double = known.reduce(0.0) { $0 + own[$1] } / Double(max(1, known.count))
        add(name, own.indices.map { isUnknown[$0] == 1 ? mean : own[$0] })
        add("\(name): not covered", isUnknown)
      }
      for (extra, name) in [
        (RungRows.greaterPower, "log capabilities of the stronger"), (RungRows.exposure, "log trade with either"),
      ] {
        let column = sample.extra[extra] ?? []
        add(name, rows.map { Double(column[$0]) })
      }
    }
    if form == .byStakes {
      add("pressure on rungs 4 to 6", zip(rows, pressures).map { data.rungs[$0] >= .economic ? $1 : 0 })
    }
    let outcome = rows.map { Double(sample.outcome[$0]) }
    guard let design = DesignMatrix(names: names, columns: columns),
      let fit = try? Regression.fit(.logit, outcome: outcome, design: design),
      let errors = try? fit.covariance(
        .clustered(
          [
            .init("pairs", rows.map { Int(sample.groups[$0]) }),
            .init("third powers in a window", rows.map { data.thirds[$0] * 10_000 + sample.years[$0] }),
          ], .cr1))
    else { return nil }
    self.fit = fit
    self.errors = errors
  }

  var table: [LimitCurve.Coefficient] {
    zip(fit.names, zip(fit.coefficients, errors.errors)).map { name, pair in
      LimitCurve.Coefficient(
        name: name, value: pair.0, error: pair.1, significance: errors.significance(pair.0 / pair.1))
    }
  }
}
