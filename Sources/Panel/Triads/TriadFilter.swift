import StateSystem

/// Conditions on triads. Those that name a dyad, such as `politically-relevant`, are about the two partners.
struct TriadFilter: Sendable {
  /// Places of the third powers that are wanted; `nil` for all.
  let thirds: Set<Int>?
  /// Rows of directed dyads whose partners are wanted; `nil` for all.
  private let partners: [Bool]?
  /// Places of which at least one must be in the triad, and places of which all three must be.
  private let with: [Set<Int>]
  private let among: [Set<Int>]
  /// Comparisons: dyad column, which of the six dyads, comparison, number.
  private let comparisons: [(column: Int, place: Int, comparison: PanelFilter.Comparison, number: Double)]

  init(
    _ texts: [String], _ frame: Frame, columns: [PanelColumn], helpers: [PanelColumn], _ triads: TriadColumns
  ) throws(PanelError) {
    var thirds: Set<Int>?
    var partners: [Bool]?
    var with: [Set<Int>] = []
    var among: [Set<Int>] = []
    var comparisons: [(column: Int, place: Int, comparison: PanelFilter.Comparison, number: Double)] = []
    func places(_ states: [UInt16]) -> Set<Int> { Set(states.compactMap(frame.system.place(of:))) }
    for text in texts {
      let filter = try PanelFilter(text)
      switch filter.condition {
      case .third(let states): thirds = places(states).intersection(thirds ?? places(states))
      case .with(let states): with.append(places(states))
      case .among(let states): among.append(places(states))
      case .comparison(let name, let comparison, let number):
        guard let i = triads.variables.firstIndex(where: { $0.name == name }) else {
          throw .unknownColumn(
            name, nearest: nearestNames(to: name, among: triads.variables.map(\.name)), option: "--only \(text)")
        }
        comparisons.append((triads.choices[i].column, triads.choices[i].place, comparison, number))
      default:
        var kept = partners ?? [Bool](repeating: true, count: frame.count)
        try filter.apply(to: &kept, columns + helpers, frame)
        partners = kept
      }
    }
    self.thirds = thirds
    self.partners = partners
    self.with = with
    self.among = among
    self.comparisons = comparisons
  }

  /// Whether the partners may stay, before the third power is looked at.
  func admits(partners row: Int32) -> Bool { partners.map { $0[Int(row)] } ?? true }

  /// Whether the three states may stay, before cells are looked at.
  func admits(_ a: Int, _ b: Int, _ h: Int) -> Bool {
    for places in with where !(places.contains(a) || places.contains(b) || places.contains(h)) { return false }
    for places in among where !(places.contains(a) && places.contains(b) && places.contains(h)) { return false }
    return true
  }

  /// Whether any comparison looks at the triad's own columns.
  var comparesOwn: Bool { comparisons.contains { $0.place >= TriadColumns.pairs.count } }

  /// Whether the cells of a triad meet every comparison.
  ///
  /// - Parameter isOwn: whether to look at the triad's own columns, which come after those of its dyads, or at those of its dyads.
  func admits(_ rows: ArraySlice<Int32>, _ columns: [PanelColumn], isOwn: Bool) -> Bool {
    for item in comparisons where (item.place >= TriadColumns.pairs.count) == isOwn {
      let column = columns[item.column]
      guard let value = column.cells.number(at: column.position(Int(rows[rows.startIndex + item.place]))),
        item.comparison.holds(value, item.number)
      else { return false }
    }
    return true
  }
}
