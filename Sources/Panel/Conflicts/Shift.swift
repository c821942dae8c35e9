/// Values of earlier and later calendar years of the same unit.
enum Shift {
  /// The columns of requests such as `cinc1:1,2`; `direction` is -1 for lags and 1 for leads.
  ///
  /// The value is that of the calendar year so far away. Where the unit did not exist then the cell is "not a member", and
  /// outside the years of the panel it is "outside the years".
  ///
  /// - Complexity: O(rows) a column.
  static func columns(
    _ requests: [String], by direction: Int, of columns: [PanelColumn], frame: Frame, option: String
  ) throws(PanelError) -> [PanelColumn] {
    var result: [PanelColumn] = []
    for request in requests {
      let parts = request.split(separator: ":", maxSplits: 1).map(String.init)
      let distances = (parts.count == 2 ? parts[1] : "1").split(separator: ",").compactMap { Int($0) }
      guard let name = parts.first, let column = columns.first(where: { $0.variable.name == name }),
        !distances.isEmpty, distances.allSatisfy({ (1...100).contains($0) })
      else {
        let known = columns.map(\.variable.name)
        throw .unknownColumn(
          request, nearest: nearestNames(to: parts.first ?? request, among: known), option: option)
      }
      for distance in distances {
        result.append(shifted(column, by: direction * distance, frame: frame))
      }
    }
    return result
  }

  private static func shifted(_ column: PanelColumn, by years: Int, frame: Frame) -> PanelColumn {
    let word = years < 0 ? "lag" : "lead"
    let distance = abs(years)
    let variable = column.variable.named(
      "\(column.variable.name)_\(word)\(distance)",
      of: "\(distance) year\(distance == 1 ? "" : "s") \(years < 0 ? "earlier" : "later")")
    let rows = sourceRows(frame, years: years)
    func moved<T: CellValue>(_ values: [T]) -> [T] {
      rows.map { row in
        row >= 0 ? values[column.position(Int(row))] : T.encoded(row == -1 ? .outsideYears : .notMember)
      }
    }
    let cells: Cells =
      switch column.cells {
      case .bytes(let values): .bytes(moved(values))
      case .shorts(let values): .shorts(moved(values))
      case .integers(let values): .integers(moved(values))
      case .numbers(let values): .numbers(moved(values))
      case .texts(let values, let pool): .texts(moved(values), pool)
      }
    return PanelColumn(variable, cells, years: column.years, version: column.version)
  }

  /// For each row the row of the same unit `years` later; -1 outside the panel's years, -2 where the unit did not exist.
  private static func sourceRows(_ frame: Frame, years: Int) -> [Int32] {
    let width = frame.years.count
    func unit(_ row: Int) -> (Int32, Int32, Int32) {
      (
        frame.firstCells[row] < 0 ? -1 : frame.firstCells[row] / Int32(width),
        frame.secondCells.isEmpty ? 0 : frame.secondCells[row] / Int32(width),
        frame.leaders.isEmpty ? 0 : frame.leaders[row]
      )
    }
    var result = [Int32](repeating: -2, count: frame.count)
    var start = 0
    var rowOfOffset = [Int32](repeating: -2, count: width)
    while start < frame.count {
      let key = unit(start)
      var end = start
      while end < frame.count, unit(end) == key {
        rowOfOffset[Int(frame.offsets[end])] = Int32(end)
        end += 1
      }
      for row in start..<end {
        let offset = Int(frame.offsets[row]) + years
        result[row] = offset < 0 || offset >= width ? -1 : rowOfOffset[offset]
      }
      for row in start..<end { rowOfOffset[Int(frame.offsets[row])] = -2 }
      start = end
    }
    return result
  }
}
