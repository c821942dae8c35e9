/// What to do with each column of a file: the schema, resolved against a header, in plain memory for the parser.
final class Plan: @unchecked Sendable {
  enum Step: UInt8 {
    case skip
    case integer
    case number
    case text
    case day
  }

  /// One column of the file. Holds no references, so that the inner loop counts none.
  struct Action {
    var step = Step.skip
    /// The place among the columns of the same storage; integers and days share theirs.
    var slot = 0
    var low = 0
    var high = 0
    var lowNumber = 0.0
    var highNumber = 0.0
    var acceptsDecimals = false
    var trims = false
    var dayFormat = Delimited.DayFormat.yearMonthDay
    var missingIntegers = UnsafeBufferPointer<Int>(start: nil, count: 0)
    var missingNumbers = UnsafeBufferPointer<Double>(start: nil, count: 0)
    /// All missing codes, byte by byte.
    var missingTexts = UnsafeBufferPointer<UnsafeBufferPointer<UInt8>>(start: nil, count: 0)
  }

  let file: String
  let separator: UInt8
  let quoted: Bool
  let encoding: Delimited.Encoding
  let pads: Bool
  let limits: Delimited.Limits
  let mode: Delimited.Mode
  let header: [String]
  let actions: UnsafeMutableBufferPointer<Action>
  private(set) var expectations: [String]
  /// The wanted column and its place in the file, in schema order; `nil` where an optional one is absent.
  let wanted: [(column: Delimited.Column, position: Int?)]
  private(set) var integerCount = 0
  private(set) var numberCount = 0
  /// Whether each text column is interned.
  private(set) var interned: [Bool] = []
  /// 1, 10, ... 1e22.
  private(set) var powersOfTen = UnsafeBufferPointer<Double>(start: nil, count: 0)
  private var memory: [UnsafeMutableRawPointer] = []

  init(
    file: String, format: Delimited.Format, wanted: [(column: Delimited.Column, position: Int?)], header: [String],
    mode: Delimited.Mode, limits: Delimited.Limits
  ) {
    self.file = file
    separator = format.separator.rawValue
    quoted = format.quoted
    encoding = format.encoding
    pads = format.raggedRows == .pad
    self.limits = limits
    self.mode = mode
    self.header = header
    self.wanted = wanted
    actions = .allocate(capacity: header.count)
    actions.initialize(repeating: Action())
    expectations = Array(repeating: "", count: header.count)
    for (column, position) in wanted {
      guard let position, actions.indices.contains(position) else { continue }
      actions[position] = place(column)
      expectations[position] = Plan.expectation(column)
    }
    powersOfTen = keep(exactPowersOfTen)
    for (column, position) in wanted {
      guard let position, actions.indices.contains(position) else { continue }
      actions[position].missingIntegers = keep(column.missing.compactMap { Int($0) })
      actions[position].missingNumbers = keep(column.missing.compactMap { Double($0) }.filter(\.isFinite))
      actions[position].missingTexts = keep(column.missing.map { keep(Array($0.utf8)) })
    }
  }

  /// Gives a column its place among those of the same storage.
  private func place(_ column: Delimited.Column) -> Action {
    var action = Action()
    action.trims = column.trims
    switch column.kind {
    case .integer(let range, let acceptsDecimals):
      action.step = .integer
      action.slot = integerCount
      action.low = Int(range.lowerBound)
      action.high = Int(range.upperBound)
      action.acceptsDecimals = acceptsDecimals
      integerCount += 1
    case .number(let range):
      action.step = .number
      action.slot = numberCount
      action.lowNumber = range.lowerBound
      action.highNumber = range.upperBound
      numberCount += 1
    case .text(let isInterned):
      action.step = .text
      action.slot = interned.count
      interned.append(isInterned)
    case .day(let format):
      action.step = .day
      action.slot = integerCount
      action.dayFormat = format
      integerCount += 1
    }
    return action
  }

  deinit {
    actions.deallocate()
    for pointer in memory { pointer.deallocate() }
  }

  /// A copy that lives as long as the plan.
  private func keep<T: BitwiseCopyable>(_ values: [T]) -> UnsafeBufferPointer<T> {
    let buffer = UnsafeMutableBufferPointer<T>.allocate(capacity: max(values.count, 1))
    _ = buffer.initialize(from: values)
    if let base = buffer.baseAddress { memory.append(UnsafeMutableRawPointer(base)) }
    return UnsafeBufferPointer(rebasing: buffer[..<values.count])
  }

  private static func expectation(_ column: Delimited.Column) -> String {
    if column.missing.isEmpty { return column.kind.expectation }
    return column.kind.expectation + ", or missing as " + column.missing.map { "\"\($0)\"" }.joined(separator: ", ")
  }
}
