import Datasets

/// Why a dataset could not be added, compared or cited.
public enum DataError: Error, Sendable {
  case archive(ArchiveError)
  case dataset(DatasetError)
  /// A download failed; `advice` is what to do by hand.
  case download(dataset: String, reason: String, advice: String)
  /// The publisher hands the dataset out to persons only.
  case manual(dataset: String, advice: String)
  /// The terms were not agreed to.
  case termsNotAccepted(dataset: String)
  /// A value of `--from` cannot be used.
  case badOrigin(String, reason: String)
  /// A file that was there cannot be read any more.
  case unreadable(path: String, reason: String)
}

extension DataError: CustomStringConvertible {
  public var description: String {
    switch self {
    case .archive(let error): error.description
    case .dataset(let error): error.description
    case .download(let dataset, let reason, let advice): "\(dataset): \(reason). \(advice)"
    case .manual(let dataset, let advice): "\(dataset): cannot be fetched by a program. \(advice)"
    case .termsNotAccepted(let dataset):
      "\(dataset): nothing was fetched, for the terms were not agreed to. Read them with \"entente data list \(dataset)\" and"
        + " agree with --accept-terms"
    case .badOrigin(let text, let reason): "--from \(text): \(reason)"
    case .unreadable(let path, let reason): "\(path): cannot be read (\(reason)). Check its permissions"
    }
  }
}

extension DataError {
  /// What the process should end with: 2 data missing, stale or unusable, 64 wrong usage, 70 internal error.
  public var exitCode: Int32 {
    switch self {
    case .archive(.database), .archive(.invalidInstallation): 70
    case .dataset(.unknownName), .dataset(.unknownVersion), .termsNotAccepted, .badOrigin: 64
    case .archive, .dataset, .download, .manual, .unreadable: 2
    }
  }
}

extension CatalogueEntry {
  /// What to do where no program can fetch the files.
  var adviceByHand: String {
    "\(byHand) The page is \(home); then: entente data add \(name) --from FILE"
  }
}
