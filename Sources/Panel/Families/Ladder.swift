import StateSystem

extension Family {
  static let ladderDatasets = ["cow-mid", "cow-war", "gsdb", "un-votes"]

  /// The rungs of the cost ladder. In triads the third power is in the row; dyads need one named: `ladder:USA`.
  static let ladder = Family(
    name: "ladder",
    summary:
      "Rungs of the cost ladder: votes, sanctions, disputes and wars at stake with a third power, and who joined.",
    peer: "", units: dyadic, datasets: ladderDatasets
  ) { context throws(PanelError) in throw .thirdPower(unit: context.request.unit) }

  /// The rungs for dyads against one third power.
  static func ladder(against third: State) -> Family {
    Family(
      name: "ladder:\(third.abbreviation)", summary: "Rungs of the cost ladder against \(third.name).", peer: "",
      units: dyadic, datasets: ladderDatasets
    ) { context throws(PanelError) in
      let frame = context.frame
      guard let own = frame.dyads else { throw .thirdPower(unit: context.request.unit) }
      let directed = own.isDirected ? own : DyadYears(frame.system, directed: true)
      let years = try LadderYears(context, directed)
      let cells = frame.ladder(years, third: frame.system.place(of: third.id.cow))
      return LadderVariable.allCases.map { variable in
        let source = years.sources[variable.rawValue]
        return PanelColumn(
          variable.variable(suffix: "_" + third.abbreviation.lowercased(), third: third.name),
          .shorts(cells[variable.rawValue]), years: source.years, version: source.version)
      }
    }
  }
}

extension Frame {
  /// The rungs of each dyad against a third power; no value where the third power is one of the two or no member.
  fileprivate func ladder(_ years: LadderYears, third: Int?) -> [[Int16]] {
    var cells = [[Int16]](
      repeating: [Int16](repeating: Int16.encoded(.notMember), count: count), count: LadderYears.count)
    guard let dyads, let third else { return cells }
    let pairs = TriadColumns.pairs.count
    var line = [Int32](repeating: 0, count: pairs + LadderYears.count)
    dyads.forEachPair { a, b, rows in
      var row = rows.lowerBound
      dyads.forEachJointOffset(a, b) { offset in
        defer { row += 1 }
        guard a != third, b != third else {
          for cell in cells.indices { cells[cell][row] = Int16.encoded(.undefined) }
          return
        }
        guard years.dyads.rows(a, b, third, offset, into: &line) else { return }
        line.withUnsafeMutableBufferPointer { years.fill($0, a, b, thirds: [third], offset) }
        for cell in cells.indices {
          cells[cell][row] = Int16(bitPattern: UInt16(truncatingIfNeeded: line[pairs + cell]))
        }
      }
    }
    return cells
  }
}

extension DyadYears {
  /// Writes the rows of the six directed dyads of a triad, in the order of `TriadColumns.pairs`.
  ///
  /// - Returns: whether the three are a triad in the year.
  @inline(__always)
  func rows(_ a: Int, _ b: Int, _ h: Int, _ offset: Int, into line: inout [Int32]) -> Bool {
    guard let ab = row(a, b, offset), let ba = row(b, a, offset), let ah = row(a, h, offset),
      let ha = row(h, a, offset), let bh = row(b, h, offset), let hb = row(h, b, offset)
    else { return false }
    line[0] = Int32(ab)
    line[1] = Int32(ba)
    line[2] = Int32(ah)
    line[3] = Int32(ha)
    line[4] = Int32(bh)
    line[5] = Int32(hb)
    return true
  }
}
