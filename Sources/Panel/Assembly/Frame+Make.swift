import Record

extension Frame {
  /// The rows a request asks for.
  static func made(_ request: PanelRequest, _ record: Record) throws(PanelError) -> Frame {
    guard request.firstYear >= 1816, request.firstYear <= request.lastYear, request.lastYear <= 2200 else {
      throw .years("\(request.firstYear):\(request.lastYear)")
    }
    let system = SystemYears(request.years)
    switch request.unit {
    case .stateYear: return Frame(states: system)
    case .dyadYear: return Frame(dyads: DyadYears(system, directed: false))
    case .directedDyadYear, .triadYear: return Frame(dyads: DyadYears(system, directed: true))
    case .leaderYear:
      guard let leaders = record.leaders else { throw .notInstalled(family: "leader-year", dataset: "archigos") }
      return Frame(leaders: leaders, system)
    }
  }
}
