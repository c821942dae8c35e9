import Datasets
import Foundation

/// The files of a dataset on this machine, with the roles they fill.
struct LocatedFiles: Sendable {
  let inputs: [InputFile]
  /// Each file once, in the order of the catalogue.
  let paths: [String]
  /// For the archive's provenance.
  let source: String
  let warnings: [String]
  /// Folder of downloaded files, to be removed when they are stored.
  let temporary: String?

  init(_ inputs: [InputFile], source: String, warnings: [String] = [], temporary: String? = nil) {
    self.inputs = inputs
    self.source = source
    self.warnings = warnings
    self.temporary = temporary
    var seen: Set<String> = []
    paths = inputs.compactMap { if case .path(let path) = $0.content, seen.insert(path).inserted { path } else { nil } }
  }

  var bytes: Int {
    paths.reduce(0) { $0 + ((try? FileManager.default.attributesOfItem(atPath: $1)[.size] as? Int) ?? 0) }
  }

  func discard() {
    if let temporary { try? FileManager.default.removeItem(atPath: temporary) }
  }
}

extension CatalogueEntry {
  /// The files of the dataset among `paths`, or a single file that the user has renamed.
  func locate(among paths: [String], release: String?) throws(DatasetError) -> (inputs: [InputFile], notes: [String]) {
    do {
      let found = try find(in: paths, version: release)
      let others =
        found.otherVersions.isEmpty
        ? [] : ["also there: version \(found.otherVersions.joined(separator: ", ")); choose with --release"]
      return (found.files.map { InputFile($0) }, others)
    } catch {
      guard case .missingFiles = error, paths.count == 1, let path = paths.first,
        let input = soleInput(path, release: release)
      else { throw error }
      return ([input], [])
    }
  }

  /// The file in the one role of a release that needs no other.
  private func soleInput(_ path: String, release: String?) -> InputFile? {
    let isArchive = path.lowercased().hasSuffix(".zip")
    for candidate in releases where release == nil || candidate.version == release {
      let required = candidate.files.filter(\.isRequired)
      guard required.count == 1, let role = required.first else { continue }
      let place = role.places.first { $0.patterns.count > 1 }
      if isArchive, let place {
        return InputFile(role: role.name, path: path, members: Array(place.patterns.dropFirst()))
      }
      if !isArchive { return InputFile(role: role.name, path: path) }
    }
    return nil
  }
}
