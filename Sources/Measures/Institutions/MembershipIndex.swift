import Evidence
import Record
import StateSystem

/// Which codes of the source make a member.
enum MembershipRule: String, CaseIterable, Sendable {
  /// Full and associate members: the rule of the publisher's dyad file.
  case fullOrAssociate = "full-or-associate"
  /// Full members alone.
  case full

  /// Highest code that counts; codes below it and above 0 count too.
  private var highest: UInt8 { self == .full ? 1 : 2 }

  var words: String { self == .full ? "full members (code 1)" : "full or associate members (codes 1 and 2)" }

  /// Whether a code of the source is that of a member.
  @inline(__always) func counts(_ code: UInt8) -> Bool { code &- 1 < highest }
}

/// Memberships in intergovernmental organisations as sets of bits, with the comparison classes of years.
final class MembershipIndex: Sendable {
  let sourced: Sourced<Memberships>
  let rows: StateYearIndex
  private let years = Memo<YearKey, MembershipYear>()
  private let dyads = Memo<DyadKey, [Int: Int]>()

  private struct YearKey: Hashable {
    let year: Int
    let rule: MembershipRule
  }

  private struct DyadKey: Hashable {
    let dyad: Dyad
    let rule: MembershipRule
  }

  var table: Memberships { sourced.table }

  /// `nil` unless the table has a code for every row and organisation.
  init?(_ sourced: Sourced<Memberships>) {
    guard sourced.table.codes.count == sourced.table.count * sourced.table.organisations.count else { return nil }
    self.sourced = sourced
    rows = StateYearIndex(states: sourced.table.states, years: sourced.table.years)
  }

  func year(_ year: Int, _ rule: MembershipRule) -> MembershipYear {
    years.value(for: YearKey(year: year, rule: rule)) { MembershipYear(table, rows: rows.rows(of: year), rule) }
  }

  /// Joint memberships of a dyad in each year in which both have a row.
  func series(_ dyad: Dyad, _ rule: MembershipRule) -> [Int: Int] {
    dyads.value(for: DyadKey(dyad: dyad, rule: rule)) {
      var series: [Int: Int] = [:]
      for year in rows.years {
        guard let a = rows.row(of: dyad.first, in: year), let b = rows.row(of: dyad.second, in: year) else { continue }
        series[year] = table.jointMemberships(a, b, rule)
      }
      return series
    }
  }

  /// The row of a state in a year, or why there is none.
  func row(of state: State, _ year: Year) throws(NotCovered) -> Int {
    if let reason = sourced.reasonNotCovered(year.value) { throw NotCovered(reason) }
    if let row = rows.row(of: state.id, in: year.value) { return row }
    if let reason = Reason.notMember([state], in: year) { throw NotCovered(reason) }
    throw NotCovered(
      .missing,
      "\(sourced.vintage.dataset) \(sourced.vintage.version) has no row of \(state.name(in: year)) in \(year)")
  }
}

extension Memberships {
  /// Codes of a row, an organisation each.
  func codes(_ row: Int) -> ArraySlice<UInt8> {
    codes[(row * organisations.count)..<(row * organisations.count + organisations.count)]
  }

  /// Organisations in which both rows are members by the rule.
  func jointMemberships(_ a: Int, _ b: Int, _ rule: MembershipRule) -> Int {
    let width = organisations.count
    return codes.withUnsafeBufferPointer { codes in
      var joint = 0
      for column in 0..<width {
        joint &+= rule.counts(codes[a * width + column]) && rule.counts(codes[b * width + column]) ? 1 : 0
      }
      return joint
    }
  }
}

/// Joint memberships of all dyads of a year.
struct MembershipYear: Sendable {
  let counts: [Double]

  init(_ table: Memberships, rows: [Int], _ rule: MembershipRule) {
    let words = (table.organisations.count + 63) / 64
    var bits = [UInt64](repeating: 0, count: rows.count * words)
    let width = table.organisations.count
    table.codes.withUnsafeBufferPointer { codes in
      bits.withUnsafeMutableBufferPointer { bits in
        for (position, row) in rows.enumerated() {
          for column in 0..<width where rule.counts(codes[row * width + column]) {
            bits[position * words + column / 64] |= 1 << UInt64(column % 64)
          }
        }
      }
    }
    var counts: [Double] = []
    counts.reserveCapacity(rows.count * rows.count / 2)
    bits.withUnsafeBufferPointer { bits in
      for i in rows.indices {
        for j in rows.indices[(i + 1)...] {
          var joint = 0
          for word in 0..<words { joint &+= (bits[i * words + word] & bits[j * words + word]).nonzeroBitCount }
          counts.append(Double(joint))
        }
      }
    }
    self.counts = counts
  }
}
