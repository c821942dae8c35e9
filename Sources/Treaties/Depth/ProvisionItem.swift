/// One indicator of an axis: a provision at ordered levels.
public struct ProvisionItem: Hashable, Sendable, Codable {
  /// The two axes. They are never added into one.
  public enum Axis: String, Hashable, Sendable, Codable, CaseIterable {
    /// What the parties give up and build in peacetime: institutions, integration, aid, bases, fixed contributions.
    case depth
    /// How much help is owed, in how many circumstances: the obligations and how far they are hedged.
    case scope
  }

  public let name: String
  public let axis: Axis
  /// Words for each level from 0.
  public let levels: [String]

  public init(_ name: String, _ axis: Axis, levels: [String]) {
    self.name = name
    self.axis = axis
    self.levels = levels
  }
}

extension ProvisionItem {
  /// An item with the level a coding is at; `nil` where the coder does not say.
  struct Rule: Sendable {
    let item: ProvisionItem
    let level: @Sendable (TreatyCoding) -> Int?
  }

  /// The indicators, the last of four specifications tried (2026-11-27); `docs/methods/treaties.md` says why each and what was seen before.
  static let rules: [Rule] = [
    .init(
      "military contact", .depth, ["none", "in wartime", "regular in peacetime", "common defence policy"], "milcon"),
    .init("integrated command", .depth, ["none", "integrated"], "intcom"),
    .init("organisation", .depth, ["none", "regular meetings", "named", "permanent staff"], "organ1"),
    .init("military aid", .depth, ["none", "given", "training or technology"], "milaid") {
      $0 == 0 ? 0 : $0 < 3 ? 1 : 2
    },
    .init("bases", .depth, ["none", "bases or troops abroad"], "base") { $0 > 0 ? 1 : 0 },
    .init("contributions", .depth, ["none", "fixed"], "contrib"),
    .init("subordination", .depth, ["none", "in wartime or peace"], "subord") { $0 > 0 ? 1 : 0 },
    .init("companion military agreement", .depth, ["none", "one"], "compag") { $0 == 1 ? 1 : 0 },
    .init("increase of arms", .depth, ["none", "promised"], "armred") { $0 == 2 ? 1 : 0 },
    .hedged("defence", .defense, "defcon"), .hedged("offence", .offense, "offcon"),
    .hedged("consultation", .consultation, "concon"),
    .hedged("neutrality", .neutrality, "neucon"),
    .init("non-aggression", .scope, ["none", "promised"], "nonagg"),
    .init("no separate peace", .scope, ["none", "promised"], "seppeace") { $0 > 0 ? 1 : 0 },
    .init("diplomatic support", .scope, ["none", "promised"], "dipaid") { $0 > 0 ? 1 : 0 },
    .init("commitments towards a third party", .scope, ["none", "promised"], "thirdcom") { $0 > 0 ? 1 : 0 },
  ]

  /// The indicators in order.
  public static var all: [ProvisionItem] { rules.map(\.item) }
}

extension TreatyCoding {
  /// The provisions behind a score on an axis, with their levels; empty where the treaty has none, `nil` unless ATOP codes it.
  public func provisions(on axis: ProvisionItem.Axis) -> [String]? {
    guard coder == .atop else { return nil }
    return ProvisionItem.rules.filter { $0.item.axis == axis }.compactMap { rule in
      guard let level = rule.level(self), level > 0 else { return nil }
      return rule.item.levels.count > 2 ? "\(rule.item.name) (\(rule.item.levels[level]))" : rule.item.name
    }
  }
}

extension ProvisionItem.Rule {
  /// A column of the registry whose codes give the level.
  init(
    _ name: String, _ axis: ProvisionItem.Axis, _ levels: [String], _ column: String,
    _ level: @escaping @Sendable (Double) -> Int = { Int($0) }
  ) {
    self.init(item: ProvisionItem(name, axis, levels: levels)) { coding in
      coding.values[column].map { min(max(level($0), 0), levels.count - 1) }
    }
  }

  /// An obligation: not there, under conditions, without conditions.
  static func hedged(_ name: String, _ kind: Obligation.Kind, _ column: String) -> Self {
    let levels = ["none", "conditional", "unconditional"]
    return Self(item: ProvisionItem(name, .scope, levels: levels)) { coding in
      guard let held = coding.values[kind.column] else { return nil }
      if held == 0 { return 0 }
      return coding.values[column].map { $0 == 1 ? 1 : 2 }
    }
  }
}

/// Levels of every item for a set of treaties.
public struct ProvisionData: Hashable, Sendable {
  public let treaties: [String]
  public let items: [ProvisionItem]
  /// Treaty by treaty, `items.count` each; -1 is missing.
  let levels: [Int8]

  /// - Parameter levels: one row a treaty, one value an item; `nil` is missing. Values are cut to the item's levels.
  public init(treaties: [String], items: [ProvisionItem], levels: [[Int?]]) {
    self.treaties = treaties
    self.items = items
    self.levels = levels.flatMap { row in
      items.indices.map { j in
        row.indices.contains(j) ? row[j].map { Int8(clamping: min(max($0, 0), items[j].levels.count - 1)) } ?? -1 : -1
      }
    }
  }

  /// The treaties ATOP codes, with the declared items.
  public init(_ collection: TreatyCollection) {
    let codings = collection.treaties.compactMap { $0.coding(by: .atop) }
    self.init(
      treaties: codings.map(\.id), items: ProvisionItem.all,
      levels: codings.map { coding in ProvisionItem.rules.map { $0.level(coding) } })
  }

  subscript(treaty: Int, item: Int) -> Int { Int(levels[treaty * items.count + item]) }

  /// The levels of a treaty on the items of an axis: treaties with equal patterns have equal scores.
  func pattern(_ treaty: Int, _ axis: ProvisionItem.Axis) -> [Int] {
    items.indices.filter { items[$0].axis == axis }.map { self[treaty, $0] }
  }
}
