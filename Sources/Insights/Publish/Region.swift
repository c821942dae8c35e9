import StateSystem

/// A region of the world with a page of resources, by ranges of Correlates of War numbers.
struct Region: Hashable, Sendable {
  let slug: String
  let name: String
  let ranges: [ClosedRange<Int>]

  func contains(_ state: StateID) -> Bool { ranges.contains { $0.contains(Int(state.cow)) } }

  /// Every state of the system is in one region.
  static let all: [Region] = [
    Region(slug: "americas", name: "The Americas", ranges: [1...199]),
    Region(slug: "europe", name: "Europe", ranges: [200...364, 366...368, 374...399]),
    Region(slug: "russia-and-eurasia", name: "Russia and Eurasia", ranges: [365...365, 369...373, 700...705]),
    Region(slug: "africa", name: "Africa", ranges: [400...599]),
    Region(slug: "middle-east", name: "Middle East and North Africa", ranges: [600...699]),
    Region(slug: "east-asia", name: "East Asia", ranges: [706...749]),
    Region(slug: "south-asia", name: "South Asia", ranges: [750...799]),
    Region(slug: "southeast-asia-and-pacific", name: "Southeast Asia and the Pacific", ranges: [800...999]),
  ]
}

/// A country as it is named and addressed on a site.
struct CountryPage: Hashable {
  let state: StateID
  let name: String
  let slug: String

  init(_ state: StateID, on day: Day) {
    self.state = state
    let plain = State[state]?.name(on: day) ?? "state \(state)"
    name = plain == "United States of America" ? "United States" : plain
    slug = (State[state]?.abbreviation ?? "state-\(state)").lowercased()
  }
}

/// A month in which insights appeared.
enum Issue {
  static func key(_ day: Day) -> String { String(day.description.prefix(7)) }

  /// `November 2026`.
  static func name(_ key: String) -> String { Wording.date(key) }
}
