import Datasets

/// Datasets to add one after the other.
public struct AddPlan: Sendable {
  public struct Step: Sendable {
    public let request: AddRequest
    /// A measure of the work, comparable within the plan.
    public let work: Int
  }

  public let steps: [Step]
  /// Datasets of the catalogue that are not to be had from there.
  public let absent: [String]

  public init(_ requests: [AddRequest]) {
    steps = requests.map { Step(request: $0, work: 1) }
    absent = []
  }

  /// Every dataset of the catalogue that can be had from `origin`: whose files are in a folder, or that a server gives out.
  public init(allFrom origin: Origin, mode: ReadMode, day: String) throws(DataError) {
    var listing: [String]?
    if case .paths(let paths) = origin { listing = try FileListing.files(at: paths) }
    var steps: [Step] = []
    var absent: [String] = []
    for entry in Catalogue.all {
      var request = AddRequest(entry, from: origin, mode: mode, day: day)
      request.listing = listing
      if let work = request.work { steps.append(Step(request: request, work: work)) } else { absent.append(entry.name) }
    }
    self.steps = steps
    self.absent = absent
  }
}

extension AddRequest {
  /// Bytes to read where they are known, else 1; `nil` if the dataset is not to be had from the origin.
  fileprivate var work: Int? {
    guard let listing else { return origin == .home && entry.isManual ? nil : 1 }
    // Only files by their names: a single file with another name must not be taken for every dataset.
    guard let found = try? entry.find(in: listing) else { return nil }
    return max(1, LocatedFiles(found.files.map { InputFile($0) }, source: "").bytes)
  }
}
