import Record

extension Family {
  /// Memberships in intergovernmental organisations.
  static let igos = Family(
    name: "igos",
    summary: "Joint full memberships in intergovernmental organisations; for state-years all memberships.",
    peer: "add_igos", units: anyUnit, datasets: ["cow-igo"]
  ) { context throws(PanelError) in
    let source = try context.need(context.record.memberships, "cow-igo")
    let table = source.table
    guard table.codes.count == table.count * table.organisations.count else {
      throw .inconsistent(dataset: "cow-igo", detail: "the matrix of memberships has not a code for each organisation")
    }
    return context.frame.dyads == nil ? memberships(context, source) : jointMemberships(context, source)
  }

  /// Joint memberships by counting common bits.
  private static func jointMemberships(_ context: FamilyContext, _ source: Sourced<Memberships>) -> [PanelColumn] {
    let (table, frame) = (source.table, context.frame)
    let words = (table.organisations.count + 63) / 64
    var counts: [Int16] = frame.filled(Int16.encoded(.notMember), years: source.years)
    var bits = [UInt64](repeating: 0, count: table.count * words)
    let width = table.organisations.count
    table.codes.withUnsafeBufferPointer { codes in
      for row in 0..<table.count {
        for column in 0..<width where codes[row * width + column] == 1 {
          bits[row * words + column >> 6] |= 1 << UInt64(column & 63)
        }
      }
    }
    var start = 0
    counts.withUnsafeMutableBufferPointer { counts in
      bits.withUnsafeBufferPointer { bits in
        while start < table.count {
          var end = start
          while end < table.count, table.years[end] == table.years[start] { end += 1 }
          let year = Int(table.years[start])
          for a in start..<end where frame.years.contains(year) {
            for b in (a + 1)..<max(end, a + 1) {
              var joint = 0
              for word in 0..<words { joint += (bits[a * words + word] & bits[b * words + word]).nonzeroBitCount }
              frame.forRows(of: table.states[a], table.states[b], year: year) { row, _ in counts[row] = Int16(joint) }
            }
          }
          start = end
        }
      }
    }
    return [
      context.column(
        Variable(
          "dyadigos", .count, label: "Joint memberships in intergovernmental organisations", unit: "organisations",
          meaning:
            "Organisations of which both states are full members. Memberships before 1965 were collected every fifth "
            + "year and carried between.",
          dataset: "cow-igo",
          missing: "A state without a row in the year has no value; an organisation marked missing does not count."),
        .shorts(counts), source)
    ]
  }

  /// Memberships of states by kind.
  private static func memberships(_ context: FamilyContext, _ source: Sourced<Memberships>) -> [PanelColumn] {
    let table = source.table
    let width = table.organisations.count
    let kinds: [(String, String, ClosedRange<UInt8>)] = [
      ("full", "full member", 1...1), ("associate", "associate", 2...2), ("observer", "observer", 3...3),
      ("anytype", "full member, associate or observer", 1...3),
    ]
    let states = StateCells(system: context.frame.system, years: source.years)
    return kinds.flatMap { name, meaning, codes in
      let values = (0..<table.count).map { row in
        Int16(table.codes[(row * width)..<((row + 1) * width)].count { codes.contains($0) })
      }
      return context.columns(
        .shorts(states.cells(table.states, table.years) { values[$0] }),
        Variable(
          "sum_igo_\(name)", .count, label: "Organisations, \(meaning)", unit: "organisations",
          meaning: "Intergovernmental organisations of which the state is \(meaning).", dataset: "cow-igo",
          missing: "A state without a row in the year has no value."), source)
    }
  }
}
