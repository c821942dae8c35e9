import Dispatch
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

  /// Lines a worker makes at a time, about.
  private static let lines = 6_000

  /// Assembles the directed dyads behind the triads.
  public init(_ request: PanelRequest, from record: Record, workers: Int = 2) throws(PanelError) {
    self.request = request
    var dyadic = request
    dyadic.only = []
    dyadic.unit = .directedDyadYear
    let frame = try Frame.made(dyadic, record)
    guard let dyads = frame.dyads else { throw .tooLarge(unit: request.unit) }
    let log = PanelLog()
    columns = try PanelTable.columns(dyadic, frame, record, log, workers: workers)
    triads = TriadColumns(columns)
    variables = triads.variables
    var helper = dyadic
    helper.lag = []
    helper.lead = []
    helper.add = []
    for text in request.only where !text.hasPrefix("third=") { helper.add += try PanelFilter(text).families }
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

  /// Two partners in a year, by place.
  private struct Partners: Sendable {
    let offset: Int
    let a: Int
    let b: Int
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
    let widest = variables.count * 34 + 40
    return try forEachBatch(workers: workers) { jobs in
      let blocks = mapped(jobs, workers: workers) { job -> ([UInt8], Int) in
        let rows = self.rows(job)
        let count = rows.count / TriadColumns.pairs.count
        let bytes = [UInt8](unsafeUninitializedCapacity: count * widest + 32) { buffer, filled in
          guard let base = buffer.baseAddress else { return }
          let start = UnsafeMutableRawPointer(base)
          filled =
            text.write(rows, width: TriadColumns.pairs.count, choices: self.triads.choices, to: start) - start
        }
        return (bytes, count)
      }
      for (bytes, _) in blocks { try bytes.withUnsafeBytes { try sink($0) } }
      return blocks.reduce(0) { $0 + $1.1 }
    }
  }

  /// Writes an object a line and returns the number of rows.
  public func writeJSON(to sink: (UnsafeRawBufferPointer) throws -> Void) throws -> Int {
    try forEachBatch(workers: 1) { jobs in
      var count = 0
      for job in jobs {
        let rows = self.rows(job)
        var text = ""
        var line = 0
        while line < rows.count {
          text += object(rows, line) + "\n"
          line += TriadColumns.pairs.count
          count += 1
        }
        try text.withUTF8 { try sink(UnsafeRawBufferPointer($0)) }
      }
      return count
    }
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

  /// Calls `body` with batches of jobs in order and adds up what it returns.
  private func forEachBatch(workers: Int, _ body: ([[Partners]]) throws -> Int) throws -> Int {
    let pairsOfJob = max(1, TriadStream.lines / 200)
    var total = 0
    var jobs: [[Partners]] = []
    var job: [Partners] = []
    let system = frame.system
    for offset in 0..<system.years.count {
      let members = system.states.indices.filter { system.isMember($0, offset) }
      for (i, a) in members.enumerated() {
        for b in members[(i + 1)...] {
          guard let row = dyads.row(a, b, offset), filter.admits(partners: Int32(row)) else { continue }
          job.append(Partners(offset: offset, a: a, b: b))
          if job.count == pairsOfJob {
            jobs.append(job)
            job = []
          }
          if jobs.count == max(1, workers) * 2 {
            total += try body(jobs)
            jobs = []
          }
        }
      }
    }
    if !job.isEmpty { jobs.append(job) }
    return jobs.isEmpty ? total : total + (try body(jobs))
  }

  /// The six dyad rows of each triad of the partners, one triad after the other.
  private func rows(_ job: [Partners]) -> [Int32] {
    var rows: [Int32] = []
    rows.reserveCapacity(job.count * 200 * TriadColumns.pairs.count)
    var line = [Int32](repeating: 0, count: TriadColumns.pairs.count)
    let system = frame.system
    for pair in job {
      let (a, b, offset) = (pair.a, pair.b, pair.offset)
      guard let ab = dyads.row(a, b, offset), let ba = dyads.row(b, a, offset) else { continue }
      for h in filter.thirds?.sorted() ?? Array(system.states.indices) where h != a && h != b {
        guard let ah = dyads.row(a, h, offset), let ha = dyads.row(h, a, offset), let bh = dyads.row(b, h, offset),
          let hb = dyads.row(h, b, offset)
        else { continue }
        line[0] = Int32(ab)
        line[1] = Int32(ba)
        line[2] = Int32(ah)
        line[3] = Int32(ha)
        line[4] = Int32(bh)
        line[5] = Int32(hb)
        if filter.admits(a, b, h, line, columns) { rows += line }
      }
    }
    return rows
  }

  private func mapped<T: Sendable, R: Sendable>(
    _ items: [T], workers: Int, _ transform: @Sendable (T) -> R
  ) -> [R] {
    guard workers > 1, items.count > 1 else { return items.map(transform) }
    let results = Mutex<[Int: R]>([:])
    DispatchQueue.concurrentPerform(iterations: items.count) { i in
      let result = transform(items[i])
      results.withLock { $0[i] = result }
    }
    return results.withLock { kept in items.indices.compactMap { kept[$0] } }
  }
}
