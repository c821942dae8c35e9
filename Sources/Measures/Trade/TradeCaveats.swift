import Evidence
import StateSystem

/// Caveats of trade figures that hold for named states and years.
enum TradeCaveats {
  /// First year from which the series of China includes Hong Kong.
  static let hongKongFrom = 1999

  /// The notes on figures that rest on these states in these years.
  static func notes(_ states: [StateID], _ years: ClosedRange<Int>, vintage: Vintage) -> [String] {
    guard states.contains(710), years.upperBound >= hongKongFrom, vintage.version.hasPrefix("4") else { return [] }
    var notes = [
      "from \(hongKongFrom) the trade of China in \(vintage.dataset) \(vintage.version) includes Hong Kong; figures before and after are not comparable"
    ]
    if years.lowerBound < hongKongFrom {
      notes.append("this figure compares years on both sides of that break")
    }
    return notes
  }
}
