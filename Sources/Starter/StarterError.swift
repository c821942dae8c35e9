import Treaties

/// Why the starter could not be loaded.
public enum StarterError: Error, Sendable, CustomStringConvertible {
  /// None of the places looked in holds it.
  case notFound(lookedIn: [String])
  /// A file or folder of it could not be read.
  case unreadable(path: String, reason: String)
  /// Its files have faults.
  case invalid(CaseworkError)

  public var description: String {
    switch self {
    case .notFound(let places):
      """
      the starter was not found; looked in \(places.joined(separator: ", "))
      set ENTENTE_STARTER to the folder that holds sources.yaml, or install Entente with its share folder
      """
    case .unreadable(let path, let reason):
      "\(path): \(reason); restore the file, or set ENTENTE_STARTER to a complete starter folder"
    case .invalid(let error):
      "\(error)"
    }
  }
}
