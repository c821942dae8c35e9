/// A file that fills a role of a release.
public struct FoundFile: Sendable, Hashable {
  /// Name of the `FileRole`.
  public let role: String
  /// Path as it was listed.
  public let path: String
  /// Patterns of the members that lead to it inside an archive; empty for a file of its own.
  public let members: [String]

  public init(role: String, path: String, members: [String]) {
    self.role = role
    self.path = path
    self.members = members
  }
}

/// The files of a dataset in a folder.
public struct FoundRelease: Sendable {
  public let version: String
  public let files: [FoundFile]
  /// Other versions of the dataset that the folder holds whole.
  public let otherVersions: [String]
  /// Roles that may be filled and are not.
  public let absent: [String]
}

extension CatalogueEntry {
  /// Finds the dataset's files among the paths of a folder, whatever its layout: names are compared by their last component.
  ///
  /// Of several releases the newest that is there whole is taken, or `version` if given. Of several files with a name the
  /// one with the shortest path is taken, then the first in order.
  ///
  /// - Throws: `DatasetError.missingFiles`, `DatasetError.unknownVersion`.
  /// - Complexity: O(paths × patterns).
  public func find(in paths: some Sequence<String>, version: String? = nil) throws(DatasetError) -> FoundRelease {
    let paths = paths.sorted { ($0.utf8.count, $0) < ($1.utf8.count, $1) }
    if let version, !versions.contains(version) {
      throw .unknownVersion(dataset: name, version: version, known: versions)
    }
    let found = releases.compactMap { $0.find(in: paths) }
    guard let best = found.first(where: { version == nil || $0.version == version }) else {
      let wanted = releases.first { version == nil || $0.version == version } ?? releases.first
      let names = wanted?.files.filter(\.isRequired).map {
        "\($0.name) (\($0.places.map(\.description).joined(separator: " or ")))"
      }
      throw .missingFiles(dataset: name, wanted: names ?? [], home: home, found: paths.count)
    }
    var others: [String] = []
    for version in found.map(\.version) where version != best.version && !others.contains(version) {
      others.append(version)
    }
    return FoundRelease(version: best.version, files: best.files, otherVersions: others, absent: best.absent)
  }
}

extension Release {
  /// The files of this release among paths in order of preference; `nil` unless every required role is filled.
  fileprivate func find(in paths: [String]) -> (version: String, files: [FoundFile], absent: [String])? {
    var files: [FoundFile] = []
    var absent: [String] = []
    for role in self.files {
      let found = role.find(in: paths)
      if found.isEmpty {
        if role.isRequired { return nil }
        absent.append(role.name)
      }
      files += found
    }
    return files.isEmpty ? nil : (version, files, absent)
  }
}

extension FileRole {
  func find(in paths: [String]) -> [FoundFile] {
    for place in places {
      guard let first = place.patterns.first else { continue }
      let matches = paths.filter { FilePlace.matches($0, pattern: first) }
      guard !matches.isEmpty else { continue }
      let members = Array(place.patterns.dropFirst())
      let taken = isRepeated ? matches.sorted() : Array(matches.prefix(1))
      return taken.map { FoundFile(role: name, path: $0, members: members) }
    }
    return []
  }
}
