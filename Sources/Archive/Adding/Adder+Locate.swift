import Datasets
import Foundation

extension Adder {
  /// Finds the files of a request on this machine, fetching them first if they come from elsewhere.
  func locate(
    _ request: AddRequest, _ events: @escaping @Sendable (AddEvent) -> Void
  ) throws(DataError) -> LocatedFiles {
    switch request.origin {
    case .paths(let paths):
      let files = if let listing = request.listing { listing } else { try FileListing.files(at: paths) }
      let (inputs, notes) = try found(request, among: files)
      return LocatedFiles(inputs, source: request.origin.description, warnings: notes)
    case .home:
      guard !request.entry.isManual else {
        throw .manual(dataset: request.entry.name, advice: request.entry.adviceByHand)
      }
      try agree(request.entry)
      return try fetchFromHome(request, events)
    case .mirror(let address):
      try agree(request.entry)
      return try fetch(request, fromMirror: address, events)
    }
  }

  private func agree(_ entry: CatalogueEntry) throws(DataError) {
    guard !entry.terms.needAgreement || agrees(entry) else { throw .termsNotAccepted(dataset: entry.name) }
  }

  private func found(
    _ request: AddRequest, among paths: [String]
  ) throws(DataError) -> (inputs: [InputFile], notes: [String]) {
    do {
      return try request.entry.locate(among: paths, release: request.release)
    } catch {
      throw .dataset(error)
    }
  }

  /// The folder for the files of a dataset on their way.
  func folder(_ entry: CatalogueEntry) -> String { downloads + "/" + entry.name }

  private func failure(_ error: DownloadError, _ entry: CatalogueEntry) -> DataError {
    .download(dataset: entry.name, reason: error.description, advice: entry.adviceByHand)
  }

  // MARK: The publisher's server

  /// Fetches the first version whose files are there.
  private func fetchFromHome(
    _ request: AddRequest, _ events: @escaping @Sendable (AddEvent) -> Void
  ) throws(DataError) -> LocatedFiles {
    let entry = request.entry
    var versions: [String] = []
    for version in entry.downloads.map(\.version) where !versions.contains(version) { versions.append(version) }
    if let release = request.release {
      guard versions.contains(release) else {
        throw .manual(dataset: "\(entry.name) \(release)", advice: entry.adviceByHand)
      }
      versions = [release]
    }
    var warnings: [String] = []
    for (index, version) in versions.enumerated() {
      let arrived: (paths: [String], warnings: [String])
      do {
        arrived = try fetch(entry.downloads.filter { $0.version == version }, of: entry, events)
      } catch {
        guard error.meansElsewhere, index + 1 < versions.count else { throw failure(error, entry) }
        warnings.append("version \(version) is not there (\(error)); took version \(versions[index + 1])")
        continue
      }
      let (inputs, notes) = try found(request, among: arrived.paths)
      return LocatedFiles(
        inputs, source: entry.home, warnings: warnings + arrived.warnings + notes, temporary: folder(entry))
    }
    throw .manual(dataset: entry.name, advice: entry.adviceByHand)
  }

  /// Fetches the files of one version; files that are not required may fail.
  private func fetch(
    _ files: [Download], of entry: CatalogueEntry, _ events: @escaping @Sendable (AddEvent) -> Void
  ) throws(DownloadError) -> (paths: [String], warnings: [String]) {
    var paths: [String] = []
    var warnings: [String] = []
    for file in files {
      do throws(DownloadError) {
        let resolved = try downloader.resolve(file, folder: folder(entry))
        let name = resolved.fileName
        let arrived = try downloader.fetch(
          resolved.url, as: name, into: folder(entry), checksum: resolved.checksum
        ) { events(.fetching(file: name, received: $0, of: $1)) }
        paths.append(arrived.path)
        warnings += arrived.warnings
      } catch {
        guard !file.isRequired else { throw error }
        warnings.append("\(file.fileName) was left out: \(error)")
      }
    }
    return (paths, warnings)
  }

  // MARK: A mirror

  private func fetch(
    _ request: AddRequest, fromMirror address: String, _ events: @escaping @Sendable (AddEvent) -> Void
  ) throws(DataError) -> LocatedFiles {
    let entry = request.entry
    let paths: [String]
    do {
      paths =
        try address.hasSuffix("/")
        ? fetch(entry, underFolder: address, release: request.release, events)
        : [fetchFile(address, of: entry, events)]
    } catch {
      throw failure(error, entry)
    }
    let (inputs, notes) = try found(request, among: paths)
    return LocatedFiles(inputs, source: address, warnings: notes, temporary: folder(entry))
  }

  private func fetchFile(
    _ address: String, of entry: CatalogueEntry, _ events: @escaping @Sendable (AddEvent) -> Void
  ) throws(DownloadError) -> String {
    let name = Downloader.fileName(of: address) ?? entry.name
    return try downloader.fetch(address, as: name, into: folder(entry)) {
      events(.fetching(file: name, received: $0, of: $1))
    }.path
  }

  /// Fetches the files of the first release that the mirror's folder holds whole.
  private func fetch(
    _ entry: CatalogueEntry, underFolder address: String, release: String?,
    _ events: @escaping @Sendable (AddEvent) -> Void
  ) throws(DownloadError) -> [String] {
    var tried: [String] = []
    for candidate in entry.releases where release == nil || candidate.version == release {
      var paths: [String] = []
      var isWhole = true
      for role in candidate.files {
        let path = try fetchFirst(role.fileNames, under: address, of: entry, events)
        if let path { paths.append(path) } else if role.isRequired { isWhole = false }
        if path == nil { tried += role.fileNames }
        if !isWhole { break }
      }
      if isWhole, !paths.isEmpty { return paths }
    }
    throw .noMatch(url: address, wanted: tried, found: [])
  }

  private func fetchFirst(
    _ names: [String], under address: String, of entry: CatalogueEntry,
    _ events: @escaping @Sendable (AddEvent) -> Void
  ) throws(DownloadError) -> String? {
    for name in names {
      guard let escaped = name.addingPercentEncoding(withAllowedCharacters: .urlPathAllowed) else { continue }
      do throws(DownloadError) {
        return try fetchFile(address + escaped, of: entry, events)
      } catch .notFound {
        continue
      }
    }
    return nil
  }
}

extension FileRole {
  /// The names under which the file may lie in a folder that cannot be listed.
  fileprivate var fileNames: [String] {
    let plain = places.compactMap(\.patterns.first).filter { !$0.contains("*") }
    var seen: Set<String> = []
    return plain.flatMap { $0.hasSuffix(".csv") ? [$0, $0 + ".gz"] : [$0] }.filter { seen.insert($0).inserted }
  }
}

extension DownloadError {
  /// Whether an older version may still be where it was.
  fileprivate var meansElsewhere: Bool {
    switch self {
    case .notFound, .noMatch: true
    default: false
    }
  }
}
