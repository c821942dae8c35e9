import Foundation

/// The files under the folders that a user names.
enum FileListing {
  /// More files than any folder of datasets has: someone named the wrong folder.
  static let limit = 100_000

  /// The files at and under `paths`, without hidden ones and without following links to folders.
  static func files(at paths: [String]) throws(DataError) -> [String] {
    var found: [String] = []
    for path in paths {
      var isFolder: ObjCBool = false
      guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) else {
        throw .badOrigin(path, reason: "there is no such file or folder")
      }
      if isFolder.boolValue { found += try files(under: path) } else { found.append(path) }
      guard found.count <= limit else {
        throw .badOrigin(path, reason: "more than \(limit) files; name the folder of the datasets itself")
      }
    }
    return found
  }

  private static func files(under folder: String) throws(DataError) -> [String] {
    let root = URL(fileURLWithPath: folder).resolvingSymlinksInPath()
    let keys: [URLResourceKey] = [.isRegularFileKey]
    guard
      let items = FileManager.default.enumerator(
        at: root, includingPropertiesForKeys: keys, options: [.skipsHiddenFiles])
    else { throw .badOrigin(folder, reason: "the folder cannot be listed") }
    var found: [String] = []
    while let item = items.nextObject() as? URL {
      guard found.count <= limit else { break }
      if (try? item.resourceValues(forKeys: Set(keys)).isRegularFile) == true { found.append(item.path) }
    }
    return found
  }
}
