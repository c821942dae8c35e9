import Evidence
import Record
import StateSystem

/// Every treaty known: the alliances of ATOP and the coded treaties of the starter, one entry a treaty.
///
/// A coded treaty that names an ATOP number is the same treaty; its codings stand side by side. Without the alliance
/// files only the coded treaties are there, and `atop` says so.
public struct TreatyCollection: Sendable {
  /// In order of signature, then of id.
  public let treaties: [RegisteredTreaty]
  /// The vintage of the alliance files, or why there is none.
  public let atop: Covered<Vintage>
  /// Calendar years the alliance files cover; `nil` without them.
  public let atopYears: ClosedRange<Int>?
  private let byKey: [String: Int]

  /// Complexity: O(rows of the alliance and member files + coded treaties).
  public init(record: Record, coded: TreatyRegistry) {
    var entries: [RegisteredTreaty] = []
    var used: Set<String> = []
    switch (record.alliances, record.alliancePhases) {
    case (let alliances?, let phases?):
      let vintage = alliances.vintage
      atop = .covered(
        Vintage(
          dataset: vintage.dataset, version: ATOPTreaties.version(of: alliances), sha256: vintage.sha256,
          retrieved: vintage.retrieved))
      atopYears = alliances.years
      let reader = ATOPTreaties(alliances, phases.table)
      for row in alliances.table.ids.indices {
        let number = "ATOP:\(alliances.table.ids[row])"
        let own = coded.treaties.filter { $0.links.contains { $0.description == number } }
        used.formUnion(own.map(\.id))
        entries.append(reader.treaty(row, coded: own.first))
        entries += own.dropFirst().map { RegisteredTreaty($0, atop: nil) }
      }
    case (nil, _):
      atop = .notCovered(
        Reason(
          .notInstalled, "the alliance files of ATOP are not in the archive; `entente data add atop` installs them"))
      atopYears = nil
    case (_?, nil):
      atop = .notCovered(
        Reason(
          .notInstalled,
          "the archive holds ATOP without its member phases; install it again with `entente data add atop`"))
      atopYears = nil
    }
    entries += coded.treaties.filter { !used.contains($0.id) }.map { RegisteredTreaty($0, atop: nil) }
    treaties = entries.sorted { a, b in
      guard let first = a.begin, let second = b.begin, first != second else { return a.id < b.id }
      return first < second
    }
    byKey = Self.keys(treaties)
  }

  private static func keys(_ treaties: [RegisteredTreaty]) -> [String: Int] {
    var keys: [String: Int] = [:]
    for (index, treaty) in treaties.enumerated() {
      for key in [treaty.id] + (treaty.coded.map { [$0.id] } ?? []) where keys[key.lowercased()] == nil {
        keys[key.lowercased()] = index
      }
    }
    for (index, treaty) in treaties.enumerated() {
      for link in treaty.links where keys[link.description.lowercased()] == nil {
        keys[link.description.lowercased()] = index
      }
    }
    return keys
  }

  /// The treaty with a number in a registry or an id of the starter: `ATOP:3200`, `COW:229`,
  /// `entente:1950-sino-soviet`, `1950-sino-soviet`; a plain number is ATOP's.
  public subscript(key: String) -> RegisteredTreaty? {
    let text = key.lowercased()
    for candidate in [text, "atop:\(text)", "entente:\(text)"] {
      if let index = byKey[candidate] { return treaties[index] }
    }
    return nil
  }

  /// The treaty with this key.
  ///
  /// - Throws: `TreatyError.unknown` with the nearest keys.
  public func treaty(_ key: String) throws(TreatyError) -> RegisteredTreaty {
    if let treaty = self[key] { return treaty }
    let near = nearestName(to: key, among: byKey.keys.sorted())
    throw .unknown(key: key, nearest: near, atopReason: atop.reason?.detail)
  }

  /// How many treaties a coder finds to hold each kind of obligation.
  public func counts(by coder: TreatyCoding.Coder) -> [Obligation.Kind: Int] {
    var counts: [Obligation.Kind: Int] = [:]
    for treaty in treaties { for kind in treaty.kinds(by: coder) ?? [] { counts[kind, default: 0] += 1 } }
    return counts
  }
}

/// Why a treaty question has no answer.
public enum TreatyError: Error, Sendable, Hashable, CustomStringConvertible {
  case unknown(key: String, nearest: String?, atopReason: String?)
  case noCoding(treaty: String, coder: String)

  public var description: String {
    switch self {
    case .unknown(let key, let nearest, let reason):
      "no treaty has the key \"\(key)\"; "
        + (nearest.map { "did you mean \($0)? " } ?? "expected ATOP:3200, COW:229 or entente:1950-sino-soviet. ")
        + (reason.map { "Note: \($0)." } ?? "`entente treaty list` shows the keys.")
    case .noCoding(let treaty, let coder):
      "\(treaty) is not coded by \(coder); leave the coder out to see who codes it"
    }
  }
}
