import Delimited
import Record

extension Reading {
  /// Capabilities of states by year.
  mutating func cowCapabilities() throws(DatasetError) -> [ReadTable] {
    let components = ["milex", "milper", "irst", "pec", "tpop", "upop"]
    let missing = ["", "-9", "NA"]
    let table = try read(
      try required("capabilities"),
      Delimited.Schema(
        [.state("ccode"), .year("year"), .number("cinc", missing: missing, range: 0...1)]
          + components.map { .number($0, missing: missing, range: 0...1e12) }))
    let rows = try stateYears(table, state: "ccode")
    var columns = ColumnSet([("state", .uint16(rows.states)), ("year", .int16(rows.years))])
    for name in components + ["cinc"] {
      let values = try numbers(table, name)
      columns[name] = .float64(rows.kept.map { values[$0] })
    }
    let version =
      switch rows.span.upperBound {
      case ...2012: "5.0"
      case ...2016: "6.0"
      default: "7.0"
      }
    return [try make(Capabilities.self, columns, years: years(version, rows: rows.span), version: version)]
  }
}
