/// What Entente knows of one published dataset: who publishes it, where it lives, under which terms, how to cite it, what
/// its files are called, and which tables of the record it provides.
public struct CatalogueEntry: Sendable {
  /// Name used everywhere: in commands, in the archive, in sources of figures.
  public let name: String
  public let title: String
  public let publisher: String
  /// The publisher's page about the dataset.
  public let home: String
  /// What can be read, newest first.
  public let releases: [Release]
  /// Where the files can be fetched without a browser; empty if nowhere.
  public let downloads: [Download]
  /// What to do by hand where no download is possible or one fails, in one sentence; the page is `home`.
  public let byHand: String
  public let terms: Terms
  /// What to cite, the dataset itself first.
  public let citations: [Citation]
  /// Traps of the files and how they are read here, a sentence each.
  public let pitfalls: [String]
  /// Names of the record tables it provides (`RecordTable.tableName`).
  public let tables: [String]

  /// Whether the files can only be fetched by hand.
  public var isManual: Bool { downloads.isEmpty }

  /// Versions that can be read, newest first.
  public var versions: [String] {
    releases.map(\.version).reduce(into: []) { if !$0.contains($1) { $0.append($1) } }
  }
}

/// A published version in one layout: the files that make it up and the years it covers.
public struct Release: Sendable {
  public let version: String
  public let files: [FileRole]
  /// Calendar years the publisher covers; `nil` where they follow from the rows.
  public let years: ClosedRange<Int>?

  public init(_ version: String, years: ClosedRange<Int>? = nil, _ files: [FileRole]) {
    self.version = version
    self.years = years
    self.files = files
  }
}

/// One file of a release: what it holds and the names it goes by.
public struct FileRole: Sendable, Hashable {
  /// What the file holds, for example `votes`.
  public let name: String
  /// Places to look, the preferred one first.
  public let places: [FilePlace]
  public let isRequired: Bool
  /// Whether the role may be filled by several files that are read one after the other.
  public let isRepeated: Bool

  init(_ name: String, _ places: FilePlace..., required: Bool = true, repeated: Bool = false) {
    self.name = name
    self.places = places
    isRequired = required
    isRepeated = repeated
  }
}

/// How sure it is that an address works, from public sources.
public enum AddressEvidence: String, Sendable, CaseIterable {
  /// The same address in two or more independent sources, one of which uses it.
  case strong
  /// One use that works, or several with a reservation.
  case medium
  /// One mention.
  case weak
}

/// The conditions under which a publisher gives out a dataset.
public struct Terms: Sendable, Hashable {
  public let text: String
  /// Page with the full text, where there is one.
  public let address: String?
  /// Whether the text must be shown and agreed to before a download.
  public let needAgreement: Bool

  public init(_ text: String, address: String? = nil, needAgreement: Bool) {
    self.text = text
    self.address = address
    self.needAgreement = needAgreement
  }
}
