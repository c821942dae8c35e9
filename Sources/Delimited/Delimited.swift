/// Reads delimited text (CSV, TSV and their kin) as publishers serve it: plain, gzip or zip, in several encodings.
///
/// Bytes go in, typed columns come out. A row that cannot be read is never dropped silently: it is listed with file,
/// line, column, what was found and what was expected, or, in strict mode, thrown.
///
/// ```swift
/// let table = try Delimited.read(
///   .file("UNVotes.csv.gz"),
///   schema: [.integer("rcid"), .integer("ccode"), .integer("vote", range: 1...9)])
/// let votes = try table.integers("vote")
/// ```
public enum Delimited {
  /// Bytes per chunk; small enough for the second-level cache.
  static let blockBytes = 1 << 18
  static let batchBytes = 4 << 20

  /// Reads a whole file into columns.
  ///
  /// - Parameters:
  ///   - workers: threads that may be used; more than two are not. The result never depends on it.
  /// - Throws: ``DelimitedError``. Limits, damaged data, NUL bytes and a header that does not fit are always errors.
  /// - Complexity: O(n) in the bytes of the file; the memory is that of the columns and a few chunks.
  public static func read(
    _ source: Source, format: Format = .csv, schema: Schema, mode: Mode = .collect, limits: Limits = .standard,
    workers: Int = 2
  ) throws(DelimitedError) -> Table {
    try read(
      source, format: format, schema: schema, mode: mode, limits: limits, workers: workers, blockBytes: blockBytes)
  }

  static func read(
    _ source: Source, format: Format, schema: Schema, mode: Mode, limits: Limits, workers: Int, blockBytes: Int
  ) throws(DelimitedError) -> Table {
    let pipeline = try open(source, format, schema, mode, limits, workers, blockBytes)
    var builder = TableBuilder(pipeline.plan)
    try pipeline.run { (rows: RowBuffer, before: Int, progress: Double) throws(DelimitedError) in
      guard builder.append(rows, afterLines: before, progress: progress) else {
        throw textLimit(pipeline.plan, line: before + 1)
      }
    }
    guard builder.rowCount + builder.issues.total > 0 || !format.requiresRows else {
      throw noRows(pipeline)
    }
    return builder.table()
  }

  /// Reads a file of any size in bounded memory, a few megabytes of rows at a time.
  ///
  /// `body` is called in file order on the calling thread. The codes of a text column hold within one batch only.
  /// Damage is found when it is reached: what was done with earlier batches must be undone by the caller if this
  /// throws.
  ///
  /// - Returns: what is known of the whole file, with all rejected rows counted.
  /// - Throws: ``DelimitedError``, or what `body` throws.
  public static func forEachBatch(
    _ source: Source, format: Format = .csv, schema: Schema, mode: Mode = .collect, limits: Limits = .standard,
    workers: Int = 2, _ body: (Table) throws -> Void
  ) throws -> Summary {
    try forEachBatch(
      source, format: format, schema: schema, mode: mode, limits: limits, workers: workers, blockBytes: batchBytes,
      body)
  }

  static func forEachBatch(
    _ source: Source, format: Format, schema: Schema, mode: Mode, limits: Limits, workers: Int, blockBytes: Int,
    _ body: (Table) throws -> Void
  ) throws -> Summary {
    let pipeline = try open(source, format, schema, mode, limits, workers, blockBytes)
    var all = TableBuilder(pipeline.plan)
    var failure: (any Error)?
    do throws(DelimitedError) {
      try pipeline.run { (rows: RowBuffer, before: Int, _: Double) throws(DelimitedError) in
        var batch = TableBuilder(pipeline.plan)
        guard batch.append(rows, afterLines: before, progress: 1) else {
          throw textLimit(pipeline.plan, line: before + 1)
        }
        all.count(rows, afterLines: before)
        guard rows.rows > 0 else { return }
        do { try body(batch.table()) } catch {
          failure = error
          throw .invalidRequest("the batch was not accepted")
        }
      }
    } catch {
      throw failure ?? error
    }
    guard all.rowCount + all.issues.total > 0 || !format.requiresRows else { throw noRows(pipeline) }
    return Summary(
      file: pipeline.plan.file, rowCount: all.rowCount, issues: all.issues, blankLines: all.blankLines,
      transcodedFields: all.transcodedFields)
  }

  /// The column names of a file, as it writes them.
  public static func header(
    _ source: Source, format: Format = .csv, limits: Limits = .standard
  ) throws(DelimitedError) -> [String] {
    let stream = try source.open(limits: limits)
    let reader = BlockReader(stream, blockBytes: 1 << 16, quoted: format.quoted, limits: limits)
    return try HeaderReader(reader, format, limits).read().names
  }

  /// The decompressed bytes of a file, for readers of other formats.
  public static func bytes(of source: Source, limits: Limits = .standard) throws(DelimitedError) -> [UInt8] {
    try source.open(limits: limits).readAll()
  }

  /// The decompressed bytes of gzip data (one member or several); `name` is used in messages.
  public static func gunzip(
    _ bytes: [UInt8], name: String, limits: Limits = .standard
  ) throws(DelimitedError) -> [UInt8] {
    let store = ByteStore(bytes, name: name)
    return try InflateStream(store, name: name, range: 0..<bytes.count, wrapper: .gzip, limits: limits).readAll()
  }

  private static func open(
    _ source: Source, _ format: Format, _ schema: Schema, _ mode: Mode, _ limits: Limits, _ workers: Int,
    _ blockBytes: Int
  ) throws(DelimitedError) -> Pipeline {
    let stream = try source.open(limits: limits)
    let reader = BlockReader(stream, blockBytes: blockBytes, quoted: format.quoted, limits: limits)
    let head = try HeaderReader(reader, format, limits).read()
    let wanted = try schema.resolve(head.names, file: stream.name, line: max(head.line, 1))
    let plan = Plan(
      file: stream.name, format: format, wanted: wanted, header: head.names, mode: mode, limits: limits)
    return Pipeline(reader: reader, plan: plan, head: head, workers: min(max(workers, 1), 2))
  }

  private static func noRows(_ pipeline: Pipeline) -> DelimitedError {
    pipeline.head.line == 0
      ? .empty(file: pipeline.plan.file) : .noRows(file: pipeline.plan.file, line: pipeline.head.line)
  }

  private static func textLimit(_ plan: Plan, line: Int) -> DelimitedError {
    .limit(
      file: plan.file, what: "the size of a text column", limit: Int(UInt32.max), position: "after line \(line)")
  }
}
