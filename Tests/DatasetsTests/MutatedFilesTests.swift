import Datasets
import Record
import Testing

/// Damaged files give an error that says what and where, or rejected rows; never a crash, never a silent loss.
@Suite struct MutatedFilesTests {
  static func inputs(_ name: String, _ mutation: Mutation) -> [InputFile] {
    Samples.files(of: name).enumerated().map { i, file in
      let bytes = Array(file.text.utf8)
      return InputFile(role: file.role, name: file.name, bytes: i == 0 ? mutation.apply(bytes) : bytes)
    }
  }

  static func read(
    _ name: String, _ mutation: Mutation, mode: ReadMode = .collect
  ) throws -> Result<DatasetContents, DatasetError> {
    let entry = try Catalogue.entry(named: name)
    let files = inputs(name, mutation)
    return Result { () throws(DatasetError) in try Reader.read(entry, files: files, mode: mode) }
  }

  /// DESTA is published with semicolons, and with commas.
  static func isPublishedSo(_ name: String, _ mutation: Mutation) -> Bool {
    name == "desta" && mutation.name == "semicolons"
  }

  static let identity = Mutation(name: "none", effect: .none) { $0 }

  @Test(arguments: Catalogue.all.map(\.name), Mutation.all)
  func mutated(name: String, mutation: Mutation) throws {
    guard !Self.isPublishedSo(name, mutation) else { return }
    let original = try Self.read(name, Self.identity).get()
    let result = try Self.read(name, mutation)
    switch (mutation.effect, result) {
    case (.none, .success(let contents)):
      #expect(contents.rejected.total == original.rejected.total)
      #expect(Self.texts(contents) == Self.texts(original))
    case (.none, .failure(let error)): Issue.record("\(error)")
    case (.damage, .success(let contents)): #expect(!contents.rejected.isEmpty)
    case (_, .success(let contents)): #expect(!contents.tables.isEmpty)
    case (_, .failure(let error)): try Self.check(error, name)
    }
  }

  @Test(arguments: Catalogue.all.map(\.name), Mutation.all.filter { $0.effect == .damage })
  func strictReadingThrows(name: String, mutation: Mutation) throws {
    guard !Self.isPublishedSo(name, mutation) else { return }
    guard case .failure(let error) = try Self.read(name, mutation, mode: .strict) else {
      Issue.record("\(name) read in strict mode: \(mutation.name)")
      return
    }
    try Self.check(error, name)
  }

  @Test(arguments: Catalogue.all.map(\.name))
  func randomBytes(name: String) throws {
    for seed in 1...60 as ClosedRange<UInt64> {
      if case .failure(let error) = try Self.read(name, Mutation.flips(seed)) { try Self.check(error, name) }
    }
  }

  /// The columns of all tables, with missing numbers equal to each other.
  private static func texts(_ contents: DatasetContents) -> [String] {
    contents.tables.flatMap { item in
      let columns = item.table.columns
      return columns.names.map { "\(item.name) \(item.years) \($0) \(String(describing: columns[$0]))" }
    }
  }

  /// The message names the dataset and the file, and is one a person can act on.
  private static func check(_ error: DatasetError, _ name: String) throws {
    let file = try #require(Samples.files(of: name).first).name
    let text = "\(error)"
    #expect(text.hasPrefix("\(name): ") && text.contains(file) && text.utf8.count < 2_000, "\(text)")
  }
}
