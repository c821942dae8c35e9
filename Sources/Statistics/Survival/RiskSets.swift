/// Rows in the order in which they enter and leave the risk sets, for events of one cause.
struct RiskSets: Sendable {
  /// The risk sets of one stratum.
  struct Stratum: Sendable {
    /// Rows by stop, latest first.
    let byStop: [Int32]
    /// Rows by start, latest first; empty where nobody enters late.
    let byStart: [Int32]
    /// Distinct event times, ascending.
    let times: [Double]
    /// Rows with an event at each time, ascending.
    let deaths: [[Int32]]
  }

  let strata: [Stratum]
  let times: EventTimes
  let cause: UInt8

  init(_ times: EventTimes, cause: UInt8) throws(SurvivalError) {
    guard times.causes.contains(cause) else { throw .noEvents(cause: cause) }
    self.times = times
    self.cause = cause
    var rows: [Int32: [Int32]] = [:]
    for i in 0..<times.rows { rows[times.strata?[i] ?? 0, default: []].append(Int32(truncatingIfNeeded: i)) }
    strata = rows.sorted { $0.key < $1.key }.map { Self.stratum($0.value, times, cause) }
  }

  private static func stratum(_ rows: [Int32], _ times: EventTimes, _ cause: UInt8) -> Stratum {
    let stops = times.stops
    let byStop = rows.sorted { (stops[Int($0)], $1) > (stops[Int($1)], $0) }
    var byStart: [Int32] = []
    if let starts = times.starts { byStart = rows.sorted { (starts[Int($0)], $1) > (starts[Int($1)], $0) } }
    var distinct: [Double] = []
    var deaths: [[Int32]] = []
    for row in byStop.reversed() where times.causes[Int(row)] == cause {
      if distinct.last != stops[Int(row)] {
        distinct.append(stops[Int(row)])
        deaths.append([])
      }
      deaths[deaths.count - 1].append(row)
    }
    return Stratum(byStop: byStop, byStart: byStart, times: distinct, deaths: deaths.map { $0.sorted() })
  }

  /// Goes through the event times of a stratum from the last to the first, with the rows that come into and leave the risk set before each.
  @inline(__always) func descend(
    _ stratum: Stratum, enter: (Int) -> Void, leave: (Int) -> Void, event: (_ time: Int) -> Void
  ) {
    var entering = 0
    var leaving = 0
    for k in stratum.times.indices.reversed() {
      let t = stratum.times[k]
      while entering < stratum.byStop.count, times.stops[Int(stratum.byStop[entering])] >= t {
        enter(Int(stratum.byStop[entering]))
        entering += 1
      }
      if let starts = times.starts {
        while leaving < stratum.byStart.count, starts[Int(stratum.byStart[leaving])] >= t {
          leave(Int(stratum.byStart[leaving]))
          leaving += 1
        }
      }
      event(k)
    }
  }
}
