import Dispatch
import Evidence
import Record
import Synchronization

extension PanelTable {
  /// Assembles a panel in memory.
  ///
  /// Families are made side by side and put together in the order asked for: the cells do not depend on the number of
  /// workers. Derived columns, lags and leads are made before rows are left out, so a filter never shortens a spell.
  ///
  /// - Parameters:
  ///   - record: the tables the families need; others may be `nil`.
  ///   - workers: 1 for this thread alone, more for all cores.
  /// - Throws: `PanelError`; a family whose dataset is not installed is never left out in silence.
  /// - Complexity: O(rows × columns); 1.9 million directed dyad-years with ten families take well under a second.
  public static func assembled(
    _ request: PanelRequest, from record: Record, workers: Int = 2
  ) throws(PanelError) -> PanelTable {
    guard request.unit != .triadYear else { throw .tooLarge(unit: .triadYear) }
    let frame = try Frame.made(request, record)
    let log = PanelLog()
    var columns = try columns(request, frame, record, log, workers: workers)
    let filters = try request.only.map { text throws(PanelError) in try PanelFilter(text) }
    if !filters.isEmpty {
      columns = try filtered(columns, by: filters, request, frame, record, log, workers: workers)
    }
    return PanelTable(
      request: request, columns: columns, rowCount: columns.first?.count ?? 0, log: log.all,
      vintages: vintages(of: columns, in: record))
  }

  /// Keys, families, derived columns, lags and leads.
  static func columns(
    _ request: PanelRequest, _ frame: Frame, _ record: Record, _ log: PanelLog, workers: Int
  ) throws(PanelError) -> [PanelColumn] {
    let families = try chosen(request)
    let parts = try made(families, request, frame, record, log, workers: workers)
    let keys = record.leaders.flatMap { request.unit == .leaderYear ? frame.leaderKeys($0) : nil } ?? frame.keys()
    let base = keys + parts.flatMap { $0 }
    let derived = families.filter { $0.datasets.isEmpty }.map(\.name)
    var columns =
      base + mapped(derived, workers: workers) { Family.derived($0, from: base, frame: frame) }.flatMap { $0 }
    columns += try Shift.columns(request.lag, by: -1, of: columns, frame: frame, option: "--lag")
    columns += try Shift.columns(request.lead, by: 1, of: columns, frame: frame, option: "--lead")
    return try distinct(columns)
  }

  private static func chosen(_ request: PanelRequest) throws(PanelError) -> [Family] {
    var families: [Family] = []
    for name in request.add {
      let family = try Family.named(name)
      guard family.units.contains(request.unit) else {
        throw .wrongUnit(
          family: family.name, unit: request.unit, units: PanelUnit.allCases.filter(family.units.contains))
      }
      if !families.contains(where: { $0.name == family.name }) { families.append(family) }
    }
    return families
  }

  /// The columns of each family, in order.
  private static func made(
    _ families: [Family], _ request: PanelRequest, _ frame: Frame, _ record: Record, _ log: PanelLog, workers: Int
  ) throws(PanelError) -> [[PanelColumn]] {
    let results = mapped(families, workers: workers) { family in
      let context = FamilyContext(family: family.name, frame: frame, record: record, request: request, log: log)
      do throws(PanelError) { return Result<[PanelColumn], PanelError>.success(try family.make(context)) } catch {
        return .failure(error)
      }
    }
    var parts: [[PanelColumn]] = []
    for result in results { parts.append(try result.get()) }
    return parts
  }

  /// The items transformed in order, side by side where more than one worker may be used.
  private static func mapped<T: Sendable, R: Sendable>(
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

  private static func distinct(_ columns: [PanelColumn]) throws(PanelError) -> [PanelColumn] {
    var seen: Set<String> = []
    for column in columns where !seen.insert(column.variable.name).inserted {
      throw .inconsistent(dataset: column.variable.dataset, detail: "two columns are called \(column.variable.name)")
    }
    return columns
  }

  /// The rows that meet every condition. Columns that only a condition needs are made and left out again.
  private static func filtered(
    _ columns: [PanelColumn], by filters: [PanelFilter], _ request: PanelRequest, _ frame: Frame, _ record: Record,
    _ log: PanelLog, workers: Int
  ) throws(PanelError) -> [PanelColumn] {
    var helper = request
    helper.add = filters.flatMap(\.families)
    helper.lag = []
    helper.lead = []
    let missing = helper.add.filter { !request.add.contains($0) }
    var known = columns
    if !missing.isEmpty {
      helper.add = missing
      known += try made(try chosen(helper), helper, frame, record, PanelLog(), workers: workers).flatMap { $0 }
    }
    var kept = [Bool](repeating: true, count: frame.count)
    for (i, filter) in filters.enumerated() {
      let before = kept.count { $0 }
      try filter.apply(to: &kept, known, frame)
      log.note(1 + i, "Only \(filter.text): \(before - kept.count { $0 }) of \(before) rows left out.")
    }
    let rows = kept.indices.lazy.filter { kept[$0] }.map { Int32($0) }
    let list = Array(rows)
    return mapped(columns, workers: workers) { $0.keeping(list) }
  }

  private static func vintages(of columns: [PanelColumn], in record: Record) -> [Vintage] {
    let names = Set(columns.map(\.variable.dataset))
    return record.vintages.filter { names.contains($0.dataset) }
  }
}
