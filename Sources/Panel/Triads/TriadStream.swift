import Evidence
import Record
import Synchronization

/// A triad-year panel, written as it is made: two partners and a third power, for every three members in every year.
///
/// In memory are the directed dyads of the years, a few hundred megabytes at most, and a few blocks of text; never the triads,
/// of which there are 2 × 10^8 since 1816. Rows are in order of year, first partner, second partner and third power.
public struct TriadStream: Sendable {
  public let request: PanelRequest
  public let variables: [Variable]
  public let log: [String]
  public let vintages: [Vintage]
  let columns: [PanelColumn]
  private let triads: TriadColumns
  private let frame: Frame
  private let dyads: DyadYears
  private let filter: TriadFilter
  /// The rungs of the cost ladder, where they are asked for.
  private let ladder: LadderYears?

  /// Assembles the directed dyads behind the triads.
  public init(_ request: PanelRequest, from record: Record, workers: Int = 2) throws(PanelError) {
    self.request = request
    var dyadic = request
    dyadic.only = []
    dyadic.add.removeAll { $0.lowercased() == Family.ladder.name }
    dyadic.unit = .directedDyadYear
    let frame = try Frame.made(dyadic, record)
    guard let dyads = frame.dyads else { throw .tooLarge(unit: request.unit) }
    let log = PanelLog()
    let dyadColumns = try PanelTable.columns(dyadic, frame, record, log, workers: workers)
    var ladder: LadderYears?
    if dyadic.add.count < request.add.count {
      ladder = try LadderYears(
        FamilyContext(family: Family.ladder.name, frame: frame, record: record, request: request, log: log), dyads)
    }
    self.ladder = ladder
    columns = dyadColumns + (ladder?.columns ?? [])
    triads = TriadColumns(columns, own: ladder == nil ? 0 : LadderYears.count)
    variables = triads.variables
    var helper = dyadic
    helper.lag = []
    helper.lead = []
    helper.add = []
    for text in request.only { helper.add += try PanelFilter(text).families }
    helper.add = helper.add.filter { !request.add.contains($0) }
    let helpers =
      helper.add.isEmpty ? [] : try PanelTable.columns(helper, frame, record, PanelLog(), workers: workers)
    filter = try TriadFilter(request.only, frame, columns: columns, helpers: helpers, triads)
    self.frame = frame
    self.dyads = dyads
    self.log = log.all
    let names = Set(columns.map(\.variable.dataset))
    vintages = record.vintages.filter { names.contains($0.dataset) }
  }

  /// Writes comma-separated values and returns the number of rows.
  ///
  /// - Complexity: O(triads); constant memory beyond the dyads.
  public func writeCSV(
    missing: MissingText, workers: Int = 2, to sink: (UnsafeRawBufferPointer) throws -> Void
  ) throws -> Int {
    let header = Array((variables.map(\.name).joined(separator: ",") + "\n").utf8)
    try header.withUnsafeBytes { try sink($0) }
    let text = RowText(columns, missing: missing)
    var batches = TriadBatches(frame, dyads, filter)
    let counted = Mutex(0)
    try BlockPipeline.write(
      workers: workers, capacity: TriadBatches.mostRows(frame.system) * text.widest(triads.choices) + 32,
      next: { batches.next() },
      make: { job, start in
        let rows = self.rows(job)
        counted.withLock { $0 += rows.count / self.triads.width }
        return text.write(rows, width: self.triads.width, choices: self.triads.choices, to: start) - start
      }, to: sink)
    return counted.withLock { $0 }
  }

  /// Writes an object a line and returns the number of rows.
  public func writeJSON(to sink: (UnsafeRawBufferPointer) throws -> Void) throws -> Int {
    var batches = TriadBatches(frame, dyads, filter)
    var count = 0
    while let job = batches.next() {
      let rows = self.rows(job)
      var text = ""
      var line = 0
      while line < rows.count {
        text += object(rows, line) + "\n"
        line += triads.width
        count += 1
      }
      try text.withUTF8 { try sink(UnsafeRawBufferPointer($0)) }
    }
    return count
  }

  private func object(_ rows: [Int32], _ line: Int) -> String {
    var text = "{"
    var missing = ""
    for (variable, choice) in zip(variables, triads.choices) {
      let row = Int(rows[line + choice.place])
      if text.utf8.count > 1 { text += "," }
      text += "\"\(variable.name)\":"
      switch columns[choice.column].written(at: row) {
      case .covered(let value):
        text += columns[choice.column].number(at: row).value == nil ? PanelJSON.quoted(value) : value
      case .notCovered(let reason), .suppressed(let reason):
        text += "null"
        missing += "\(missing.isEmpty ? "" : ",")\"\(variable.name)\":\"\(reason.kind.rawValue)\""
      }
    }
    return text + (missing.isEmpty ? "" : ",\"_missing\":{\(missing)}") + "}"
  }

  /// The six dyad rows of each triad of the partners, and the cells of its own columns, one triad after the other.
  private func rows(_ job: [TriadBatches.Partners]) -> [Int32] {
    let width = triads.width
    var rows: [Int32] = []
    rows.reserveCapacity(job.count * 200 * width)
    var line = [Int32](repeating: 0, count: width)
    let wanted = filter.thirds?.sorted() ?? Array(frame.system.states.indices)
    var thirds: [Int] = []
    for pair in job {
      let (a, b, offset) = (pair.a, pair.b, pair.offset)
      let start = rows.count
      thirds.removeAll(keepingCapacity: true)
      for h in wanted where h != a && h != b && filter.admits(a, b, h) {
        guard dyads.rows(a, b, h, offset, into: &line), filter.admits(line[...], columns, isOwn: false) else {
          continue
        }
        rows += line
        thirds.append(h)
      }
      guard let ladder, !thirds.isEmpty else { continue }
      rows.withUnsafeMutableBufferPointer { rows in
        ladder.fill(UnsafeMutableBufferPointer(rebasing: rows[start...]), a, b, thirds: thirds, offset)
      }
      if filter.comparesOwn { keepAdmitted(&rows, from: start) }
    }
    return rows
  }

  /// Leaves out the lines from `start` on whose own cells do not meet every comparison.
  private func keepAdmitted(_ rows: inout [Int32], from start: Int) {
    let width = triads.width
    var end = start
    for line in stride(from: start, to: rows.count, by: width)
    where filter.admits(rows[line..<line + width], columns, isOwn: true) {
      if end < line { for i in 0..<width { rows[end + i] = rows[line + i] } }
      end += width
    }
    rows.removeSubrange(end...)
  }
}
