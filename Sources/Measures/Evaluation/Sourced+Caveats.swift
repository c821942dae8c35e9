import Record
import StateSystem

extension Sourced {
  /// The caveats that travel with a figure made from this table on these states and years.
  func caveats(_ states: [StateID], _ years: ClosedRange<Int>) -> [String] {
    Caveat.applying(to: vintage.dataset, states: states, years: years).map(\.text)
  }
}
