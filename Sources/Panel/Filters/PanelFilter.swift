import StateSystem

/// A condition on the rows of a panel.
struct PanelFilter: Sendable {
  enum Condition: Sendable {
    /// Contiguous in any way, or at least one of the two a major power.
    case politicallyRelevant
    case contiguous
    case landContiguous
    /// At least one state is a major power.
    case major
    /// Every state is one of these.
    case among([UInt16])
    /// At least one state is one of these.
    case with([UInt16])
    /// The third power of a triad is one of these.
    case third([UInt16])
    case comparison(column: String, Comparison, Double)
  }

  enum Comparison: String, Sendable, CaseIterable {
    case atLeast = ">="
    case atMost = "<="
    case different = "!="
    case equal = "="
    case more = ">"
    case less = "<"

    func holds(_ a: Double, _ b: Double) -> Bool {
      switch self {
      case .atLeast: a >= b
      case .atMost: a <= b
      case .different: a != b
      case .equal: a == b
      case .more: a > b
      case .less: a < b
      }
    }
  }

  let text: String
  let condition: Condition

  static let names = [
    "politically-relevant", "contiguous", "land-contiguous", "major", "states=USA,CHN", "with=USA",
    "third=USA (of triads)",
    "column>=value",
  ]

  /// The condition a text names.
  init(_ text: String) throws(PanelError) {
    self.text = text
    switch text.lowercased() {
    case "politically-relevant", "prd": condition = .politicallyRelevant
    case "contiguous": condition = .contiguous
    case "land-contiguous": condition = .landContiguous
    case "major": condition = .major
    default: condition = try PanelFilter.compound(text)
    }
  }

  private static func compound(_ text: String) throws(PanelError) -> Condition {
    for comparison in Comparison.allCases {
      guard let range = text.firstRange(of: comparison.rawValue) else { continue }
      let name = String(text[..<range.lowerBound])
      let value = String(text[range.upperBound...])
      if comparison == .equal, ["states", "with", "third"].contains(name) {
        var numbers: [UInt16] = []
        for part in value.split(separator: ",") {
          do { numbers.append(try State.find(String(part), on: nil).id.cow) } catch {
            throw .filter(text, detail: error.description)
          }
        }
        return name == "states" ? .among(numbers) : name == "with" ? .with(numbers) : .third(numbers)
      }
      guard !name.isEmpty, let number = Double(value) else {
        throw .filter(text, detail: "expected a column, a comparison and a number, such as conttype>=1")
      }
      return .comparison(column: name, comparison, number)
    }
    throw .filter(text, detail: "known are \(names.joined(separator: ", "))")
  }

  /// Families whose columns the condition reads.
  var families: [String] {
    switch condition {
    case .politicallyRelevant: ["contiguity", "majors"]
    case .contiguous, .landContiguous: ["contiguity"]
    case .major: ["majors"]
    case .among, .with, .third, .comparison: []
    }
  }

  /// Clears the rows that do not meet the condition. A cell without a value meets none.
  func apply(to kept: inout [Bool], _ columns: [PanelColumn], _ frame: Frame) throws(PanelError) {
    func column(_ name: String) throws(PanelError) -> PanelColumn {
      if let column = columns.first(where: { $0.variable.name == name }) { return column }
      throw .unknownColumn(
        name, nearest: nearestNames(to: name, among: columns.map(\.variable.name)), option: "--only \(text)")
    }
    func keep(_ test: (Int) -> Bool) { for row in kept.indices where kept[row] && !test(row) { kept[row] = false } }
    func value(_ column: PanelColumn, _ row: Int) -> Double? { column.cells.number(at: column.position(row)) }
    switch condition {
    case .comparison(let name, let comparison, let number):
      let column = try column(name)
      keep { row in value(column, row).map { comparison.holds($0, number) } ?? false }
    case .politicallyRelevant:
      let kinds = try column("conttype")
      let majors = [try column("cowmaj1"), try column("cowmaj2")]
      keep { row in
        (value(kinds, row) ?? 0) >= 1 || majors.contains { value($0, row) == 1 }
      }
    case .contiguous:
      let kinds = try column("conttype")
      keep { row in (value(kinds, row) ?? 0) >= 1 }
    case .landContiguous:
      let kinds = try column("conttype")
      keep { row in value(kinds, row) == 1 }
    case .major:
      let majors = columns.filter { ["cowmaj", "cowmaj1", "cowmaj2"].contains($0.variable.name) }
      keep { row in majors.contains { value($0, row) == 1 } }
    case .among(let states):
      let isIn = PanelFilter.membership(of: states, frame.system)
      keep { row in
        isIn(frame.firstCells[row]) && (frame.secondCells.isEmpty || isIn(frame.secondCells[row]))
      }
    case .third: throw .filter(text, detail: "a third power is in triad-year only; with=STATE keeps a state's dyads")
    case .with(let states):
      let isIn = PanelFilter.membership(of: states, frame.system)
      keep { row in
        isIn(frame.firstCells[row]) || (!frame.secondCells.isEmpty && isIn(frame.secondCells[row]))
      }
    }
  }

  private static func membership(of states: [UInt16], _ system: SystemYears) -> (Int32) -> Bool {
    let width = Int32(system.years.count)
    var isIn = [Bool](repeating: false, count: system.states.count)
    for state in states { if let place = system.place(of: state) { isIn[place] = true } }
    return { cell in cell >= 0 && isIn[Int(cell / width)] }
  }
}
