/// A file that can be fetched from a dataset's official home.
public struct Download: Sendable, Hashable {
  /// How the address of the file is found.
  public enum Address: Sendable, Hashable {
    /// It is fixed.
    case fixed(String)
    /// In the listing of a Dataverse dataset, as the newest file whose name matches one of the patterns.
    ///
    /// File numbers change with every version, so the listing is asked first: `https://HOST/api/datasets/:persistentId/`
    /// `?persistentId=DOI`, then `https://HOST/api/access/datafile/NUMBER?format=original`. `pinned` is the number to try
    /// when the listing has no match.
    case dataverse(host: String, doi: String, names: [String], pinned: Int?)
    /// Linked from a page, as the link whose last component matches the pattern and sorts last; `fallback` is the address
    /// seen last.
    case linked(page: String, pattern: String, fallback: String)
  }

  public let address: Address
  /// Name to store the file under; a reader must find it by this name.
  public let fileName: String
  public let version: String
  public let evidence: AddressEvidence
  /// Known SHA-256, lower-case hexadecimal.
  public let sha256: String?
  /// Whether the dataset cannot be read without this file.
  public let isRequired: Bool

  init(
    _ address: Address, as fileName: String, version: String, _ evidence: AddressEvidence, sha256: String? = nil,
    required: Bool = true
  ) {
    self.address = address
    self.fileName = fileName
    self.version = version
    self.evidence = evidence
    self.sha256 = sha256
    isRequired = required
  }
}
