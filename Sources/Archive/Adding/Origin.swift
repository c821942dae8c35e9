/// Where the files of a dataset come from.
public enum Origin: Hashable, Sendable {
  /// The publisher's own server.
  case home
  /// A mirror: an address that ends in `/` stands for a folder, any other for a file.
  case mirror(String)
  /// Folders and files on this machine.
  case paths([String])

  /// What the values of `--from` mean; none is the publisher's server.
  ///
  /// - Throws: `DataError.badOrigin` if an address stands beside another value.
  public init(_ from: [String]) throws(DataError) {
    let addresses = from.filter { $0.hasPrefix("http://") || $0.hasPrefix("https://") }
    switch (from.count, addresses.first) {
    case (0, _): self = .home
    case (1, let address?): self = .mirror(address)
    case (_, nil): self = .paths(from)
    case (_, let address?):
      throw .badOrigin(address, reason: "an address cannot be combined with other places; give --from once")
    }
  }

  /// For the archive's provenance.
  var description: String {
    switch self {
    case .home: "the publisher"
    case .mirror(let address): address
    case .paths(let paths): paths.joined(separator: ", ")
    }
  }
}
